package io.stowage.ecs.placement.service;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the tasks of a service lie in the Availability Zones, and how they should. Each zone is to have the desired count divided by the
 * number of zones; the remainder goes one each to the zones that have most tasks now, of equally full ones to the first by name, which is
 * our rule. Immutable.
 *
 * @param desiredCount the desired count
 * @param tasksPerZone what each zone has; by name; unmodifiable
 * @param targets what each zone should have; by name; unmodifiable
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html">service rebalancing</a>
 */
public record ZoneBalance(
        int desiredCount, SortedMap<String, Integer> tasksPerZone, SortedMap<String, Integer> targets) {
    /** Copies the maps. */
    public ZoneBalance {
        tasksPerZone = Collections.unmodifiableSortedMap(new TreeMap<>(tasksPerZone));
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    /**
     * The balance of a service.
     *
     * @param desiredCount the desired count, at least 0
     * @param tasksPerZone how many tasks each zone has, the empty ones included
     * @return the balance
     * @throws IllegalArgumentException if a number is negative
     */
    public static ZoneBalance of(int desiredCount, Map<String, Integer> tasksPerZone) {
        if (desiredCount < 0 || tasksPerZone.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "a number of tasks cannot be negative: desired " + desiredCount + ", zones " + tasksPerZone);
        }
        List<String> fullestFirst = tasksPerZone.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        SortedMap<String, Integer> targets = new TreeMap<>();
        int zones = fullestFirst.size();
        for (int i = 0; i < zones; i++) {
            targets.put(fullestFirst.get(i), desiredCount / zones + (i < desiredCount % zones ? 1 : 0));
        }
        return new ZoneBalance(desiredCount, new TreeMap<>(tasksPerZone), targets);
    }

    /**
     * Whether no zone has two tasks more than another.
     *
     * @return true if so
     */
    public boolean isBalanced() {
        return tasksPerZone.isEmpty()
                || Collections.max(tasksPerZone.values()) - Collections.min(tasksPerZone.values()) <= 1;
    }

    /**
     * Where tasks start.
     *
     * @return how many in each zone that is to get one; by name; a new map
     */
    public SortedMap<String, Integer> start() {
        return moves(1);
    }

    /**
     * Where tasks stop, when the new ones are healthy.
     *
     * @return how many in each zone that is to lose one; by name; a new map
     */
    public SortedMap<String, Integer> stop() {
        return moves(-1);
    }

    private SortedMap<String, Integer> moves(int direction) {
        SortedMap<String, Integer> moves = new TreeMap<>();
        targets.forEach((zone, target) -> {
            int move = direction * (target - tasksPerZone.getOrDefault(zone, 0));
            if (move > 0) {
                moves.put(zone, move);
            }
        });
        return moves;
    }

    /**
     * The balance in words.
     *
     * @return one sentence
     */
    public String why() {
        return "the zones have " + tasksPerZone + " of " + desiredCount + " tasks and should have " + targets;
    }
}
