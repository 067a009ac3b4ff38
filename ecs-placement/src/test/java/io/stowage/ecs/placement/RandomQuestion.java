package io.stowage.ecs.placement;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraintType;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cluster and a request from a seed, such that every check there is fails somewhere. The parts can be changed one by one, and then it is
 * asked anew.
 */
final class RandomQuestion {
    /** An engine with a resource and a constraint of its own. */
    static final PlacementEngine ENGINE = PlacementEngine.builder()
            .resource(new Licenses())
            .constraint(new Roomy())
            .build();

    private static final String LICENSES = "licenses";

    final Map<String, InstanceSnapshot> instances = new TreeMap<>();
    final Map<String, TaskSnapshot> tasks = new TreeMap<>();
    TaskDefinition definition;
    final List<PlacementConstraint> constraints = new ArrayList<>();
    final List<PlacementStrategy> strategies;
    final List<String> requiredAttributes = new ArrayList<>();
    final List<String> zones = new ArrayList<>();
    boolean platformCheck = true;
    private final LaunchType launchType;
    private final PlacementRequest random;

    RandomQuestion(long seed) {
        RandomClusters clusters = new RandomClusters(seed);
        SplittableRandom dice = clusters.random();
        ClusterSnapshot cluster = clusters.cluster();
        cluster.instances().forEach(instance -> instances.put(instance.id(), more(instance, dice)));
        cluster.tasks().forEach(task -> tasks.put(task.id(), task));
        this.random = clusters.request();
        this.definition = more(random.taskDefinition(), dice);
        this.constraints.addAll(random.placementConstraints());
        if (dice.nextInt(5) == 0) {
            constraints.add(dice.nextInt(constraints.size() + 1), Clusters.constraint("roomy", "2"));
        }
        this.strategies = random.placementStrategy();
        for (String name : List.of("cap.a", "cap.b")) {
            if (dice.nextInt(4) == 0) {
                requiredAttributes.add(name);
            }
        }
        if (dice.nextInt(3) == 0) {
            zones.addAll(List.of("z0", "z1").subList(0, dice.nextInt(1, 3)));
        }
        this.launchType = random.capacityProvider() != null || dice.nextInt(8) > 0 ? null : LaunchType.EXTERNAL;
    }

    /** A copy of which the parts can be changed. */
    RandomQuestion(RandomQuestion from) {
        this.instances.putAll(from.instances);
        this.tasks.putAll(from.tasks);
        this.definition = from.definition;
        this.constraints.addAll(from.constraints);
        this.strategies = from.strategies;
        this.requiredAttributes.addAll(from.requiredAttributes);
        this.zones.addAll(from.zones);
        this.platformCheck = from.platformCheck;
        this.launchType = from.launchType;
        this.random = from.random;
    }

    private static InstanceSnapshot more(InstanceSnapshot instance, SplittableRandom dice) {
        var builder = instance.toBuilder();
        for (String name : List.of("cap.a", "cap.b", "ecs.capability.external")) {
            if (dice.nextInt(8) == 0) {
                builder.attribute(name, "");
            }
        }
        if (dice.nextInt(4) > 0) {
            builder.attribute("ecs.cpu-architecture", dice.nextBoolean() ? "x86_64" : "arm64");
        }
        if (dice.nextInt(4) > 0) {
            builder.attribute("ecs.os-type", dice.nextInt(4) > 0 ? "linux" : "windows");
        }
        InstanceResources registered = instance.registered()
                .withNeuronDeviceIds(List.of("n0", "n1").subList(0, dice.nextInt(3)))
                .withOther("LICENSES", List.of((long) dice.nextInt(3)));
        List<String> neuron = List.copyOf(registered.neuronDeviceIds());
        return builder.registered(registered)
                .remaining(instance.remaining()
                        .withNeuronDeviceIds(neuron.subList(0, dice.nextInt(neuron.size() + 1)))
                        .withOther("LICENSES", List.of((long) dice.nextInt(3))))
                .build();
    }

