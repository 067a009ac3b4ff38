package io.stowage.ecs.placement;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.InstanceDescription;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion, written from the rules and sharing nothing with the engine: it keeps no books at all, but adds up who holds what each
 * time it is asked. It knows services and groups with spread and binpack, memberOf and distinctInstance.
 */
final class ReferenceModel {
    private static final List<PlacementStrategy> EVEN = List.of(
            Clusters.strategy("spread", "attribute:ecs.availability-zone"), Clusters.strategy("spread", "instanceId"));

    /** What the instances would have left without any listed task. */
    private final TreeMap<String, InstanceSnapshot> instances = new TreeMap<>();

    private final TreeMap<String, TaskSnapshot> tasks = new TreeMap<>();
    private final Map<String, Integer> unlisted = new TreeMap<>();

    ReferenceModel(ClusterSnapshot cluster) {
        cluster.instances().forEach(this::register);
        cluster.tasks().forEach(task -> tasks.put(task.id(), task));
        for (InstanceSnapshot instance : cluster.instances()) {
            int counted = (int) on(instance.id()).filter(TaskSnapshot::counted).count();
            unlisted.put(instance.id(), Math.max(0, instance.runningTasksCount() - counted));
        }
        // Listed tasks are in the numbers already; from here on they are subtracted.
        heldAtFirst.putAll(tasks);
    }

    private final Map<String, TaskSnapshot> heldAtFirst = new TreeMap<>();

    void register(InstanceSnapshot instance) {
        instances.put(instance.id(), instance);
        unlisted.put(instance.id(), instance.runningTasksCount());
    }

    void deregister(String id) {
        instances.remove(id);
        tasks.values().removeIf(task -> task.instanceId().equals(id));
        heldAtFirst.values().removeIf(task -> task.instanceId().equals(id));
    }

    void change(InstanceSnapshot instance) {
        instances.put(instance.id(), instance);
    }

    InstanceSnapshot instance(String id) {
        return Objects.requireNonNull(instances.get(id));
    }

    void stop(String id) {
        tasks.remove(id);
    }

    void beginStop(String id) {
        tasks.computeIfPresent(id, (same, task) -> task.withCounted(false));
    }

    void add(TaskSnapshot task) {
        tasks.put(task.id(), task);
    }

    TreeMap<String, TaskSnapshot> tasks() {
        return tasks;
    }

    private Stream<TaskSnapshot> on(String instance) {
        return tasks.values().stream().filter(task -> task.instanceId().equals(instance));
    }

    private long free(InstanceSnapshot instance, long remaining, ToLongFunction<TaskSnapshot> held) {
        long first = heldAtFirst.values().stream()
                .filter(task -> task.instanceId().equals(instance.id()))
                .mapToLong(held)
                .sum();
        return remaining + first - on(instance.id()).mapToLong(held).sum();
    }

    long cpuUnits(InstanceSnapshot instance) {
        return free(
                instance, instance.remaining().cpuUnits(), task -> task.held().cpuUnits());
    }

    long memoryMib(InstanceSnapshot instance) {
        return free(
                instance, instance.remaining().memoryMib(), task -> task.held().memoryMib());
    }

    long interfaces(InstanceSnapshot instance) {
        return free(
                instance,
                instance.remaining().networkInterfaces(),
                task -> task.held().networkInterfaces());
    }

    Set<String> gpus(InstanceSnapshot instance) {
        TreeSet<String> free = new TreeSet<>(instance.remaining().gpuIds());
        on(instance.id()).forEach(task -> free.removeAll(task.held().gpuIds()));
        return free;
    }

    Set<Integer> tcp(InstanceSnapshot instance) {
        return taken(instance, TakenPorts::tcp);
    }

    Set<Integer> udp(InstanceSnapshot instance) {
        return taken(instance, TakenPorts::udp);
    }

