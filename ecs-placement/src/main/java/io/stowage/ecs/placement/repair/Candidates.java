package io.stowage.ecs.placement.repair;

import io.stowage.ecs.model.attributes.RequiredAttribute;
import io.stowage.ecs.model.attributes.RequiredAttributes;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which changes could be tried, in the order of rank. Whether one helps is not known here. Lowered amounts are not among them. */
final class Candidates {
    private final ClusterSnapshot cluster;
    private final PlacementRequest request;
    private final SearchLimits limits;
    private final Map<ChangeKind, List<Change>> known = new EnumMap<>(ChangeKind.class);

    Candidates(ClusterSnapshot cluster, PlacementRequest request, SearchLimits limits) {
        this.cluster = cluster;
        this.request = request;
        this.limits = limits;
    }

    /** What is placed. */
    PlacementRequest request() {
        return request;
    }

    List<Change> of(ChangeKind kind) {
        return limits.kinds().contains(kind) ? known.computeIfAbsent(kind, this::find) : List.of();
    }

    private List<Change> find(ChangeKind kind) {
        return switch (kind) {
            case DYNAMIC_PORT -> dynamicPorts();
            case LOWER_CPU, LOWER_MEMORY -> List.of();
            case ADD_SUBNET_ZONE -> subnetZones();
            case ADD_ATTRIBUTE -> attributes();
            case CONNECT_AGENT ->
                instances()
                        .filter(instance -> !instance.agentConnected())
                        .<Change>map(instance -> new Change.ConnectAgent(instance.id()))
                        .toList();
            case ACTIVATE_INSTANCE ->
                instances()
                        .filter(instance -> instance.status().equals("DRAINING"))
                        .<Change>map(instance -> new Change.ActivateInstance(instance.id()))
                        .toList();
            case DROP_CONSTRAINT -> constraints();
            case STOP_TASK -> tasks();
            case ADD_INSTANCE -> new AddedInstances(cluster, request, limits.addable()).changes();
        };
    }

    private Stream<InstanceSnapshot> instances() {
        return cluster.instances().stream();
    }

    private List<Change> dynamicPorts() {
        NetworkMode mode = request.taskDefinition().effectiveNetworkMode();
        if (mode.equals(NetworkMode.HOST)) {
            return List.of();
        }
        TaskNeeds needs = TaskNeeds.of(request.taskDefinition(), request.overrides());
        return Stream.concat(
                        needs.tcpPorts().stream().map(need -> dynamic(need, TransportProtocol.TCP)),
                        needs.udpPorts().stream().map(need -> dynamic(need, TransportProtocol.UDP)))
                .toList();
    }

    private static Change dynamic(PortNeed need, TransportProtocol protocol) {
        return new Change.DynamicPort(need.port(), protocol, RequestEdits.TASK_DEFINITION + need.askedBy());
    }

    private List<Change> subnetZones() {
        boolean limited = request.taskDefinition().effectiveNetworkMode().equals(NetworkMode.AWSVPC)
                && !request.subnetAvailabilityZones().isEmpty();
        if (!limited) {
            return List.of();
        }
        Set<String> others = zones(cluster);
        request.subnetAvailabilityZones().forEach(others::remove);
        return others.stream().<Change>map(Change.AddSubnetZone::new).toList();
    }

    /** The zones of the cluster by name. */
    static Set<String> zones(ClusterSnapshot cluster) {
        Set<String> zones = new TreeSet<>();
        cluster.instances().stream()
                .map(InstanceSnapshot::zone)
                .filter(Objects::nonNull)
                .forEach(zones::add);
        return zones;
    }

    private List<Change> attributes() {
        Set<String> required = requiredAttributes();
        AttributeValues asked = AttributeValues.of(expressions(), cluster);
        List<Change> changes = new ArrayList<>();
        for (InstanceSnapshot instance : cluster.instances()) {
            Set<String> names = new TreeSet<>(required);
            names.addAll(asked.names());
            names.removeAll(instance.attributes().keySet());
            for (String name : names) {
                if (required.contains(name) && !asked.names().contains(name)) {
                    changes.add(new Change.AddAttribute(instance.id(), name, ""));
                } else {
                    asked.values(name)
                            .forEach(value -> changes.add(new Change.AddAttribute(instance.id(), name, value)));
                }
            }
        }
        return changes;
    }

    private Set<String> requiredAttributes() {
        TaskDefinition definition = request.taskDefinition();
        Set<String> names = new LinkedHashSet<>(request.requiredAttributes());
        definition.requiresAttributes().stream()
                .map(Attribute::name)
                .filter(Objects::nonNull)
                .forEach(names::add);
        if (request.derivesRequiredAttributes()) {
            RequiredAttributes.of(definition).attributes().stream()
                    .map(RequiredAttribute::name)
                    .forEach(names::add);
        }
        return names;
    }

    private List<String> expressions() {
        return constraints().stream()
                .map(Change.DropConstraint.class::cast)
                .filter(constraint -> constraint.type().equals("memberOf"))
                .flatMap(constraint -> Stream.ofNullable(constraint.expression()))
                .toList();
    }

    private List<Change> constraints() {
        List<Change> changes = new ArrayList<>();
        List<TaskDefinitionPlacementConstraint> ofDefinition =
                request.taskDefinition().placementConstraints();
        for (int i = 0; i < ofDefinition.size(); i++) {
            TaskDefinitionPlacementConstraint constraint = ofDefinition.get(i);
            if (constraint.type() != null) {
                changes.add(new Change.DropConstraint(
                        constraint.type().value(),
                        constraint.expression(),
                        RequestEdits.TASK_DEFINITION + RequestEdits.CONSTRAINTS + i));
            }
        }
        List<PlacementConstraint> ofRequest = request.placementConstraints();
        for (int i = 0; i < ofRequest.size(); i++) {
            PlacementConstraint constraint = ofRequest.get(i);
            if (constraint.type() != null) {
                changes.add(new Change.DropConstraint(
                        constraint.type().value(), constraint.expression(), RequestEdits.CONSTRAINTS + i));
            }
        }
        return changes;
    }

    private List<Change> tasks() {
        return cluster.tasks().stream()
                .sorted(Comparator.comparing(TaskSnapshot::scaleInProtected)
                        .thenComparing(task -> task.held().memoryMib())
                        .thenComparing(task -> task.held().cpuUnits())
                        .thenComparing(TaskSnapshot::id))
                .<Change>map(Change.StopTask::new)
                .toList();
    }
}
