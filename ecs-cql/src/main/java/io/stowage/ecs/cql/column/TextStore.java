package io.stowage.ecs.cql.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of texts. As long as the distinct values are few it keeps a set of rows for each. */
final class TextStore implements TextColumn {
    private static final int MOST_ROW_SETS = 64;

    private final Dictionary dictionary = new Dictionary();
    private int[] codes = new int[0];
    private @Nullable List<RowSet> rowSets = new ArrayList<>();

    @Override
    public int distinct() {
        return dictionary.distinct();
    }

    @Override
    public String value(int code) {
        return dictionary.value(code);
    }

    @Override
    public int generation() {
        return dictionary.generation();
    }

    @Override
    public int code(int row) {
        return row < codes.length ? codes[row] : ABSENT;
    }

    @Override
    public void codes(int from, int[] into, int length) {
        int known = Math.max(0, Math.min(length, codes.length - from));
        if (known > 0) {
            System.arraycopy(codes, from, into, 0, known);
        }
        Arrays.fill(into, known, length, ABSENT);
    }

    @Override
    public boolean hasRowSets() {
        return rowSets != null;
    }

    @Override
    public void addRows(int code, int firstWord, long[] words, int length) {
        if (rowSets == null) {
            TextColumn.super.addRows(code, firstWord, words, length);
            return;
        }
        rowSets.get(code - 1).addTo(firstWord, words, length);
    }

    @Nullable
    String get(int row) {
        int code = code(row);
        return code == ABSENT ? null : dictionary.value(code);
    }

    /** Sets or, with null, removes a value; false when that changes nothing. */
    boolean set(int row, @Nullable String value) {
        int old = code(row);
        if (old == ABSENT ? value == null : dictionary.value(old).equals(value)) {
            return false;
        }
        if (row >= codes.length) {
            codes = Arrays.copyOf(codes, Math.max(row + 1, codes.length + (codes.length >> 1)));
        }
        int code = value == null ? ABSENT : dictionary.use(value);
        codes[row] = code;
        keepRowSets(row, old, code);
        if (old != ABSENT) {
            dictionary.release(old);
        }
        if (dictionary.isWasteful()) {
            renumber();
        }
        return true;
    }

    private void keepRowSets(int row, int old, int code) {
        if (rowSets == null) {
            return;
        }
        if (code > MOST_ROW_SETS) {
            rowSets = null;
            return;
        }
        if (code > rowSets.size()) {
            rowSets.add(new RowSet());
        }
        if (old != ABSENT) {
            rowSets.get(old - 1).remove(row);
        }
        if (code != ABSENT) {
            rowSets.get(code - 1).add(row);
        }
    }

    private void renumber() {
        int[] renumbered = dictionary.renumber();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = renumbered[codes[row]];
        }
    }
}
