package io.stowage.ecs.placement.repair;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The instances that could join: like those that are there, and those that the caller has thought of. */
final class AddedInstances {
    /** What one instance has and another of its kind has not. */
    private static final Set<String> OF_ONE_INSTANCE = Set.of(InstanceSnapshot.ZONE_ATTRIBUTE, "ecs.subnet-id");

    private static final String TRUNK = "ecs.awsvpc-trunk-id";
    private static final String NO_ID = "-";
    private static final String TWIN = "-twin";

    private static final Comparator<InstanceSnapshot> RANK = Comparator.comparing(
                    (InstanceSnapshot instance) -> instance.registered().cpuUnits())
            .thenComparing(instance -> instance.registered().memoryMib())
            .thenComparing(instance -> instance.registered().gpuIds().size())
            .thenComparing(instance -> String.valueOf(instance.instanceType()))
            .thenComparing(instance -> String.valueOf(instance.zone()))
            .thenComparing(instance -> String.valueOf(instance.capacityProvider()))
            .thenComparing(InstanceSnapshot::toString);

    private final ClusterSnapshot cluster;
    private final Collection<InstanceSnapshot> addable;
    private final Set<String> providers = new LinkedHashSet<>();

    AddedInstances(ClusterSnapshot cluster, PlacementRequest request, Collection<InstanceSnapshot> addable) {
        this.cluster = cluster;
        this.addable = addable;
        Stream.concat(
                        Stream.ofNullable(request.capacityProvider()),
                        request.capacityProviderStrategy().stream()
                                .flatMap(item -> Stream.ofNullable(item.capacityProvider())))
                .forEach(providers::add);
    }

    List<Change> changes() {
        Set<InstanceSnapshot> kinds = new LinkedHashSet<>();
        Set<String> zones = Candidates.zones(cluster);
        cluster.instances().stream()
                .map(instance -> withoutZone(empty(instance)))
                .distinct()
                .flatMap(kind -> inZones(kind, zones))
                .forEach(kinds::add);
        addable.stream()
                .map(AddedInstances::empty)
                .flatMap(this::inProviders)
                .flatMap(kind -> kind.zone() == null ? inZones(kind, zones) : Stream.of(kind))
                .forEach(kinds::add);
        List<InstanceSnapshot> sorted = kinds.stream().sorted(RANK).toList();
        return IntStream.range(0, sorted.size())
                .<Change>mapToObj(i -> new Change.AddInstance(named(sorted.get(i), i + 1)))
                .toList();
    }

    /** A second one of the same kind. */
    static Change.AddInstance twin(Change.AddInstance first) {
        InstanceSnapshot instance = first.instance();
        return new Change.AddInstance(
                instance.toBuilder().id(instance.id() + TWIN).build());
    }

    private InstanceSnapshot named(InstanceSnapshot kind, int number) {
        String id = "added-" + number;
        while (cluster.instance(id).isPresent() || cluster.instance(id + TWIN).isPresent()) {
            id += "+";
        }
        return kind.toBuilder().id(id).build();
    }

    /** One that belongs to no provider joins one of those that the request wants. */
    private Stream<InstanceSnapshot> inProviders(InstanceSnapshot kind) {
        return kind.capacityProvider() != null || providers.isEmpty()
                ? Stream.of(kind)
                : providers.stream()
                        .map(provider ->
                                kind.toBuilder().capacityProvider(provider).build());
    }

    private static Stream<InstanceSnapshot> inZones(InstanceSnapshot kind, Set<String> zones) {
        return zones.isEmpty()
                ? Stream.of(kind)
                : zones.stream()
                        .map(zone -> kind.toBuilder()
                                .attribute(InstanceSnapshot.ZONE_ATTRIBUTE, zone)
                                .build());
    }

    private static InstanceSnapshot withoutZone(InstanceSnapshot instance) {
        Map<String, String> attributes = new LinkedHashMap<>(instance.attributes());
        attributes.keySet().removeAll(OF_ONE_INSTANCE);
        return instance.toBuilder().attributes(attributes).build();
    }

    /** One of the same kind that has just registered. */
    private static InstanceSnapshot empty(InstanceSnapshot instance) {
        InstanceResources all = instance.registered()
                .withGpuIds(numbered("gpu-", instance.registered().gpuIds()))
                .withNeuronDeviceIds(
                        numbered("neuron-device-", instance.registered().neuronDeviceIds()));
        InstanceSnapshotBuilder empty = instance.toBuilder()
                .id(NO_ID)
                .status("ACTIVE")
                .agentConnected(true)
                .ec2InstanceId(null)
                .registeredAt(null)
                .registered(all)
                .remaining(all)
                .takenPorts(instance.reservedPorts())
                .runningTasksCount(0);
        return (instance.attributes().containsKey(TRUNK) ? empty.attribute(TRUNK, "") : empty).build();
    }

    private static List<String> numbered(String prefix, NavigableSet<String> ids) {
        return IntStream.range(0, ids.size()).mapToObj(i -> prefix + i).toList();
    }
}
