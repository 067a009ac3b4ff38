package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.ReadOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The findings that were there when a project began to validate, so that only new ones count. A finding is known again by its
 * rule, document and pointer, however its message and line have changed; of several alike ones as many are known as there were.
 * Immutable.
 */
public final class Baseline {
    private static final int VERSION = 1;

    private final SortedMap<Key, Integer> counts;

    /** What a finding is known by. */
    private record Key(String file, String pointer, String id) implements Comparable<Key> {
        static Key of(Diagnostic finding) {
            String file =
                    finding.location() == null ? "" : finding.location().file().replace('\\', '/');
            return new Key(file, finding.pointer(), finding.id());
        }

        @Override
        public int compareTo(Key other) {
            int byFile = file.compareTo(other.file);
            int byPointer = byFile == 0 ? pointer.compareTo(other.pointer) : byFile;
            return byPointer == 0 ? id.compareTo(other.id) : byPointer;
        }
    }

    private Baseline(SortedMap<Key, Integer> counts) {
        this.counts = counts;
    }

    /**
     * What a report found, to be left alone from now on.
     *
     * @param report a report; what it knew from an earlier baseline is taken over, what is suppressed is not
     * @return the baseline
     */
    public static Baseline of(ValidationReport report) {
        SortedMap<Key, Integer> counts = new TreeMap<>();
        report.findings().forEach(finding -> counts.merge(Key.of(finding), 1, Integer::sum));
        report.known().forEach(finding -> counts.merge(Key.of(finding), 1, Integer::sum));
        return new Baseline(counts);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @param source the text with its name
     * @return the baseline
     * @throws io.stowage.ecs.model.json.EcsDocumentException if the text is neither JSON nor YAML
     * @throws IllegalArgumentException if the text is no baseline; the message tells the place
     */
    public static Baseline parse(SourceText source) {
        JsonTree tree = EcsJson.readTree(source, ReadOptions.standard()).orThrow();
        if (!(tree.plain() instanceof Map<?, ?> whole)
                || !Integer.valueOf(VERSION).equals(whole.get("version"))
                || !(whole.get("findings") instanceof List<?> findings)) {
            throw new IllegalArgumentException(source.name() + ": this is no baseline: expected {\"version\": "
                    + VERSION + ", \"findings\": […]}");
        }
        SortedMap<Key, Integer> counts = new TreeMap<>();
        for (int i = 0; i < findings.size(); i++) {
            if (!(findings.get(i) instanceof Map<?, ?> entry)
                    || !(entry.get("id") instanceof String id)
                    || !(entry.get("file") instanceof String file)
                    || !(entry.get("pointer") instanceof String pointer)
                    || !(entry.get("count") instanceof Integer count)
                    || count < 1) {
                throw new IllegalArgumentException(source.name() + ": finding " + i
                        + " of the baseline has no `id`, `file`, `pointer` and positive `count`");
            }
            counts.merge(new Key(file, pointer, id), count, Integer::sum);
        }
        return new Baseline(counts);
    }

    /**
     * The baseline as a document to keep beside the sources: one entry for each rule and place, sorted, so that versions compare
     * well.
     *
     * @return JSON text that ends with a line end
     */
    public String toJson() {
        List<Map<String, @Nullable Object>> findings = new ArrayList<>();
        counts.forEach((key, count) -> {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("file", key.file());
            entry.put("pointer", key.pointer());
            entry.put("id", key.id());
            entry.put("count", count);
            findings.add(entry);
        });
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("version", VERSION);
        whole.put("findings", findings);
        return EcsJson.writePlain(whole);
    }

    /**
     * How many findings are known.
     *
     * @return the number, alike ones counted one by one
     */
    public int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Starts to compare the findings of one report. */
    Comparison compare() {
        return new Comparison(new HashMap<>(counts));
    }

    /** Counts down what is known. */
    static final class Comparison {
        private final Map<Key, Integer> left;

        private Comparison(Map<Key, Integer> left) {
            this.left = left;
        }

        /** Whether it is one of those that are known and were not seen yet. */
        boolean knows(Diagnostic finding) {
            Key key = Key.of(finding);
            Integer count = left.get(key);
            if (count == null || count == 0) {
                return false;
            }
            left.put(key, count - 1);
            return true;
        }
    }
}
