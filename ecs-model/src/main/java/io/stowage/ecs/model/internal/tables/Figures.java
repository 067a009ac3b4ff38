package io.stowage.ecs.model.internal.tables;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The numbers of {@code figures.tsv}: the newest of a name, or the one that was in force at a date. */
public final class Figures {
    private static final Map<String, NavigableMap<YearMonth, Integer>> BY_NAME = new HashMap<>();

    static {
        for (String[] row : Table.rows("figures.tsv", 4)) {
            NavigableMap<YearMonth, Integer> history = BY_NAME.computeIfAbsent(row[0], name -> new TreeMap<>());
            if (history.put(YearMonth.parse(row[2]), Integer.parseInt(row[1])) != null) {
                throw new IllegalStateException("figures.tsv has " + row[0] + " of " + row[2] + " twice");
            }
        }
    }

    private Figures() {}

    /** The newest value. */
    public static int of(String name) {
        return history(name).lastEntry().getValue();
    }

    /** The value of that month; before the oldest one known, the oldest. */
    public static int of(String name, YearMonth month) {
        NavigableMap<YearMonth, Integer> history = history(name);
        Map.Entry<YearMonth, Integer> entry = history.floorEntry(month);
        return entry == null ? history.firstEntry().getValue() : entry.getValue();
    }

    private static NavigableMap<YearMonth, Integer> history(String name) {
        NavigableMap<YearMonth, Integer> history = BY_NAME.get(name);
        if (history == null) {
            throw new IllegalArgumentException("figures.tsv has no " + name);
        }
        return history;
    }
}
