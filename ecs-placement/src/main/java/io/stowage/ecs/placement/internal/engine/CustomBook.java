package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is left of the custom resources of one instance, by resource and device. */
final class CustomBook {
    private static final CustomBook NONE = new CustomBook();

    private final Map<String, long[]> free = new TreeMap<>();
    /** The same for whoever asks, made when somebody does. */
    private final Map<String, List<Long>> told = new HashMap<>(2);

    private CustomBook() {
        // The book of those that have nothing.
    }

    static CustomBook of(
            InstanceSnapshot instance, Collection<TaskSnapshot> tasks, Collection<ResourcePlugin> plugins) {
        return plugins.isEmpty() ? NONE : new CustomBook(instance, tasks, plugins);
    }

    private CustomBook(InstanceSnapshot instance, Collection<TaskSnapshot> tasks, Iterable<ResourcePlugin> plugins) {
        for (ResourcePlugin plugin : plugins) {
            String name = plugin.info().name();
            List<Long> left = instance.remaining().others().get(name);
            if (left != null) {
                free.put(name, array(left));
            } else {
                free.put(name, array(plugin.registered(instance)));
                tasks.forEach(task -> add(name, task.held().others().getOrDefault(name, List.of()), -1));
            }
        }
    }

    private CustomBook(CustomBook from) {
        from.free.forEach((name, amounts) -> free.put(name, amounts.clone()));
    }

    private static long[] array(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).toArray();
    }

    CustomBook copy() {
        return free.isEmpty() ? this : new CustomBook(this);
    }

    List<Long> free(String resource) {
        long[] amounts = free.get(resource);
        if (amounts == null) {
            return List.of();
        }
        List<Long> known = told.get(resource);
        if (known == null) {
            known = Arrays.stream(amounts).boxed().toList();
            told.put(resource, known);
        }
        return known;
    }

    /** What the device has left that has most of it; 0 if there is none. */
    long most(String resource) {
        long[] amounts = free.get(resource);
        long most = amounts == null || amounts.length == 0 ? 0 : Long.MIN_VALUE;
        for (int i = 0; amounts != null && i < amounts.length; i++) {
            most = Math.max(most, amounts[i]);
        }
        return most;
    }

    void take(Map<String, List<Long>> held) {
        held.forEach((name, amounts) -> add(name, amounts, -1));
    }

    void giveBack(Map<String, List<Long>> held) {
        held.forEach((name, amounts) -> add(name, amounts, 1));
    }

    private void add(String name, List<Long> amounts, int sign) {
        long[] devices = free.get(name);
        if (devices != null) {
            for (int i = 0; i < Math.min(devices.length, amounts.size()); i++) {
                devices[i] += sign * amounts.get(i);
            }
            told.remove(name);
        }
    }

    /** What is left, to be written over what a snapshot says of it. */
    Map<String, List<Long>> over(Map<String, List<Long>> others) {
        if (free.isEmpty()) {
            return others;
        }
        Map<String, List<Long>> all = new TreeMap<>(others);
        free.forEach((name, amounts) -> {
            if (amounts.length > 0 || all.containsKey(name)) {
                all.put(name, free(name));
            }
        });
        return all;
    }

    /**
     * The amount of each device that a task gets: from the devices with the least left that is enough, of equal ones the first. Where it
     * does not fit (a reservation), the devices with the most left give what they do not have.
     */
    static List<Long> grant(List<Long> free, ResourceNeed need) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> {
            boolean fitsA = free.get(a) >= need.amountEach();
            boolean fitsB = free.get(b) >= need.amountEach();
            if (fitsA != fitsB) {
                return fitsA ? -1 : 1;
            }
            int byAmount = fitsA ? Long.compare(free.get(a), free.get(b)) : Long.compare(free.get(b), free.get(a));
            return byAmount != 0 ? byAmount : Integer.compare(a, b);
        });
        Long[] granted = new Long[free.size()];
        Arrays.fill(granted, 0L);
        for (int i = 0; i < Math.min(need.devices(), order.size()); i++) {
            granted[order.get(i)] = need.amountEach();
        }
        return List.of(granted);
    }
}
