package io.stowage.ecs.placement.internal.engine;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many instances refuse a task for each reason. */
final class ReasonCounts {
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private int size;
    /** What was given away last; null if it is no longer so. */
    private @Nullable Map<String, Integer> copied;

    void count(String reason, int delta) {
        counts.merge(reason, delta, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
        size += delta;
        copied = null;
    }

    void clear() {
        counts.clear();
        size = 0;
        copied = null;
    }

    /** How many instances refuse. */
    int size() {
        return size;
    }

    /** The counts of the reasons that there are, as they are now; always the same while they do not change. */
    Map<String, Integer> copy() {
        Map<String, Integer> known = copied;
        if (known == null) {
            known = Collections.unmodifiableMap(new TreeMap<>(counts));
            copied = known;
        }
        return known;
    }
}
