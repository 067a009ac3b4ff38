package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An instance while a request is being placed: what the snapshot says, less what was placed since. */
final class Node implements InstanceFacts {
    private final InstanceSnapshot instance;
    private final NavigableSet<Integer> tcpPorts;
    private final NavigableSet<Integer> udpPorts;
    private final Map<String, Integer> countedByGroup = new HashMap<>();
    private long cpuUnits;
    private long memoryMib;
    private long gpus;
    private @Nullable Long networkInterfaces;
    private int counted;

    private Node(InstanceSnapshot instance) {
        this.instance = instance;
        this.tcpPorts = new TreeSet<>(instance.takenPorts().tcp());
        this.udpPorts = new TreeSet<>(instance.takenPorts().udp());
        this.cpuUnits = instance.remaining().cpuUnits();
        this.memoryMib = instance.remaining().memoryMib();
        this.gpus = instance.remaining().gpus();
        this.networkInterfaces = instance.remaining().networkInterfaces();
    }

    /** The instances of a cluster in the order of their ids, with their tasks counted. */
    static List<Node> of(ClusterSnapshot cluster) {
        List<Node> nodes = cluster.instances().stream().map(Node::new).toList();
        Map<String, Node> byId = nodes.stream().collect(Collectors.toMap(Node::id, Function.identity()));
        cluster.tasks().stream()
                .filter(TaskSnapshot::counted)
                .forEach(task ->
                        Objects.requireNonNull(byId.get(task.instanceId())).count(task.group()));
        nodes.forEach(node -> node.counted = Math.max(node.counted, node.instance.runningTasksCount()));
        return nodes;
    }

    private void count(@Nullable String group) {
        counted++;
        if (group != null) {
            countedByGroup.merge(group, 1, Integer::sum);
        }
    }

    /** Takes what a task of the group needs; the checks have passed. */
    void take(TaskNeeds needs, String group) {
        cpuUnits -= needs.cpuUnits().amount();
        memoryMib -= needs.memoryMib().amount();
        needs.tcpPorts().stream().map(PortNeed::port).forEach(tcpPorts::add);
        needs.udpPorts().stream().map(PortNeed::port).forEach(udpPorts::add);
        gpus -= needs.allGpus() ? gpus : needs.gpus().amount();
        if (networkInterfaces != null) {
            networkInterfaces -= needs.networkInterfaces().amount();
        }
        count(group);
    }

    /** How it stands now. */
    InstanceSnapshot snapshot() {
        return instance.with(
                new InstanceResources(cpuUnits, memoryMib, gpus, networkInterfaces),
                new TakenPorts(tcpPorts, udpPorts),
                counted);
    }

    String id() {
        return instance.id();
    }

    InstanceSnapshot instance() {
        return instance;
    }

    int countedOf(String group) {
        return countedByGroup.getOrDefault(group, 0);
    }

    long cpuUnits() {
        return cpuUnits;
    }

    long memoryMib() {
        return memoryMib;
    }

    long gpus() {
        return gpus;
    }

    @Nullable
    Long networkInterfaces() {
        return networkInterfaces;
    }

    NavigableSet<Integer> tcpPorts() {
        return tcpPorts;
    }

    NavigableSet<Integer> udpPorts() {
        return udpPorts;
    }

    @Override
    public boolean agentConnected() {
        return instance.agentConnected();
    }

    @Override
    public @Nullable String agentVersion() {
        return instance.agentVersion();
    }

    @Override
    public @Nullable String ec2InstanceId() {
        return instance.ec2InstanceId();
    }

    @Override
    public @Nullable Instant registeredAt() {
        return instance.registeredAt();
    }

    @Override
    public int runningTasksCount() {
        return counted;
    }

    @Override
    public Collection<String> taskGroups() {
        return countedByGroup.keySet();
    }

    @Override
    public boolean hasAttribute(String name) {
        return instance.attributes().containsKey(name);
    }

    @Override
    public @Nullable String attributeValue(String name) {
        return instance.attributes().get(name);
    }
}
