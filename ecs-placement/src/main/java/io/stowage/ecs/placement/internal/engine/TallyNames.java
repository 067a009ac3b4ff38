package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.PlacementIndex;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import java.util.HashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which tally of an index counts what: the tasks of a group, or whether a port is taken. Ports are followed from when somebody asks for
 * one. Forks share the names.
 */
final class TallyNames {
    private final PlacementIndex index;
    private final SharedMap<String, Integer> groups;
    private final SharedMap<Integer, Integer> ports;

    TallyNames(PlacementIndex index) {
        this.index = index;
        this.groups = new SharedMap<>(HashMap::new);
        this.ports = new SharedMap<>(HashMap::new);
    }

    private TallyNames(PlacementIndex index, TallyNames from) {
        this.index = index;
        this.groups = from.groups.fork();
        this.ports = from.ports.fork();
    }

    TallyNames fork(PlacementIndex ofFork) {
        return new TallyNames(ofFork, this);
    }

    @Nullable
    Integer ofGroupIfAny(String group) {
        return groups.get(group);
    }

    int ofGroup(String group) {
        Integer known = groups.get(group);
        if (known != null) {
            return known;
        }
        int tally = index.addTally();
        groups.put(group, tally);
        return tally;
    }

    private static int key(int port, boolean isUdp) {
        return port << 1 | (isUdp ? 1 : 0);
    }

    /** The tally of a port: one on each instance where it is taken. */
    int ofPort(int port, boolean isUdp, IntFunction<Node> nodes) {
        int key = key(port, isUdp);
        Integer known = ports.get(key);
        if (known != null) {
            return known;
        }
        int tally = index.addTally();
        ports.put(key, tally);
        for (int place = 0; place < index.instances(); place++) {
            int instance = index.at(place);
            follow(instance, nodes.apply(instance), key, tally);
        }
        return tally;
    }

    private void follow(int instance, Node node, int key, int tally) {
        boolean taken = node.isTaken(key >> 1, (key & 1) == 1);
        int delta = (taken ? 1 : 0) - index.count(tally, instance);
        if (delta != 0) {
            index.count(tally, instance, delta);
        }
    }

    /** Follows an instance that is new. */
    void followAllPorts(int instance, Node node) {
        ports.forEach((key, tally) -> follow(instance, node, key, tally));
    }

    /** Follows an instance where these ports may have changed. */
    void followPorts(int instance, Node node, TakenPorts changed) {
        if (ports.size() == 0 || changed.count() == 0) {
            return;
        }
        for (int port : changed.tcp()) {
            followIfAsked(instance, node, key(port, false));
        }
        for (int port : changed.udp()) {
            followIfAsked(instance, node, key(port, true));
        }
    }

    private void followIfAsked(int instance, Node node, int key) {
        Integer tally = ports.get(key);
        if (tally != null) {
            follow(instance, node, key, tally);
        }
    }
}
