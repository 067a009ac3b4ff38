package io.stowage.ecs.placement;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small clusters and requests from a seed, crowded enough that every check and every tie occurs. */
final class RandomClusters {
    static final List<String> GROUPS = List.of("service:web", "family:app", "blue");

    private static final List<String> EXPRESSIONS = List.of(
            "attribute:ecs.availability-zone != z0",
            "attribute:rack exists",
            "attribute:rack !~ r[01]",
            "runningTasksCount < 3",
            "task:group != blue",
            "not (task:group == service:web and attribute:rack == r0)");

    private final SplittableRandom random;

    RandomClusters(long seed) {
        this.random = new SplittableRandom(seed);
    }

    ClusterSnapshot cluster() {
        List<InstanceSnapshot> instances = new ArrayList<>();
        List<TaskSnapshot> tasks = new ArrayList<>();
        int size = random.nextInt(1, 9);
        for (int i = 0; i < size; i++) {
            String id = "i-" + i;
            InstanceSnapshot instance = instance(id);
            instances.add(instance);
            for (int t = random.nextInt(3); t > 0; t--) {
                tasks.add(TaskSnapshot.running(id + "/t" + t, id, any(GROUPS))
                        .withCounted(random.nextInt(4) > 0)
                        .withScaleInProtection(random.nextInt(6) == 0)
                        .withCreatedAt(random.nextInt(3) == 0 ? null : Instant.ofEpochSecond(random.nextInt(5)))
                        .withHeld(HeldResources.of(128 * random.nextInt(2), 128 * random.nextInt(3))
                                .withPorts(random.nextInt(3) == 0 ? instance.takenPorts() : TakenPorts.NONE)));
            }
        }
        return ClusterSnapshot.ofSnapshots(instances, tasks);
    }

    InstanceSnapshot instance(String id) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (random.nextInt(8) > 0) {
            attributes.put("ecs.availability-zone", "z" + random.nextInt(3));
        }
        if (random.nextInt(3) > 0) {
            attributes.put("rack", random.nextInt(5) == 0 ? "" : "r" + random.nextInt(3));
        }
        List<Integer> tcp = new ArrayList<>(List.of(22, 2375));
        if (random.nextInt(3) == 0) {
            tcp.add(8080);
        }
        if (random.nextInt(10) == 0) {
            for (int port = 10_000; port < 10_097; port++) {
                tcp.add(port);
            }
        }
        InstanceResources registered = InstanceResources.of(2048, 2048)
                .withGpuIds(List.of("gpu-0", "gpu-1"))
                .withNetworkInterfaces(3L);
        InstanceResources remaining = InstanceResources.of(256 * random.nextInt(9), 256 * random.nextInt(9))
                .withGpuIds(List.of("gpu-0", "gpu-1").subList(random.nextInt(3), 2))
                .withNetworkInterfaces((long) random.nextInt(4));
        return InstanceSnapshot.builder(id, registered)
                .remaining(remaining)
                .status(random.nextInt(8) == 0 ? "DRAINING" : "ACTIVE")
                .agentConnected(random.nextInt(8) > 0)
                .agentVersion("1.70.0")
                .capacityProvider(random.nextInt(4) == 0 ? "spot" : null)
                .attributes(attributes)
                .reservedPorts(TakenPorts.of(List.of(22, 2375), List.of()))
                .takenPorts(TakenPorts.of(tcp, List.of()))
                .runningTasksCount(random.nextInt(3))
                .build();
    }

    PlacementRequest request() {
        List<PlacementStrategy> strategies = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            strategies.add(strategy());
        }
        List<PlacementConstraint> constraints = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            constraints.add(PlacementConstraint.builder()
                    .type(PlacementConstraintType.DISTINCT_INSTANCE)
                    .build());
        }
        if (random.nextInt(3) == 0) {
            constraints.add(PlacementConstraint.builder()
                    .type(PlacementConstraintType.MEMBER_OF)
                    .expression(any(EXPRESSIONS))
                    .build());
        }
        return request(taskDefinition(), strategies, constraints);
    }

    PlacementRequest request(
            TaskDefinition definition, List<PlacementStrategy> strategies, List<PlacementConstraint> constraints) {
        String group = any(GROUPS);
        return PlacementRequest.builder(definition)
                .count(random.nextInt(1, 11))
                .service(group.equals("service:web") ? "web" : null)
                .group(group.equals("blue") ? "blue" : null)
                .capacityProvider(random.nextInt(6) == 0 ? "spot" : null)
                .placementStrategy(strategies)
                .placementConstraints(constraints)
                .seed(random.nextLong())
                .build();
    }

    private PlacementStrategy strategy() {
        return switch (random.nextInt(6)) {
            case 0 -> strategy("binpack", "cpu");
            case 1 -> strategy("binpack", "memory");
            case 2 -> strategy("spread", "instanceId");
            case 3 -> strategy("spread", "attribute:rack");
            case 4 -> strategy("spread", "attribute:ecs.availability-zone");
            default ->
                PlacementStrategy.builder().type(PlacementStrategyType.RANDOM).build();
        };
    }

    static PlacementStrategy strategy(String type, String field) {
        return PlacementStrategy.builder()
                .type(new PlacementStrategyType(type))
                .field(field)
                .build();
    }

    TaskDefinition taskDefinition() {
        boolean awsvpc = random.nextInt(4) == 0;
        List<PortMapping> ports = new ArrayList<>();
        if (!awsvpc && random.nextInt(3) == 0) {
            ports.add(PortMapping.builder()
                    .containerPort(80)
                    .hostPort(random.nextBoolean() ? 8080 : 0)
                    .build());
        }
        if (!awsvpc && random.nextInt(6) == 0) {
            ports.add(PortMapping.builder()
                    .containerPort(53)
                    .hostPort(53)
                    .protocol(TransportProtocol.UDP)
                    .build());
        }
        List<ResourceRequirement> requirements = random.nextInt(4) > 0
                ? List.of()
                : List.of(ResourceRequirement.builder()
                        .type(ResourceType.GPU)
                        .value(random.nextInt(3) == 0 ? "ALL" : "1")
                        .build());
        return TaskDefinition.builder()
                .family("app")
                .networkMode(awsvpc ? NetworkMode.AWSVPC : NetworkMode.BRIDGE)
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("main")
                        .cpu(256 * random.nextInt(3))
                        .memory(256 * random.nextInt(1, 4))
                        .portMappings(ports)
                        .resourceRequirements(requirements)
                        .build()))
                .build();
    }

    SplittableRandom random() {
        return random;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
