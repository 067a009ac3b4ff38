package io.stowage.ecs.placement.repair;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraintType;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Clusters of one to three instances and amounts of a few units, so that everything that could be changed can be tried. */
final class TinyClusters {
    static final List<String> EXPRESSIONS = List.of(
            "attribute:rack == r1",
            "attribute:rack exists",
            "attribute:rack != r0",
            "attribute:rack in [r1, r2]",
            "attribute:rack =~ r[12]",
            "attribute:slots > 4",
            "attribute:rack !exists",
            "runningTasksCount < 2",
            "task:group == blue",
            "not (task:group == blue)",
            "attribute:ecs.availability-zone == z1");

    private static final List<String> GROUPS = List.of("service:web", "blue", "red");

    private final SplittableRandom random;

    TinyClusters(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    ClusterSnapshot cluster() {
        List<InstanceSnapshot> instances = new ArrayList<>();
        List<TaskSnapshot> tasks = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String id = "i-" + i;
            List<Integer> tcp = new ArrayList<>(List.of(22));
            long cpuUnits = random.nextInt(9);
            long memoryMib = random.nextInt(4, 20);
            long interfaces = random.nextInt(3);
            long usedCpuUnits = 0;
            long usedMemoryMib = 0;
            for (int t = random.nextInt(3); t > 0; t--) {
                long cpu = random.nextInt(5);
                long memory = random.nextInt(9);
                List<Integer> port = t == 1 && oneIn(2) ? List.of(80) : List.of();
                tcp.addAll(port);
                usedCpuUnits += cpu;
                usedMemoryMib += memory;
                tasks.add(TaskSnapshot.running(id + "/t" + t, id, any(GROUPS))
                        .withCounted(!oneIn(6))
                        .withScaleInProtection(oneIn(5))
                        .withHeld(HeldResources.of(cpu, memory).withPorts(TakenPorts.of(port, List.of()))));
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put(InstanceSnapshot.ZONE_ATTRIBUTE, "z" + random.nextInt(2));
            if (oneIn(3)) {
                attributes.put("rack", "r" + random.nextInt(3));
            }
            if (oneIn(3)) {
                attributes.put("needed", "");
            }
            instances.add(InstanceSnapshot.builder(
                            id,
                            InstanceResources.of(cpuUnits + usedCpuUnits, memoryMib + usedMemoryMib)
                                    .withNetworkInterfaces(2L))
                    .remaining(InstanceResources.of(cpuUnits, memoryMib).withNetworkInterfaces(interfaces))
                    .attributes(attributes)
                    .status(oneIn(7) ? "DRAINING" : "ACTIVE")
                    .agentConnected(!oneIn(7))
                    .capacityProvider(oneIn(2) ? "spot" : "base")
                    .reservedPorts(TakenPorts.of(List.of(22), List.of()))
                    .takenPorts(TakenPorts.of(tcp, List.of()))
                    .build());
        }
        return ClusterSnapshot.ofSnapshots(instances, tasks);
    }

    PlacementRequest request() {
        List<PlacementConstraint> constraints = new ArrayList<>();
        if (oneIn(4)) {
            constraints.add(Clusters.constraint("distinctInstance", null));
        }
        if (oneIn(3)) {
            constraints.add(Clusters.constraint("memberOf", any(EXPRESSIONS)));
        }
        boolean service = oneIn(2);
        PlacementRequest.Builder request = PlacementRequest.builder(taskDefinition())
                .count(random.nextInt(1, 5))
                .service(service ? "web" : null)
                .group(service ? null : any(GROUPS).replace("service:web", "red"))
                .placementConstraints(constraints)
                .requiredAttributes(oneIn(5) ? List.of("needed") : List.of())
                .subnetAvailabilityZones(oneIn(2) ? List.of("z0") : List.of())
                .waitsForCapacity(oneIn(6))
                .seed(random.nextLong());
        if (oneIn(5)) {
            request.capacityProviderStrategy(List.of(provider("spot", 1), provider("base", random.nextInt(3))));
        } else if (oneIn(5)) {
            request.capacityProvider("spot");
        }
        if (oneIn(6)) {
            request.daemonServices(List.of(PlacementRequest.builder(Clusters.task(1, 6))
                    .service("daemon")
                    .build()));
        }
        return request.build();
    }

    private static CapacityProviderStrategyItem provider(String name, int weight) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(name)
                .weight(weight)
                .build();
    }

    private TaskDefinition taskDefinition() {
        boolean awsvpc = oneIn(4);
        boolean host = !awsvpc && oneIn(8);
        List<PortMapping> ports = new ArrayList<>();
        if (oneIn(2)) {
            ports.add(Clusters.port(80));
            if (oneIn(3)) {
                ports.add(Clusters.port(oneIn(2) ? 80 : 22));
            }
        }
        List<ContainerDefinition> containers = new ArrayList<>();
        containers.add(Clusters.container(random.nextInt(8), random.nextInt(6, 16))
                .portMappings(ports)
                .build());
        if (oneIn(3)) {
            containers.add(Clusters.container(random.nextInt(3), random.nextInt(6, 9))
                    .name("side")
                    .build());
        }
        return TaskDefinition.builder()
                .family("app")
                .networkMode(awsvpc ? NetworkMode.AWSVPC : host ? NetworkMode.HOST : NetworkMode.BRIDGE)
                .memory(oneIn(6) ? String.valueOf(random.nextInt(12, 24)) : null)
                .containerDefinitions(containers)
                .placementConstraints(
                        oneIn(4)
                                ? List.of(TaskDefinitionPlacementConstraint.builder()
                                        .type(TaskDefinitionPlacementConstraintType.MEMBER_OF)
                                        .expression(any(EXPRESSIONS))
                                        .build())
                                : List.of())
                .build();
    }

    SplittableRandom random() {
        return random;
    }
}
