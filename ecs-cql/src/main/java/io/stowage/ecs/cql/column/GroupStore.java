package io.stowage.ecs.cql.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column of groups, with the number of tasks of each, and a set of rows for every group. */
final class GroupStore implements GroupColumn {
    private static final int[] NONE = {};

    private final Dictionary dictionary = new Dictionary();
    /** Each row's codes and, behind each, how many tasks have it. */
    private int[] @Nullable [] rows = new int[0][];

    private int[] used = NONE;
    private List<RowSet> rowSets = new ArrayList<>();

    @Override
    public int distinct() {
        return dictionary.distinct();
    }

    @Override
    public String group(int code) {
        return dictionary.value(code);
    }

    @Override
    public int generation() {
        return dictionary.generation();
    }

    @Override
    public int count(int row) {
        return row < used.length ? used[row] : 0;
    }

    @Override
    public int code(int row, int index) {
        Objects.checkIndex(index, used[row]);
        return pairs(row)[2 * index];
    }

    @Override
    public boolean hasRowSets() {
        return true;
    }

    @Override
    public void addRows(int code, int firstWord, long[] words, int length) {
        rowSets.get(code - 1).addTo(firstWord, words, length);
    }

    /** Counts one more task of a group; true when it is the first of the row. */
    boolean add(int row, String group) {
        if (row >= used.length) {
            int length = Math.max(row + 1, used.length + (used.length >> 1));
            rows = Arrays.copyOf(rows, length);
            used = Arrays.copyOf(used, length);
        }
        int index = indexOf(row, group);
        if (index >= 0) {
            pairs(row)[2 * index + 1]++;
            return false;
        }
        int code = dictionary.use(group);
        if (code > rowSets.size()) {
            rowSets.add(new RowSet());
        }
        rowSets.get(code - 1).add(row);
        int[] pairs = pairs(row);
        int at = 2 * used[row]++;
        if (at == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(4, 2 * at));
            rows[row] = pairs;
        }
        pairs[at] = code;
        pairs[at + 1] = 1;
        return true;
    }

    /** Counts one task of a group less; true when it was the last of the row. */
    boolean remove(int row, String group) {
        int index = indexOf(row, group);
        if (index < 0) {
            throw new IllegalArgumentException("row " + row + " has no task of group " + group);
        }
        int[] pairs = pairs(row);
        if (--pairs[2 * index + 1] > 0) {
            return false;
        }
        int code = pairs[2 * index];
        int last = 2 * --used[row];
        pairs[2 * index] = pairs[last];
        pairs[2 * index + 1] = pairs[last + 1];
        rowSets.get(code - 1).remove(row);
        dictionary.release(code);
        if (dictionary.isWasteful()) {
            renumber();
        }
        return true;
    }

    /** Removes all tasks of a row; false when there were none. */
    boolean clear(int row) {
        boolean changes = count(row) > 0;
        while (count(row) > 0) {
            String group = group(code(row, 0));
            pairs(row)[1] = 1;
            remove(row, group);
        }
        return changes;
    }

    private int indexOf(int row, String group) {
        for (int i = 0; i < count(row); i++) {
            if (group(code(row, i)).equals(group)) {
                return i;
            }
        }
        return -1;
    }

    private int[] pairs(int row) {
        return Objects.requireNonNullElse(rows[row], NONE);
    }

    private void renumber() {
        List<RowSet> kept = new ArrayList<>();
        for (int code = 1; code <= dictionary.distinct(); code++) {
            if (dictionary.isUsed(code)) {
                kept.add(rowSets.get(code - 1));
            }
        }
        rowSets = kept;
        int[] renumbered = dictionary.renumber();
        for (int row = 0; row < used.length; row++) {
            for (int i = 0; i < used[row]; i++) {
                pairs(row)[2 * i] = renumbered[pairs(row)[2 * i]];
            }
        }
    }
}