    private static TaskDefinition more(TaskDefinition definition, SplittableRandom dice) {
        ContainerDefinition container = definition.containerDefinitions().get(0);
        List<PortMapping> ports = new ArrayList<>(container.portMappings());
        boolean awsvpc = definition.effectiveNetworkMode().equals(NetworkMode.AWSVPC);
        if (!awsvpc && dice.nextInt(12) == 0) {
            ports.addAll(ports);
        }
        if (!awsvpc && dice.nextInt(6) == 0) {
            ports.add(Clusters.port(9000));
            ports.add(Clusters.port(22));
        }
        List<ResourceRequirement> requirements = new ArrayList<>(container.resourceRequirements());
        if (dice.nextInt(6) == 0) {
            requirements.add(ResourceRequirement.builder()
                    .type(ResourceType.NEURON_DEVICE)
                    .value("ALL")
                    .build());
        }
        return definition.toBuilder()
                .runtimePlatform(
                        dice.nextInt(3) > 0
                                ? null
                                : RuntimePlatform.builder()
                                        .cpuArchitecture(CPUArchitecture.ARM64)
                                        .operatingSystemFamily(dice.nextBoolean() ? null : OSFamily.LINUX)
                                        .build())
                .placementConstraints(
                        dice.nextInt(3) > 0
                                ? List.of()
                                : List.of(TaskDefinitionPlacementConstraint.builder()
                                        .type(TaskDefinitionPlacementConstraintType.MEMBER_OF)
                                        .expression("attribute:rack == r1 or task:group == blue")
                                        .build()))
                .containerDefinitions(List.of(container.toBuilder()
                        .portMappings(ports)
                        .resourceRequirements(requirements)
                        .dockerLabels(
                                dice.nextInt(4) > 0 ? Map.of() : Map.of(LICENSES, String.valueOf(dice.nextInt(1, 3))))
                        .build()))
                .build();
    }

    ClusterSnapshot cluster() {
        return ClusterSnapshot.ofSnapshots(instances.values(), tasks.values());
    }

    PlacementRequest request(int count) {
        return PlacementRequest.builder(definition)
                .count(count)
                .service(random.service())
                .group(random.group().equals("blue") ? "blue" : null)
                .capacityProvider(random.capacityProvider())
                .launchType(launchType)
                .placementConstraints(constraints)
                .placementStrategy(strategies)
                .requiredAttributes(requiredAttributes)
                .subnetAvailabilityZones(zones)
                .platformCheck(platformCheck)
                .seed(random.seed())
                .build();
    }

    int count() {
        return random.count();
    }

    /** Places a task with no other instance to go to than the one; the others stay, with what counts on them. */
    PlacementResult placeOn(String id) {
        return placeOn(id, instances.get(id), tasks.values().stream().toList());
    }

    /** The same with another state of that instance, and other tasks. */
    PlacementResult placeOn(String id, InstanceSnapshot state, List<TaskSnapshot> allTasks) {
        List<InstanceSnapshot> all = new ArrayList<>();
        instances.values().stream()
                .filter(instance -> !instance.id().equals(id))
                .map(instance -> instance.toBuilder().status("DRAINING").build())
                .forEach(all::add);
        all.add(state);
        return ENGINE.place(ClusterSnapshot.ofSnapshots(all, allTasks), request(1));
    }

    /** Needs as many licences as a label says. */
    private static final class Licenses implements ResourcePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("LICENSES", "Licences.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            String label = task.definition()
                    .containerDefinitions()
                    .get(0)
                    .dockerLabels()
                    .getOrDefault(LICENSES, "0");
            return ResourceNeed.amount(
                    Long.parseLong(label), List.of("/taskDefinition/containerDefinitions/0/dockerLabels"));
        }
    }

    /** At most so many tasks on the instance, whatever their group. */
    private static final class Roomy implements ConstraintPlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("roomy", "At most so many tasks.");
        }

        @Override
        public Check prepare(RuleDefinition rule) {
            long most = Long.parseLong(String.valueOf(rule.argument()));
            return new Check() {
                @Override
                public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
                    long there = candidate.tasks().size();
                    return there < most
                            ? null
                            : Refusal.because("Roomy unsatisfied.", there + " are there", List.of(rule.pointer()));
                }

                @Override
                public Set<DependsOn> dependsOn() {
                    return Set.of(DependsOn.TASKS);
                }
            };
        }
    }
}
