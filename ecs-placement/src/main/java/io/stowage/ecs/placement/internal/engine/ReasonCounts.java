package io.stowage.ecs.placement.internal.engine;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many instances refuse a task for each reason. */
final class ReasonCounts {
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private int size;

    void count(String reason, int delta) {
        counts.merge(reason, delta, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
        size += delta;
    }

    void clear() {
        counts.clear();
        size = 0;
    }

    /** How many instances refuse. */
    int size() {
        return size;
    }

    /** The counts of the reasons that there are, as they are now. */
    Map<String, Integer> copy() {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
