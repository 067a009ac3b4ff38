package io.stowage.ecs.cql.internal.match;

/** Rows that do not satisfy the part. */
final class BoundNone implements BoundMatcher {
    private final BoundMatcher part;

    BoundNone(BoundMatcher part) {
        this.part = part;
    }

    @Override
    public void refresh() {
        part.refresh();
    }

    @Override
    public boolean at(int row) {
        return !part.at(row);
    }

    @Override
    public void block(int from, int length, long[] out) {
        part.block(from, length, out);
        for (int i = 0; i < BoundMatcher.words(length); i++) {
            out[i] = ~out[i];
        }
    }
}
