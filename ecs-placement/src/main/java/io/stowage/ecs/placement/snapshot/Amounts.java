package io.stowage.ecs.placement.snapshot;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps amounts within what adds up exactly. */
final class Amounts {
    private Amounts() {}

    static void check(String what, long amount) {
        if (amount > InstanceResources.MOST || amount < -InstanceResources.MOST) {
            throw new IllegalArgumentException(what + " is " + amount + "; an amount between " + -InstanceResources.MOST
                    + " and " + InstanceResources.MOST + " was expected");
        }
    }

    static void checkHeld(String what, long amount) {
        if (amount < 0 || amount > InstanceResources.MOST) {
            throw new IllegalArgumentException(
                    what + " is " + amount + "; 0 to " + InstanceResources.MOST + " was expected");
        }
    }

    /** An unmodifiable copy; most instances and tasks have no devices, and share that. */
    static NavigableSet<String> ids(NavigableSet<String> ids) {
        return ids.isEmpty()
                ? Collections.emptyNavigableSet()
                : Collections.unmodifiableNavigableSet(new TreeSet<>(ids));
    }

    static Map<String, List<Long>> byDevice(Map<String, List<Long>> amounts) {
        if (amounts.isEmpty()) {
            return Collections.emptyMap();
        }
        TreeMap<String, List<Long>> copy = new TreeMap<>();
        amounts.forEach((name, devices) -> {
            devices.forEach(amount -> check(name, amount));
            copy.put(name, List.copyOf(devices));
        });
        return Collections.unmodifiableMap(copy);
    }
}
