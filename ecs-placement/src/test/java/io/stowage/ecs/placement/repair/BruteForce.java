package io.stowage.ecs.placement.repair;

import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Tries everything, on the whole cluster, one unit after the other. Shares nothing with the search but the engine. */
final class BruteForce {
    private static final List<String> VALUES = List.of("r0", "r1", "r2", "5", "");

    private final ClusterSnapshot cluster;
    private final PlacementRequest request;
    private final Set<ChangeKind> kinds;
    private final int wanted;
    private final List<Attempt> attempts = new ArrayList<>();

    /**
     * A possible change.
     *
     * @param key what it is, without the value of an attribute
     */
    record Attempt(
            ChangeKind kind,
            String key,
            UnaryOperator<PlacementRequest> ofRequest,
            Consumer<PlacementSession> ofCluster) {}

    BruteForce(ClusterSnapshot cluster, PlacementRequest request, Set<ChangeKind> kinds, int wanted) {
        this.cluster = cluster;
        this.request = request;
        this.kinds = kinds;
        this.wanted = wanted;
        collect();
    }

    /** The keys of all single changes that do it, or, if there is none, of all pairs. */
    Set<String> answers() {
        Set<String> singles = singles();
        return singles.isEmpty() ? pairs() : singles;
    }

    boolean places(UnaryOperator<PlacementRequest> ofRequest, List<Attempt> others) {
        PlacementRequest changed = ofRequest.apply(request);
        PlacementSession session = PlacementEngine.standard().open(cluster);
        for (Attempt other : others) {
            changed = other.ofRequest.apply(changed);
            other.ofCluster.accept(session);
        }
        return session.place(changed).placements().size() >= wanted;
    }

    private Set<String> singles() {
        Set<String> keys = new TreeSet<>();
        for (Attempt attempt : attempts) {
            if (places(r -> r, List.of(attempt))) {
                keys.add(attempt.key);
            }
        }
        lower(List.of(), keys, "");
        return keys;
    }

    private void lower(List<Attempt> others, Set<String> keys, String suffix) {
        if (kinds.contains(ChangeKind.LOWER_CPU)) {
            for (long to = cpu() - 1; to >= 0; to--) {
                if (places(lowering(to, memory()), others)) {
                    keys.add("cpu " + to + suffix);
                    break;
                }
            }
        }
        if (kinds.contains(ChangeKind.LOWER_MEMORY)) {
            for (long to = memory() - 1; to >= leastMemory(); to--) {
                if (places(lowering(cpu(), to), others)) {
                    keys.add("memory " + to + suffix);
                    break;
                }
            }
        }
    }

    private Set<String> pairs() {
        Set<String> keys = new TreeSet<>();
        for (int j = 0; j < attempts.size(); j++) {
            lower(List.of(attempts.get(j)), keys, " + " + attempts.get(j).key);
            for (int i = 0; i <= j; i++) {
                boolean twins = i == j && attempts.get(i).kind == ChangeKind.ADD_INSTANCE;
                boolean different = !attempts.get(i).key.equals(attempts.get(j).key);
                if ((different || twins) && places(r -> r, List.of(attempts.get(i), attempts.get(j)))) {
                    keys.add(pair(attempts.get(i).key, attempts.get(j).key));
                }
            }
        }
        if (kinds.contains(ChangeKind.LOWER_CPU) && kinds.contains(ChangeKind.LOWER_MEMORY)) {
            lowerBoth(keys);
        }
        return keys;
    }

    static String pair(String one, String other) {
        boolean first = one.startsWith("cpu") || one.startsWith("memory") || one.compareTo(other) < 0;
        return first ? one + " + " + other : other + " + " + one;
    }

