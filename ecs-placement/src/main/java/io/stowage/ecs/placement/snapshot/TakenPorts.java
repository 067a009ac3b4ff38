package io.stowage.ecs.placement.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The ports of an instance that somebody holds; TCP and UDP are apart. Immutable.
 *
 * @param tcp TCP ports in ascending order; unmodifiable
 * @param udp UDP ports in ascending order; unmodifiable
 */
public record TakenPorts(NavigableSet<Integer> tcp, NavigableSet<Integer> udp) {
    /** No ports. */
    public static final TakenPorts NONE = new TakenPorts(new TreeSet<>(), new TreeSet<>());

    private static final int HIGHEST = 65_535;

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if a number is no port
     */
    public TakenPorts {
        tcp = copy(tcp);
        udp = copy(udp);
    }

    private static NavigableSet<Integer> copy(NavigableSet<Integer> ports) {
        if (ports.isEmpty()) {
            return Collections.emptyNavigableSet();
        }
        TreeSet<Integer> copy = new TreeSet<>(ports);
        if (copy.first() < 0 || copy.last() > HIGHEST) {
            throw new IllegalArgumentException(
                    (copy.first() < 0 ? copy.first() : copy.last()) + " is no port; ports are 0 to " + HIGHEST);
        }
        return Collections.unmodifiableNavigableSet(copy);
    }

    /**
     * Ports in any order.
     *
     * @param tcp TCP ports
     * @param udp UDP ports
     * @return both as sorted sets
     * @throws IllegalArgumentException if a number is no port
     */
    public static TakenPorts of(Collection<Integer> tcp, Collection<Integer> udp) {
        return new TakenPorts(new TreeSet<>(tcp), new TreeSet<>(udp));
    }

    /**
     * These and others.
     *
     * @param more other ports
     * @return both together
     */
    public TakenPorts with(TakenPorts more) {
        if (hasAll(tcp, more.tcp) && hasAll(udp, more.udp)) {
            return this;
        }
        TreeSet<Integer> allTcp = new TreeSet<>(tcp);
        TreeSet<Integer> allUdp = new TreeSet<>(udp);
        allTcp.addAll(more.tcp);
        allUdp.addAll(more.udp);
        return new TakenPorts(allTcp, allUdp);
    }

    /** Where many instances are read, it is mostly the same set, or none. */
    private static boolean hasAll(NavigableSet<Integer> ports, NavigableSet<Integer> others) {
        return ports == others || others.isEmpty() || ports.containsAll(others);
    }

    /**
     * How many ports these are.
     *
     * @return TCP and UDP together, as the limit of reserved ports counts them
     */
    public int count() {
        return tcp.size() + udp.size();
    }
}
