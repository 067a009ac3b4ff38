package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.column.GroupColumn;
import java.util.Arrays;

/** Whether a row has a group that passes a test, or has none: asked once for each distinct group. */
final class BoundGroups implements BoundMatcher {
    private final GroupColumn column;
    private final TextTest test;
    private final boolean wanted;
    private int generation;
    private boolean[] passes = new boolean[1];
    private int known;
    private int[] passing = new int[4];
    private int passingCount;

    BoundGroups(GroupColumn column, TextTest test, boolean wanted) {
        this.column = column;
        this.test = test;
        this.wanted = wanted;
    }

    @Override
    public void refresh() {
        if (column.generation() != generation) {
            generation = column.generation();
            known = 0;
            passingCount = 0;
        }
        int distinct = column.distinct();
        if (distinct >= passes.length) {
            passes = Arrays.copyOf(passes, Math.max(distinct + 1, passes.length + (passes.length >> 1)));
        }
        while (known < distinct) {
            known++;
            passes[known] = test.test(column.group(known));
            if (passes[known]) {
                if (passingCount == passing.length) {
                    passing = Arrays.copyOf(passing, 2 * passingCount);
                }
                passing[passingCount++] = known;
            }
        }
    }

    @Override
    public boolean at(int row) {
        int count = column.count(row);
        for (int i = 0; i < count; i++) {
            if (passes[column.code(row, i)]) {
                return wanted;
            }
        }
        return !wanted;
    }

    @Override
    public void block(int from, int length, long[] out) {
        int words = BoundMatcher.words(length);
        Arrays.fill(out, 0, words, 0);
        if (column.hasRowSets()) {
            for (int i = 0; i < passingCount; i++) {
                column.addRows(passing[i], from >>> 6, out, words);
            }
            if (!wanted) {
                for (int i = 0; i < words; i++) {
                    out[i] = ~out[i];
                }
            }
        } else {
            for (int i = 0; i < length; i++) {
                out[i >>> 6] |= (at(from + i) ? 1L : 0L) << i;
            }
        }
    }
}