    private void lowerBoth(Set<String> keys) {
        long leastCpuFirst = -1;
        long itsMemory = -1;
        long leastMemoryFirst = -1;
        long itsCpu = -1;
        for (long cpu = 0; cpu < cpu(); cpu++) {
            for (long memory = leastMemory(); memory < memory(); memory++) {
                if (!places(lowering(cpu, memory), List.of())) {
                    continue;
                }
                if (cpu > leastCpuFirst || (cpu == leastCpuFirst && memory > itsMemory)) {
                    leastCpuFirst = cpu;
                    itsMemory = memory;
                }
                if (memory > leastMemoryFirst || (memory == leastMemoryFirst && cpu > itsCpu)) {
                    leastMemoryFirst = memory;
                    itsCpu = cpu;
                }
            }
        }
        if (leastCpuFirst >= 0) {
            keys.add("cpu " + leastCpuFirst + " + memory " + itsMemory);
            keys.add("cpu " + itsCpu + " + memory " + leastMemoryFirst);
        }
    }

    private long cpu() {
        return TaskNeeds.of(request.taskDefinition()).cpuUnits().amount();
    }

    private long memory() {
        return TaskNeeds.of(request.taskDefinition()).memoryMib().amount();
    }

    /** Six for every container, as Docker wants it. */
    private long leastMemory() {
        return 6L * request.taskDefinition().containerDefinitions().size();
    }

    /** The same task with other sizes, all of them at the first container or at the task. */
    UnaryOperator<PlacementRequest> lowering(long cpuUnits, long memoryMib) {
        return original -> {
            TaskDefinition definition = original.taskDefinition();
            List<ContainerDefinition> containers = new ArrayList<>();
            for (ContainerDefinition container : definition.containerDefinitions()) {
                boolean first = containers.isEmpty();
                containers.add(container.toBuilder()
                        .cpu(first ? (int) cpuUnits : 0)
                        .memory(first ? (int) memoryMib : 0)
                        .build());
            }
            return original.toBuilder()
                    .taskDefinition(definition.toBuilder()
                            .memory(definition.memory() == null ? null : String.valueOf(memoryMib))
                            .containerDefinitions(containers)
                            .build())
                    .build();
        };
    }

    private void add(
            ChangeKind kind,
            String key,
            UnaryOperator<PlacementRequest> ofRequest,
            Consumer<PlacementSession> ofCluster) {
        if (kinds.contains(kind)) {
            attempts.add(new Attempt(kind, key, ofRequest, ofCluster));
        }
    }

    private void collect() {
        ports();
        constraints();
        if (request.taskDefinition().effectiveNetworkMode().equals(NetworkMode.AWSVPC)
                && !request.subnetAvailabilityZones().isEmpty()) {
            for (String zone : List.of("z0", "z1")) {
                boolean there = cluster.instances().stream().anyMatch(instance -> zone.equals(instance.zone()));
                if (there && !request.subnetAvailabilityZones().contains(zone)) {
                    add(
                            ChangeKind.ADD_SUBNET_ZONE,
                            "zone " + zone,
                            r -> r.toBuilder()
                                    .subnetAvailabilityZones(List.of("z0", "z1"))
                                    .build(),
                            session -> {});
                }
            }
        }
        for (InstanceSnapshot instance : cluster.instances()) {
            ofInstance(instance);
        }
        for (TaskSnapshot task : cluster.tasks()) {
            add(ChangeKind.STOP_TASK, "stop " + task.id(), r -> r, session -> session.stop(task.id()));
        }
        addedInstances();
    }

