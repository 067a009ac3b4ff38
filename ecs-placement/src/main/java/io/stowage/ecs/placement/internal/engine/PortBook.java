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
    /** Until it changes that of the snapshot, which many instances have: most have but the ports of their agent. */
    private NavigableSet<Integer> taken;

    private boolean ownsTaken;
    /** Never written. */
    private final NavigableSet<Integer> others;

    private Map<Integer, Integer> holders;

    private PortBook(
            NavigableSet<Integer> taken,
            boolean ownsTaken,
            NavigableSet<Integer> others,
            Map<Integer, Integer> holders) {
        this.taken = taken;
        this.ownsTaken = ownsTaken;
        this.others = others;
        this.holders = holders;
    }

    /**
     * All taken ports, of which the tasks hold some and somebody else the rest and the reserved ones.
     *
     * @param taken nobody changes them any more
     */
    @SuppressWarnings("ReferenceEquality") // the same set is equal without looking
    static PortBook of(
            NavigableSet<Integer> taken, NavigableSet<Integer> reserved, Iterable<NavigableSet<Integer>> heldByTasks) {
        NavigableSet<Integer> others = taken;
        for (NavigableSet<Integer> held : heldByTasks) {
            if (!held.isEmpty() && !others.isEmpty()) {
                others = others == taken ? new TreeSet<>(taken) : others;
                others.removeAll(held);
            }
        }
        if (others != reserved && !reserved.isEmpty() && !others.containsAll(reserved)) {
            others = new TreeSet<>(others);
            others.addAll(reserved);
        }
        PortBook book = new PortBook(taken, false, others, Collections.emptyMap());
        heldByTasks.forEach(book::add);
        return book;
    }

    PortBook copy() {
        return new PortBook(
                ownsTaken ? new TreeSet<>(taken) : taken,
                ownsTaken,
                others,
                holders.isEmpty() ? Collections.emptyMap() : new TreeMap<>(holders));
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
        own();
        for (Integer port : held) {
            holders.merge(port, 1, Integer::sum);
            taken.add(port);
        }
    }

    private void own() {
        if (!ownsTaken) {
            taken = new TreeSet<>(taken);
            ownsTaken = true;
        }
    }

    void remove(NavigableSet<Integer> held) {
        for (Integer port : held) {
            Integer left = holders.computeIfPresent(port, (same, count) -> count == 1 ? null : count - 1);
            if (left == null && !others.contains(port)) {
                own();
                taken.remove(port);
            }
        }
    }
}
