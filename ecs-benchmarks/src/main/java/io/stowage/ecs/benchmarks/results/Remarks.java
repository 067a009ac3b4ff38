package io.stowage.ecs.benchmarks.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Why targets were missed, from a table of row, beginning of the work and reason. */
public final class Remarks {
    private final List<String[]> entries;

    private Remarks(List<String[]> entries) {
        this.entries = entries;
    }

    /** The reasons that are written down. */
    public static Remarks read() {
        List<String[]> entries = new ArrayList<>();
        try (InputStream in = Remarks.class.getResourceAsStream("missed-targets.tsv")) {
            if (in == null) {
                throw new IllegalStateException("missed-targets.tsv is not on the class path");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    if (cells.length != 3) {
                        throw new IllegalStateException("missed-targets.tsv: three cells expected in: " + line);
                    }
                    entries.add(cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Remarks(entries);
    }

    /** The first reason whose row is that one, and with whose words the work begins. */
    String of(String row, String work) {
        for (String[] entry : entries) {
            if (entry[0].equals(row) && work.startsWith(entry[1])) {
                return entry[2];
            }
        }
        return "no reason is written down";
    }
}
