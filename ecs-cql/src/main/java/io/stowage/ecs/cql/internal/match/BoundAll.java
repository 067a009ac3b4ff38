package io.stowage.ecs.cql.internal.match;

import java.util.List;

/** Rows that satisfy every part, or some part. */
final class BoundAll implements BoundMatcher {
    private final BoundMatcher[] parts;
    private final boolean every;
    private final long[] more = new long[BoundMatcher.words(BLOCK)];

    private BoundAll(List<BoundMatcher> parts, boolean every) {
        this.parts = parts.toArray(new BoundMatcher[0]);
        this.every = every;
    }

    static BoundMatcher every(List<BoundMatcher> parts) {
        return new BoundAll(parts, true);
    }

    static BoundMatcher some(List<BoundMatcher> parts) {
        return new BoundAll(parts, false);
    }

    @Override
    public void refresh() {
        for (BoundMatcher part : parts) {
            part.refresh();
        }
    }

    @Override
    public boolean at(int row) {
        for (BoundMatcher part : parts) {
            if (part.at(row) != every) {
                return !every;
            }
        }
        return every;
    }

    @Override
    public void block(int from, int length, long[] out) {
        int words = BoundMatcher.words(length);
        parts[0].block(from, length, out);
        for (int p = 1; p < parts.length && !isSettled(out, words); p++) {
            parts[p].block(from, length, more);
            if (every) {
                for (int i = 0; i < words; i++) {
                    out[i] &= more[i];
                }
            } else {
                for (int i = 0; i < words; i++) {
                    out[i] |= more[i];
                }
            }
        }
    }

    private boolean isSettled(long[] out, int words) {
        long open = every ? 0 : -1L;
        for (int i = 0; i < words; i++) {
            if (out[i] != open) {
                return false;
            }
        }
        return true;
    }
}