    private Set<Integer> taken(InstanceSnapshot instance, Function<TakenPorts, Set<Integer>> protocol) {
        TreeSet<Integer> taken = new TreeSet<>(protocol.apply(instance.takenPorts()));
        heldAtFirst.values().stream()
                .filter(task -> task.instanceId().equals(instance.id()))
                .forEach(task -> taken.removeAll(protocol.apply(task.held().ports())));
        taken.addAll(protocol.apply(instance.reservedPorts()));
        on(instance.id())
                .forEach(task -> taken.addAll(protocol.apply(task.held().ports())));
        return taken;
    }

    int running(InstanceSnapshot instance) {
        return unlisted.get(instance.id())
                + (int) on(instance.id()).filter(TaskSnapshot::counted).count();
    }

    /** The instances that answer, with the reason of each that refuses, in the order of their ids; empty for those that take the task. */
    TreeMap<String, String> answers(PlacementRequest request) {
        TreeMap<String, String> answers = new TreeMap<>();
        for (InstanceSnapshot instance : instances.values()) {
            boolean inPool = instance.status().equals("ACTIVE")
                    && (request.capacityProvider() == null
                            || request.capacityProvider().equals(instance.capacityProvider()));
            if (inPool) {
                answers.put(instance.id(), reason(instance, request));
            }
        }
        return answers;
    }

    private String reason(InstanceSnapshot instance, PlacementRequest request) {
        TaskNeeds needs = TaskNeeds.of(request.taskDefinition(), request.overrides());
        if (!instance.agentConnected()) {
            return "AGENT";
        }
        if (needs.cpuUnits().amount() > Math.max(0, cpuUnits(instance))) {
            return "RESOURCE:CPU";
        }
        if (needs.memoryMib().amount() > Math.max(0, memoryMib(instance))) {
            return "RESOURCE:MEMORY";
        }
        if (needs.tcpPorts().stream().map(PortNeed::port).anyMatch(tcp(instance)::contains)) {
            return "RESOURCE:PORTS";
        }
        if (needs.udpPorts().stream().map(PortNeed::port).anyMatch(udp(instance)::contains)) {
            return "RESOURCE:PORTS_UDP";
        }
        int ports = needs.tcpPorts().size() + needs.udpPorts().size();
        if (ports > 0 && tcp(instance).size() + udp(instance).size() + ports > 100) {
            return "RESOURCE:PORTS";
        }
        if (needs.networkInterfaces().amount() > Math.max(0, interfaces(instance))) {
            return "RESOURCE:ENI";
        }
        Set<String> gpus = gpus(instance);
        boolean inUse = gpus.size() < instance.registered().gpuIds().size();
        if (needs.gpus().amount() > gpus.size() || (needs.allGpus() && inUse)) {
            return "RESOURCE:GPU";
        }
        for (PlacementConstraint constraint : request.placementConstraints()) {
            boolean distinct = "distinctInstance".equals(String.valueOf(constraint.type()));
            if (distinct && count(request.group(), instance.id()) > 0) {
                return "DistinctInstance placement constraint unsatisfied.";
            }
            if (!distinct && !ClusterQuery.parse(constraint.expression()).matches(facts(instance))) {
                return "MemberOf placement constraint unsatisfied.";
            }
        }
        return "";
    }

    private InstanceDescription facts(InstanceSnapshot instance) {
        return new InstanceDescription(
                instance.agentConnected(),
                instance.agentVersion(),
                instance.ec2InstanceId(),
                instance.registeredAt(),
                running(instance),
                on(instance.id())
                        .filter(task -> task.counted() && task.group() != null)
                        .map(TaskSnapshot::group)
                        .toList(),
                instance.attributes());
    }

    private long count(String group, String instance) {
        return on(instance)
                .filter(task -> task.counted() && group.equals(task.group()))
                .count();
    }