    private void ports() {
        NetworkMode mode = request.taskDefinition().effectiveNetworkMode();
        if (!mode.equals(NetworkMode.BRIDGE)) {
            return;
        }
        ContainerDefinition first =
                request.taskDefinition().containerDefinitions().get(0);
        for (int i = 0; i < first.portMappings().size(); i++) {
            int index = i;
            add(
                    ChangeKind.DYNAMIC_PORT,
                    "port " + i,
                    r -> {
                        List<ContainerDefinition> containers =
                                new ArrayList<>(r.taskDefinition().containerDefinitions());
                        List<PortMapping> mappings =
                                new ArrayList<>(containers.get(0).portMappings());
                        mappings.set(
                                index,
                                PortMapping.builder()
                                        .containerPort(mappings.get(index).containerPort())
                                        .build());
                        containers.set(
                                0,
                                containers.get(0).toBuilder()
                                        .portMappings(mappings)
                                        .build());
                        return r.toBuilder()
                                .taskDefinition(r.taskDefinition().toBuilder()
                                        .containerDefinitions(containers)
                                        .build())
                                .build();
                    },
                    session -> {});
        }
    }

    private void constraints() {
        if (!request.taskDefinition().placementConstraints().isEmpty()) {
            add(
                    ChangeKind.DROP_CONSTRAINT,
                    "drop of definition",
                    r -> r.toBuilder()
                            .taskDefinition(r.taskDefinition().toBuilder()
                                    .placementConstraints(List.of())
                                    .build())
                            .build(),
                    session -> {});
        }
        for (PlacementConstraint constraint : request.placementConstraints()) {
            add(
                    ChangeKind.DROP_CONSTRAINT,
                    "drop " + constraint.type(),
                    r -> r.toBuilder()
                            .placementConstraints(r.placementConstraints().stream()
                                    .filter(other -> other != constraint)
                                    .toList())
                            .build(),
                    session -> {});
        }
    }

    private void ofInstance(InstanceSnapshot instance) {
        String id = instance.id();
        for (String name : List.of("rack", "slots", "needed")) {
            boolean asked = name.equals("needed")
                    ? request.requiredAttributes().contains(name)
                    : Stream.concat(
                                    request.placementConstraints().stream().map(PlacementConstraint::expression),
                                    request.taskDefinition().placementConstraints().stream()
                                            .map(constraint -> constraint.expression()))
                            .anyMatch(expression -> expression != null && expression.contains("attribute:" + name));
            if (asked && !instance.attributes().containsKey(name)) {
                for (String value : VALUES) {
                    add(
                            ChangeKind.ADD_ATTRIBUTE,
                            "attribute " + name + " of " + id,
                            r -> r,
                            session -> session.putAttribute(id, name, value));
                }
            }
        }
        if (!instance.agentConnected()) {
            add(ChangeKind.CONNECT_AGENT, "connect " + id, r -> r, session -> session.setAgentConnected(id, true));
        }
        if (instance.status().equals("DRAINING")) {
            add(ChangeKind.ACTIVATE_INSTANCE, "activate " + id, r -> r, session -> session.setStatus(id, "ACTIVE"));
        }
    }

    static String added(InstanceSnapshot instance) {
        Map<String, String> attributes = new LinkedHashMap<>(instance.attributes());
        attributes.remove(InstanceSnapshot.ZONE_ATTRIBUTE);
        return "add " + instance.registered().cpuUnits() + " "
                + instance.registered().memoryMib() + " " + instance.zone() + " " + instance.capacityProvider() + " "
                + new java.util.TreeMap<>(attributes);
    }

    private void addedInstances() {
        Set<String> seen = new TreeSet<>();
        for (InstanceSnapshot like : cluster.instances()) {
            for (InstanceSnapshot elsewhere : cluster.instances()) {
                InstanceSnapshot empty = like.toBuilder()
                        .attribute(InstanceSnapshot.ZONE_ATTRIBUTE, String.valueOf(elsewhere.zone()))
                        .status("ACTIVE")
                        .agentConnected(true)
                        .remaining(like.registered())
                        .takenPorts(TakenPorts.NONE)
                        .build();
                if (seen.add(added(empty))) {
                    add(
                            ChangeKind.ADD_INSTANCE,
                            added(empty),
                            r -> r,
                            session -> session.register(empty.toBuilder()
                                    .id("new-" + session.snapshot().instances().size())
                                    .build()));
                }
            }
        }
    }
}
