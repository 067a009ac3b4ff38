package io.stowage.ecs.placement.internal.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an index does, done by looking at everything. */
final class NaiveIndex {
    static final class Instance {
        final double id;
        int handle;
        int cpuUnits;
        int memoryMib;
        int amount = PlacementIndex.UNLIMITED;
        int[] values;

        Instance(double id, int cpuUnits, int memoryMib, int... values) {
            this.id = id;
            this.cpuUnits = cpuUnits;
            this.memoryMib = memoryMib;
            this.values = values;
        }
    }

    final List<Instance> instances = new ArrayList<>();
    final Map<Integer, Map<Instance, Integer>> tallies = new HashMap<>();

    NaiveIndex copy() {
        NaiveIndex copy = new NaiveIndex();
        Map<Instance, Instance> copies = new HashMap<>();
        for (Instance instance : instances) {
            Instance twin = new Instance(instance.id, instance.cpuUnits, instance.memoryMib, instance.values.clone());
            twin.handle = instance.handle;
            twin.amount = instance.amount;
            copies.put(instance, twin);
            copy.instances.add(twin);
        }
        tallies.forEach((tally, counts) -> {
            Map<Instance, Integer> twins = copy.tallies.computeIfAbsent(tally, key -> new HashMap<>());
            counts.forEach((instance, count) -> twins.put(copies.get(instance), count));
        });
        return copy;
    }

    Instance of(int handle) {
        return instances.stream()
                .filter(instance -> instance.handle == handle)
                .findAny()
                .orElseThrow();
    }

    void add(Instance instance) {
        instances.add(instance);
        instances.sort(Comparator.comparingDouble(one -> one.id));
    }

    void remove(Instance instance) {
        instances.remove(instance);
        tallies.values().forEach(counts -> counts.remove(instance));
    }

    int count(int tally, Instance instance) {
        return tallies.getOrDefault(tally, Map.of()).getOrDefault(instance, 0);
    }

    void count(int tally, Instance instance, int delta) {
        tallies.computeIfAbsent(tally, key -> new HashMap<>()).merge(instance, delta, Integer::sum);
    }

    private int ofValue(int tally, int dimension, int value) {
        return value == 0
                ? Integer.MAX_VALUE
                : instances.stream()
                        .filter(instance -> instance.values[dimension] == value)
                        .mapToInt(instance -> count(tally, instance))
                        .sum();
    }

    private int part(int part, int tally, Instance instance) {
        return switch (part) {
            case Demand.MEMORY -> instance.memoryMib;
            case Demand.CPU -> instance.cpuUnits;
            case Demand.COUNT -> count(tally, instance);
            default -> ofValue(tally, part, instance.values[part]);
        };
    }

    private boolean fits(Demand demand, Instance instance) {
        if (!demand.classes.test(instance.handle)) {
            return false;
        }
        for (int tally : demand.exclusive) {
            if (count(tally, instance) > 0) {
                return false;
            }
        }
        return (demand.cpuUnits == 0 || demand.cpuUnits <= instance.cpuUnits)
                && (demand.memoryMib == 0 || demand.memoryMib <= instance.memoryMib)
                && (demand.amounts.length == 0 || demand.amounts[0] <= instance.amount)
                && !(demand.distinct && count(demand.tally, instance) > 0);
    }

    /** The best instances, in the order of ids. */
    List<Instance> best(Demand demand) {
        List<Instance> best =
                instances.stream().filter(instance -> fits(demand, instance)).toList();
        for (int part : demand.chain) {
            int least = best.stream()
                    .mapToInt(instance -> part(part, demand.tally, instance))
                    .min()
                    .orElse(0);
            best = best.stream()
                    .filter(instance -> part(part, demand.tally, instance) == least)
                    .toList();
        }
        return best;
    }

    void book(Demand demand, Instance instance, int tasks) {
        instance.cpuUnits -= tasks * demand.cpuUnits;
        instance.memoryMib -= tasks * demand.memoryMib;
        if (demand.amounts.length > 0 && instance.amount != PlacementIndex.UNLIMITED) {
            instance.amount -= tasks * demand.amounts[0];
        }
        count(demand.tally, instance, tasks);
        for (int tally : demand.exclusive) {
            count(tally, instance, tasks);
        }
    }
}
