package io.stowage.ecs.validation.diff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code effects.tsv}. */
final class EffectTable {
    private static final List<Row> ROWS = read();

    private EffectTable() {}

    /** What a change of the members below a path does. */
    record Row(List<String> path, Set<ChangeEffect> effects, String consequence) {
        private boolean covers(List<String> steps) {
            if (path.size() > steps.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!path.get(i).equals("*") && !path.get(i).equals(steps.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The longest row that the path begins with. */
    static Row rowFor(String path) {
        List<String> steps = steps(path);
        Row best = null;
        for (Row row : ROWS) {
            if (row.covers(steps)
                    && (best == null || row.path().size() > best.path().size())) {
                best = row;
            }
        }
        return required(best, path);
    }

    static List<Row> rows() {
        return ROWS;
    }

    private static Row required(@Nullable Row row, String path) {
        if (row == null) {
            throw new IllegalArgumentException("effects.tsv has no row for " + path);
        }
        return row;
    }

    private static List<String> steps(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static List<Row> read() {
        try (InputStream in = EffectTable.class.getResourceAsStream("effects.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the table effects.tsv is not where the classes are");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(EffectTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table effects.tsv", e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 3) {
            throw new IllegalStateException("effects.tsv has " + cells.length + " cells instead of 3: " + line);
        }
        EnumSet<ChangeEffect> effects = EnumSet.noneOf(ChangeEffect.class);
        Arrays.stream(cells[1].split(",", -1))
                .forEach(name -> effects.add(ChangeEffect.valueOf(name.toUpperCase(Locale.ROOT))));
        if (cells[0].startsWith("/taskDefinition")) {
            effects.add(ChangeEffect.RESTART);
        }
        return new Row(steps(cells[0]), effects, cells[2]);
    }
}
