package io.stowage.ecs.placement.internal.engine;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who has the ports of one protocol on one instance: tasks, or somebody else (the agent, tasks that are not listed). A port comes free
 * when the last task that holds it is gone, and never if somebody else has it.
 */
final class PortBook {
    private final NavigableSet<Integer> taken;
    private final NavigableSet<Integer> others;
    private final Map<Integer, Integer> holders;

    private PortBook(NavigableSet<Integer> taken, NavigableSet<Integer> others, Map<Integer, Integer> holders) {
        this.taken = taken;
        this.others = others;
        this.holders = holders;
    }

    /** All taken ports, of which the tasks hold some and somebody else the rest and the reserved ones. */
    static PortBook of(
            NavigableSet<Integer> taken, NavigableSet<Integer> reserved, Iterable<NavigableSet<Integer>> heldByTasks) {
        PortBook book = new PortBook(new TreeSet<>(taken), new TreeSet<>(taken), new TreeMap<>());
        for (NavigableSet<Integer> held : heldByTasks) {
            book.add(held);
            book.others.removeAll(held);
        }
        book.others.addAll(reserved);
        return book;
    }

    PortBook copy() {
        return new PortBook(new TreeSet<>(taken), new TreeSet<>(others), new TreeMap<>(holders));
    }

    NavigableSet<Integer> taken() {
        return Collections.unmodifiableNavigableSet(taken);
    }

    void add(NavigableSet<Integer> held) {
        for (Integer port : held) {
            holders.merge(port, 1, Integer::sum);
            taken.add(port);
        }
    }

    void remove(NavigableSet<Integer> held) {
        for (Integer port : held) {
            Integer left = holders.computeIfPresent(port, (same, count) -> count == 1 ? null : count - 1);
            if (left == null && !others.contains(port)) {
                taken.remove(port);
            }
        }
    }
}
