package io.stowage.ecs.placement.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The ports of an instance that somebody holds, the agent included; TCP and UDP are apart. Immutable.
 *
 * @param tcp TCP ports in ascending order; unmodifiable
 * @param udp UDP ports in ascending order; unmodifiable
 */
public record TakenPorts(NavigableSet<Integer> tcp, NavigableSet<Integer> udp) {
    /** Copies the sets. */
    public TakenPorts {
        tcp = Collections.unmodifiableNavigableSet(new TreeSet<>(tcp));
        udp = Collections.unmodifiableNavigableSet(new TreeSet<>(udp));
    }

    /**
     * Ports in any order.
     *
     * @param tcp TCP ports
     * @param udp UDP ports
     * @return both as sorted sets
     */
    public static TakenPorts of(Collection<Integer> tcp, Collection<Integer> udp) {
        return new TakenPorts(new TreeSet<>(tcp), new TreeSet<>(udp));
    }
}
