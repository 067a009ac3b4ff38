package io.stowage.ecs.benchmarks.service;

import io.stowage.ecs.model.capacity.AutoScalingGroupProvider;
import io.stowage.ecs.model.capacity.CapacityProvider;
import io.stowage.ecs.model.capacity.ManagedDraining;
import io.stowage.ecs.model.capacity.ManagedScaling;
import io.stowage.ecs.model.capacity.ManagedScalingStatus;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.scaling.CapacityLimits;
import io.stowage.ecs.placement.service.MetricSeries;
import io.stowage.ecs.placement.service.ServiceScaling;
import io.stowage.ecs.placement.service.ServiceSimulator;
import io.stowage.ecs.placement.service.SimulatedCapacityProvider;
import io.stowage.ecs.placement.service.SimulatedService;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A day of a cluster: services behind two capacity providers follow a load that doubles and halves, each with its own hour, and each is
 * deployed once. Metrics and groups are looked at every minute. Before the day, the cluster has all its instances; at the peak of a
 * service it has {@value #PEAK_TASKS} tasks, one sixteenth of an instance each.
 */
final class Day {
    static final int PEAK_TASKS = 60;

    private static final int MINUTES = 24 * 60;
    private static final TaskDefinition TASK = TaskDefinition.builder()
            .family("app")
            .networkMode(NetworkMode.BRIDGE)
            .containerDefinitions(List.of(ContainerDefinition.builder()
                    .name("main")
                    .cpu(256)
                    .memory(256)
                    .build()))
            .build();

    private Day() {}

    /** The cluster as it is at midnight, with all that will happen written down. */
    static ServiceSimulator of(int instances, int services) {
        List<InstanceSnapshot> machines = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            machines.add(machine(String.format(Locale.ROOT, "i-%05d", i), i)
                    .capacityProvider(provider(i))
                    .build());
        }
        ServiceSimulator simulator = ServiceSimulator.builder(ClusterSnapshot.ofSnapshots(machines, List.of()))
                .build();
        for (int i = 0; i < 2; i++) {
            simulator.addCapacityProvider(group(provider(i), instances / 2));
        }
        for (int i = 0; i < services; i++) {
            SimulatedService service = service(i);
            simulator.create(service);
            simulator.scale(service.name(), following(i));
            simulator.at(Duration.ofMinutes(1 + i * 37L % MINUTES), each -> each.deploy(service));
        }
        return simulator;
    }

    private static InstanceSnapshotBuilder machine(String id, int index) {
        return InstanceSnapshot.builder(id, InstanceResources.of(4096, 4096))
                .attribute(InstanceSnapshot.ZONE_ATTRIBUTE, "zone-" + (char) ('a' + index % 3));
    }

    private static String provider(int index) {
        return index % 2 == 0 ? "even" : "odd";
    }

    private static SimulatedCapacityProvider group(String name, int most) {
        return new SimulatedCapacityProvider(
                CapacityProvider.builder()
                        .name(name)
                        .autoScalingGroupProvider(AutoScalingGroupProvider.builder()
                                .managedScaling(ManagedScaling.builder()
                                        .status(ManagedScalingStatus.ENABLED)
                                        .build())
                                .managedDraining(ManagedDraining.ENABLED)
                                .build())
                        .build(),
                new CapacityLimits(0, most),
                List.of(machine("t-" + name, 0).build(), machine("u-" + name, 1).build()),
                Duration.ofMinutes(2));
    }

    private static SimulatedService service(int index) {
        return SimulatedService.of(
                CreateServiceRequest.builder()
                        .serviceName("service-" + index)
                        .desiredCount(PEAK_TASKS * 2 / 3)
                        .placementStrategy(List.of(
                                PlacementStrategy.builder()
                                        .type(PlacementStrategyType.SPREAD)
                                        .field("attribute:" + InstanceSnapshot.ZONE_ATTRIBUTE)
                                        .build(),
                                PlacementStrategy.builder()
                                        .type(PlacementStrategyType.BINPACK)
                                        .field("memory")
                                        .build()))
                        .capacityProviderStrategy(List.of(CapacityProviderStrategyItem.builder()
                                .capacityProvider(provider(index))
                                .build()))
                        .build(),
                TASK);
    }

    private static ServiceScaling following(int index) {
        MetricSeries load = MetricSeries.shared(at -> {
            double day = 2 * Math.PI * ((at.getEpochSecond() / 60 + index * 29L) % MINUTES) / MINUTES;
            return PEAK_TASKS * 50 * (0.75 + 0.25 * Math.sin(day));
        });
        Duration cooldown = Duration.ofMinutes(5);
        return new ServiceScaling(
                new CapacityLimits(1, PEAK_TASKS),
                List.of(new ServiceScaling.Tracking(50, load, cooldown, cooldown, false)),
                List.of(),
                List.of());
    }
}
