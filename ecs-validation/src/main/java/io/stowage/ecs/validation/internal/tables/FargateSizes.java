package io.stowage.ecs.validation.internal.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sizes of {@code fargate-sizes.tsv}: tiers of CPU units, and the memory that each of them takes. */
public final class FargateSizes {
    private static final NavigableMap<Long, Tier> TIERS = new TreeMap<>();

    static {
        for (String[] row : Table.rows("fargate-sizes.tsv", 3)) {
            long cpuUnits = Long.parseLong(row[0]);
            TIERS.put(cpuUnits, new Tier(cpuUnits, Memory.parse(row[1]), Set.of(row[2].split(",", -1))));
        }
    }

    private FargateSizes() {}

    /** The sizes with that many CPU units. */
    private record Tier(long cpuUnits, Memory memory, Set<String> operatingSystems) {}

    /** The amounts of memory of a tier, and how a person would write them. */
    private record Memory(Set<Long> mib, String text) {
        static Memory parse(String cell) {
            Set<Long> mib = new TreeSet<>();
            String[] range = cell.split("\\.\\.|/", -1);
            if (range.length != 3) {
                for (String value : cell.split(",", -1)) {
                    mib.add(Long.parseLong(value));
                }
                return new Memory(Set.copyOf(mib), listed(mib));
            }
            long step = Long.parseLong(range[2]);
            for (long value = Long.parseLong(range[0]); value <= Long.parseLong(range[1]); value += step) {
                mib.add(value);
            }
            return new Memory(Set.copyOf(mib), range[0] + " to " + range[1] + " in steps of " + step);
        }
    }

    /** Whether Fargate has tasks with that many CPU units. */
    public static boolean isTier(long cpuUnits) {
        return TIERS.containsKey(cpuUnits);
    }

    /** Whether Fargate runs Windows containers with that many CPU units. */
    public static boolean runsWindows(long cpuUnits) {
        Tier tier = TIERS.get(cpuUnits);
        return tier != null && tier.operatingSystems().contains("windows");
    }

    /** Whether Fargate has tasks of that size. */
    public static boolean isSize(long cpuUnits, long memoryMib) {
        Tier tier = TIERS.get(cpuUnits);
        return tier != null && tier.memory().mib().contains(memoryMib);
    }

    /** All tiers of CPU units, for messages. */
    public static String tiers() {
        return listed(TIERS.keySet());
    }

    /** The tiers that run Windows containers, for messages. */
    public static String windowsTiers() {
        return listed(TIERS.keySet().stream().filter(FargateSizes::runsWindows).toList());
    }

    /** The tiers next to a number of CPU units, for messages. */
    public static String nearestTiers(long cpuUnits) {
        List<Long> nearest = new ArrayList<>();
        addIfThere(nearest, TIERS.floorKey(cpuUnits));
        addIfThere(nearest, TIERS.ceilingKey(cpuUnits));
        return listed(nearest);
    }

    /** The memory that a tier takes, for messages. */
    public static String memoryFor(long cpuUnits) {
        Tier tier = TIERS.get(cpuUnits);
        return tier == null ? "none" : tier.memory().text();
    }

    /** The tiers that take an amount of memory, for messages; empty if there are none. */
    public static String tiersWith(long memoryMib) {
        return listed(TIERS.values().stream()
                .filter(tier -> tier.memory().mib().contains(memoryMib))
                .map(Tier::cpuUnits)
                .toList());
    }

    private static void addIfThere(List<Long> list, @Nullable Long value) {
        if (value != null) {
            list.add(value);
        }
    }

    /** Joins as {@code 1, 2 or 3}. */
    private static String listed(Collection<Long> values) {
        List<String> texts = values.stream().map(String::valueOf).toList();
        if (texts.size() < 2) {
            return String.join("", texts);
        }
        return texts.stream().limit(texts.size() - 1L).collect(Collectors.joining(", ")) + " or "
                + texts.get(texts.size() - 1);
    }
}
