package io.stowage.ecs.placement.internal.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** A table of numbers: name, value, month from which it is documented so, source. Of one name the newest row holds. */
public final class DatedFigures {
    private static final int COLUMNS = 4;
    private static final YearMonth NEWEST = YearMonth.of(9999, 12);

    private final String table;
    private final Map<String, Integer> figures;

    private DatedFigures(String table, Map<String, Integer> figures) {
        this.table = table;
        this.figures = figures;
    }

    /** The newest figures of a table beside a class. */
    public static DatedFigures newest(Class<?> beside, String table) {
        return asOf(beside, table, NEWEST);
    }

    /** The figures of a month; of what is documented later only, the oldest. */
    public static DatedFigures asOf(Class<?> beside, String table, YearMonth month) {
        Map<String, NavigableMap<YearMonth, Integer>> all = new HashMap<>();
        for (String line : lines(beside, table)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, table, all);
            }
        }
        Map<String, Integer> then = new HashMap<>();
        all.forEach((name, history) -> {
            Map.Entry<YearMonth, Integer> entry = history.floorEntry(month);
            then.put(name, entry == null ? history.firstEntry().getValue() : entry.getValue());
        });
        return new DatedFigures(table, then);
    }

    private static void add(String line, String table, Map<String, NavigableMap<YearMonth, Integer>> all) {
        String[] row = line.split("\t", -1);
        if (row.length != COLUMNS) {
            throw new IllegalStateException(table + " has a row of " + row.length + " columns: " + line);
        }
        NavigableMap<YearMonth, Integer> history = all.computeIfAbsent(row[0], name -> new TreeMap<>());
        if (history.put(YearMonth.parse(row[2]), Integer.parseInt(row[1])) != null) {
            throw new IllegalStateException(table + " has " + row[0] + " of " + row[2] + " twice");
        }
    }

    private static List<String> lines(Class<?> beside, String table) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(table), table);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a name. */
    public int of(String name) {
        return Objects.requireNonNull(figures.get(name), () -> table + " has no " + name);
    }
}
