package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.column.TextColumn;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A test of a column of texts: asked once for each distinct value, then read from a table. */
final class BoundText implements BoundMatcher {
    /** Joining more sets of rows than this costs more than reading the code of every row. */
    private static final int MOST_SETS = 48;

    private final Supplier<@Nullable TextColumn> source;
    private final TextTest test;
    private final boolean whenAbsent;
    /** Made when first needed: most columns keep sets of rows. */
    private int[] codes = {};

    private @Nullable TextColumn column;
    private int generation;
    /** 1 for a code whose value passes; code 0 is no value. */
    private byte[] passes;

    private int known;
    /** The codes that answer otherwise than an absent value. */
    private int[] others = new int[4];

    private int otherCount;

    BoundText(Supplier<@Nullable TextColumn> source, TextTest test, boolean whenAbsent) {
        this.source = source;
        this.test = test;
        this.whenAbsent = whenAbsent;
        this.passes = new byte[] {bit(whenAbsent)};
    }

    @Override
    public void refresh() {
        if (column == null) {
            column = source.get();
            if (column == null) {
                return;
            }
        }
        if (column.generation() != generation) {
            generation = column.generation();
            known = 0;
            otherCount = 0;
        }
        int distinct = column.distinct();
        if (distinct >= passes.length) {
            passes = Arrays.copyOf(passes, Math.max(distinct + 1, passes.length + (passes.length >> 1)));
        }
        while (known < distinct) {
            known++;
            boolean pass = test.test(column.value(known));
            passes[known] = bit(pass);
            if (pass != whenAbsent) {
                if (otherCount == others.length) {
                    others = Arrays.copyOf(others, 2 * otherCount);
                }
                others[otherCount++] = known;
            }
        }
    }

    @Override
    public boolean at(int row) {
        return column == null ? whenAbsent : passes[column.code(row)] != 0;
    }

    @Override
    public void block(int from, int length, long[] out) {
        int words = BoundMatcher.words(length);
        if (column == null) {
            Arrays.fill(out, 0, words, whenAbsent ? -1L : 0);
        } else if (otherCount <= MOST_SETS && column.hasRowSets()) {
            join(column, from >>> 6, words, out);
        } else {
            if (codes.length == 0) {
                codes = new int[BLOCK];
            }
            column.codes(from, codes, length);
            read(length, out);
        }
    }

    private void join(TextColumn rows, int firstWord, int words, long[] out) {
        Arrays.fill(out, 0, words, 0);
        for (int i = 0; i < otherCount; i++) {
            rows.addRows(others[i], firstWord, out, words);
        }
        if (whenAbsent) {
            for (int i = 0; i < words; i++) {
                out[i] = ~out[i];
            }
        }
    }

    private void read(int length, long[] out) {
        byte[] table = passes;
        int row = 0;
        for (int word = 0; row < length; word++) {
            int end = Math.min(length, row + 64);
            long bits = 0;
            for (; row < end; row++) {
                bits |= (long) table[codes[row]] << row;
            }
            out[word] = bits;
        }
    }

    private static byte bit(boolean value) {
        return (byte) (value ? 1 : 0);
    }
}
