package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.PlacementIndex;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which tally of an index counts what: the tasks of a group, or whether a port is taken. Ports are followed from when somebody asks for
 * one. Forks share the names until one of the two adds one.
 */
final class TallyNames {
    private final PlacementIndex index;
    private Map<String, Integer> groups;
    private Map<Integer, Integer> ports;
    private boolean shared;

    TallyNames(PlacementIndex index) {
        this.index = index;
        this.groups = new HashMap<>();
        this.ports = new HashMap<>();
    }

    private TallyNames(PlacementIndex index, TallyNames from) {
        this.index = index;
        this.groups = from.groups;
        this.ports = from.ports;
        this.shared = true;
    }

    TallyNames fork(PlacementIndex ofFork) {
        shared = true;
        return new TallyNames(ofFork, this);
    }

    private void own() {
        if (shared) {
            groups = new HashMap<>(groups);
            ports = new HashMap<>(ports);
            shared = false;
        }
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
        own();
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
        own();
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
        if (ports.isEmpty() || changed.count() == 0) {
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
