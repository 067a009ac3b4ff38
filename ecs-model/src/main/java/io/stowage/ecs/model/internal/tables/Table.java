package io.stowage.ecs.model.internal.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table in a text file: a row a line, cells separated by tabs, and lines that begin with {@code #} for people. */
public final class Table {
    private Table() {}

    /** The rows of a file of this package, every one with that many cells. */
    public static List<String[]> rows(String file, int columns) {
        try (InputStream in = Table.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the table " + file + " is not where the classes are");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> cells(file, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + file, e);
        }
    }

    private static String[] cells(String file, String line, int columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
            throw new IllegalStateException(
                    file + " has " + cells.length + " cells instead of " + columns + ": " + line);
        }
        return cells;
    }
}
