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
    private NavigableSet<Integer> taken;
    private NavigableSet<Integer> others;
    private Map<Integer, Integer> holders;

    private PortBook(NavigableSet<Integer> taken, NavigableSet<Integer> others, Map<Integer, Integer> holders) {
        this.taken = taken;
        this.others = others;
        this.holders = holders;
    }

    /** All taken ports, of which the tasks hold some and somebody else the rest and the reserved ones. */
    static PortBook of(
            NavigableSet<Integer> taken, NavigableSet<Integer> reserved, Iterable<NavigableSet<Integer>> heldByTasks) {
        PortBook book = new PortBook(copy(taken), copy(taken), Collections.emptyMap());
        for (NavigableSet<Integer> held : heldByTasks) {
            book.add(held);
            if (!book.others.isEmpty()) {
                book.others.removeAll(held);
            }
        }
        if (!book.others.containsAll(reserved)) {
            book.others = new TreeSet<>(book.others);
            book.others.addAll(reserved);
        }
        return book;
    }

    PortBook copy() {
        return new PortBook(
                copy(taken), copy(others), holders.isEmpty() ? Collections.emptyMap() : new TreeMap<>(holders));
    }

    /** Nearly all instances have no ports of one of the protocols, and those share one set, which {@link #add} replaces. */
    private static NavigableSet<Integer> copy(NavigableSet<Integer> ports) {
        return ports.isEmpty() ? Collections.emptyNavigableSet() : new TreeSet<>(ports);
    }

    NavigableSet<Integer> taken() {
        return Collections.unmodifiableNavigableSet(taken);
    }

    void add(NavigableSet<Integer> held) {
        if (held.isEmpty()) {
            return;
        }
        if (holders.isEmpty()) {
            holders = new TreeMap<>();
        }
        if (taken.isEmpty()) {
            taken = new TreeSet<>();
        }
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