    /** The tasks of the group under the same value of the field; null where the instance has none. */
    private @Nullable Long spread(InstanceSnapshot instance, String field, String group) {
        if (!field.startsWith("attribute:")) {
            return count(group, instance.id());
        }
        String name = field.substring("attribute:".length());
        String value = instance.attributes().get(name);
        if (value == null) {
            return null;
        }
        return instances.values().stream()
                .filter(other -> value.equals(other.attributes().get(name)))
                .mapToLong(other -> count(group, other.id()))
                .sum();
    }

    /** Where the next task goes; null if nowhere. */
    @Nullable
    String choose(PlacementRequest request) {
        List<String> best = new ArrayList<>();
        answers(request).forEach((id, reason) -> {
            if (reason.isEmpty()) {
                best.add(id);
            }
        });
        List<PlacementStrategy> strategies = request.placementStrategy().isEmpty() ? EVEN : request.placementStrategy();
        for (PlacementStrategy strategy : strategies) {
            ToLongFunction<String> score = id -> {
                InstanceSnapshot instance = instance(id);
                if ("cpu".equals(strategy.field())) {
                    return cpuUnits(instance);
                }
                if ("memory".equals(strategy.field())) {
                    return memoryMib(instance);
                }
                Long count = spread(instance, strategy.field(), request.group());
                return count == null ? Long.MAX_VALUE : count;
            };
            long lowest = best.stream().mapToLong(score).min().orElse(0);
            best.removeIf(id -> score.applyAsLong(id) != lowest);
        }
        return best.isEmpty() ? null : best.get(0);
    }

    /** The task to stop; null if there is none. */
    @Nullable
    String chooseToStop(String group, List<PlacementStrategy> written) {
        List<TaskSnapshot> best = new ArrayList<>(tasks.values().stream()
                .filter(task -> task.counted() && group.equals(task.group()) && !task.scaleInProtected())
                .toList());
        for (PlacementStrategy strategy : written.isEmpty() ? EVEN : written) {
            ToLongFunction<TaskSnapshot> score = task -> {
                InstanceSnapshot instance = instance(task.instanceId());
                if ("cpu".equals(strategy.field())) {
                    return cpuUnits(instance) + task.held().cpuUnits();
                }
                if ("memory".equals(strategy.field())) {
                    return memoryMib(instance) + task.held().memoryMib();
                }
                Long count = spread(instance, strategy.field(), group);
                return count == null ? Long.MAX_VALUE : count;
            };
            long highest = best.stream().mapToLong(score).max().orElse(0);
            best.removeIf(task -> score.applyAsLong(task) != highest);
        }
        return best.stream()
                .min(Comparator.comparing(
                                (TaskSnapshot task) -> Objects.requireNonNullElse(task.createdAt(), Instant.MIN),
                                Comparator.reverseOrder())
                        .thenComparing(TaskSnapshot::id))
                .map(TaskSnapshot::id)
                .orElse(null);
    }

    /** That the other has the same on its books. */
    boolean agreesWith(ClusterSnapshot cluster) {
        Set<TaskSnapshot> theirs = new HashSet<>(cluster.tasks());
        return theirs.equals(new HashSet<>(tasks.values()))
                && cluster.instances().size() == instances.size()
                && cluster.instances().stream().allMatch(this::agreesWith);
    }

    private boolean agreesWith(InstanceSnapshot theirs) {
        InstanceSnapshot ours = instance(theirs.id());
        return theirs.attributes().equals(ours.attributes())
                && theirs.status().equals(ours.status())
                && theirs.remaining().cpuUnits() == cpuUnits(ours)
                && theirs.remaining().memoryMib() == memoryMib(ours)
                && theirs.remaining().networkInterfaces() == interfaces(ours)
                && theirs.remaining().gpuIds().equals(gpus(ours))
                && theirs.takenPorts().tcp().equals(tcp(ours))
                && theirs.takenPorts().udp().equals(udp(ours))
                && theirs.runningTasksCount() == running(ours);
    }
}
