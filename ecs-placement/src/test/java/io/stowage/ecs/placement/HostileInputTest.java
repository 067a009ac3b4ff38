package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.task.Container;
import io.stowage.ecs.model.task.ContainerOverride;
import io.stowage.ecs.model.task.NetworkBinding;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.placement.headroom.Headroom;
import io.stowage.ecs.placement.repair.RepairSearch;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Documents that no cluster and nobody in his right mind would write. What cannot be understood is refused with a message that names it; for
 * all else the answer holds: nothing is placed where it does not fit.
 */
class HostileInputTest {
    private static final int DOCUMENTS = 4_000;

    private static final List<Integer> NUMBERS =
            Arrays.asList(null, Integer.MIN_VALUE, -1, 0, 0, 1, 22, 128, 1024, 65_535, 65_536, Integer.MAX_VALUE);
    private static final List<String> PORTS = List.of("0", "22", "65535", "80", "8080", "22");
    private static final List<String> ABSURD_PORTS = List.of("-1", "65536", "99999999999", "x", "", " 22");
    private static final List<String> SIZES =
            Arrays.asList(null, "", "abc", "-1", "0", "256", "1 vCPU", "0.5GB", "99999999999999999999 GB", "${SIZE}");
    private static final List<String> COUNTS = Arrays.asList(null, "-1", "0", "1", "99999999999", "ALL", "all", "x");
    private static final List<String> TEXTS = Arrays.asList(null, "", "ACTIVE", "DRAINING", "nonsense");

    private static <T> T any(SplittableRandom random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static Integer number(SplittableRandom random) {
        return any(random, NUMBERS);
    }

    private static Resource amount(String name, Integer value) {
        return Resource.builder().name(name).type("INTEGER").integerValue(value).build();
    }

    private static Resource set(String name, List<String> values) {
        return Resource.builder()
                .name(name)
                .type("STRINGSET")
                .stringSetValue(values)
                .build();
    }

    private static List<Resource> resources(SplittableRandom random, boolean absurd) {
        List<Resource> resources = new ArrayList<>();
        resources.add(amount("CPU", absurd ? number(random) : Integer.valueOf(2048)));
        resources.add(amount("MEMORY", absurd ? number(random) : Integer.valueOf(4096)));
        resources.add(set("PORTS", List.of(any(random, PORTS), any(random, absurd ? ABSURD_PORTS : PORTS))));
        resources.add(set("PORTS_UDP", List.of(any(random, PORTS))));
        resources.add(set("GPU", List.of("g", "g")));
        resources.add(amount(absurd ? null : "OTHER", number(random)));
        return resources;
    }

    private static ContainerInstance instance(SplittableRandom random, String id) {
        boolean absurd = random.nextInt(3) == 0;
        return ContainerInstance.builder()
                .containerInstanceArn(id)
                .status(random.nextInt(3) == 0 ? any(random, TEXTS) : "ACTIVE")
                .agentConnected(random.nextInt(4) == 0 ? null : Boolean.TRUE)
                .runningTasksCount(number(random))
                .registeredResources(resources(random, absurd && random.nextBoolean()))
                .remainingResources(random.nextInt(3) == 0 ? List.of() : resources(random, absurd))
                .attributes(List.of(
                        attribute(any(random, TEXTS), any(random, TEXTS)),
                        attribute("ecs.instance-type", any(random, Arrays.asList("m5.large", "", null, "x9.huge"))),
                        attribute("rack", any(random, TEXTS))))
                .build();
    }

    private static Attribute attribute(String name, String value) {
        return Attribute.builder().name(name).value(value).build();
    }

    private static Task task(SplittableRandom random, String id) {
        return Task.builder()
                .taskArn(random.nextInt(5) == 0 ? null : id)
                .containerInstanceArn(any(random, Arrays.asList("i-0", "i-1", "i-9", "", null)))
                .group(any(random, TEXTS))
                .desiredStatus(any(random, TEXTS))
                .lastStatus(any(random, TEXTS))
                .cpu(any(random, SIZES))
                .memory(any(random, SIZES))
                .containers(List.of(Container.builder()
                        .gpuIds(List.of("g", "h"))
                        .networkBindings(List.of(NetworkBinding.builder()
                                .hostPort(number(random))
                                .containerPort(number(random))
                                .protocol(random.nextBoolean() ? TransportProtocol.TCP : new TransportProtocol("x"))
                                .build()))
                        .build()))
                .build();
    }

    private static PlacementRequest request(SplittableRandom random) {
        List<ContainerDefinition> containers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            containers.add(ContainerDefinition.builder()
                    .name(any(random, TEXTS))
                    .cpu(number(random))
                    .memory(number(random))
                    .memoryReservation(number(random))
                    .portMappings(List.of(PortMapping.builder()
                            .hostPort(number(random))
                            .containerPort(number(random))
                            .protocol(any(
                                    random,
                                    Arrays.asList(null, TransportProtocol.UDP, new TransportProtocol("nonsense"))))
                            .build()))
                    .resourceRequirements(List.of(ResourceRequirement.builder()
                            .type(any(
                                    random,
                                    Arrays.asList(
                                            null, ResourceType.GPU, ResourceType.NEURON_DEVICE, new ResourceType("x"))))
                            .value(any(random, COUNTS))
                            .build()))
                    .build());
        }
        TaskDefinition definition = TaskDefinition.builder()
                .cpu(any(random, SIZES))
                .memory(any(random, SIZES))
                .networkMode(any(
                        random, Arrays.asList(null, NetworkMode.HOST, NetworkMode.AWSVPC, new NetworkMode("nonsense"))))
                .containerDefinitions(containers)
                .build();
        return PlacementRequest.builder(definition)
                .count(any(random, List.of(Integer.MIN_VALUE, 0, 1, 1, 3, 3, 3, 3, 50)))
                .service(any(random, Arrays.asList(null, "", "web")))
                .group(any(random, Arrays.asList(null, "", "x")))
                .requiredAttributes(random.nextInt(4) == 0 ? List.of("") : List.of())
                .subnetAvailabilityZones(random.nextInt(4) == 0 ? List.of("") : List.of())
                .placementConstraints(
                        random.nextInt(4) > 0
                                ? List.of()
                                : List.of(PlacementConstraint.builder()
                                        .type(any(
                                                random,
                                                Arrays.asList(
                                                        null,
                                                        PlacementConstraintType.MEMBER_OF,
                                                        PlacementConstraintType.DISTINCT_INSTANCE)))
                                        .expression(any(
                                                random,
                                                Arrays.asList(null, "", "attribute:rack exists", "((((", "\u0000")))
                                        .build()))
                .overrides(
                        random.nextInt(3) > 0
                                ? null
                                : TaskOverride.builder()
                                        .cpu(any(random, SIZES))
                                        .memory(any(random, SIZES))
                                        .containerOverrides(List.of(ContainerOverride.builder()
                                                .name(any(random, TEXTS))
                                                .cpu(number(random))
                                                .build()))
                                        .build())
                .build();
    }

    private static List<ContainerInstance> instances(SplittableRandom random) {
        List<ContainerInstance> instances = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            instances.add(instance(random, random.nextInt(20) == 0 ? "i-0" : "i-" + i));
        }
        return instances;
    }

    @Test
    void documents_hostile_areRefusedByNameOrPlacedWhereTheyFit() {
        int refused = 0;
        int placed = 0;
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<ContainerInstance> instances = instances(random);
            List<Task> tasks = List.of(
                    task(random, "t-1"), task(random, "t-2"), task(random, random.nextInt(8) == 0 ? "t-1" : "t-3"));
            PlacementRequest request = request(random);
            try {
                ClusterSnapshot before = ClusterSnapshot.of(instances, tasks);
                PlacementSession session = PlacementEngine.standard().open(before);
                PlacementResult result = session.place(request);
                assertThat(result.placements().size() + result.unplaced())
                        .as("seed %d", seed)
                        .isEqualTo(request.count());
                assertFits(before, session.snapshot(), seed);
                placed += result.placements().isEmpty() ? 0 : 1;
                assertAsked(before, request, seed);
            } catch (PlacementRequestException e) {
                assertThat(e.faults()).as("seed %d", seed).isNotEmpty();
                refused++;
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage())
                        .as("seed %d", seed)
                        .containsPattern("container instance i-[0-9]|^task |no port|was expected");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(DOCUMENTS / 10);
        assertThat(placed).isGreaterThan(DOCUMENTS / 10);
    }

    /** Nothing goes below zero that was not there before, and nobody has a port or a GPU that somebody else has. */
    private static void assertFits(ClusterSnapshot before, ClusterSnapshot after, int seed) {
        for (InstanceSnapshot now : after.instances()) {
            InstanceSnapshot then = before.instance(now.id()).orElseThrow();
            assertThat(now.remaining().cpuUnits())
                    .as("cpu, seed %d", seed)
                    .isGreaterThanOrEqualTo(Math.min(0, then.remaining().cpuUnits()));
            assertThat(now.remaining().memoryMib())
                    .as("memory, seed %d", seed)
                    .isGreaterThanOrEqualTo(Math.min(0, then.remaining().memoryMib()));
            assertThat(now.takenPorts().count()).as("ports, seed %d", seed).isLessThanOrEqualTo(100);
            List<Integer> given = after.tasks().stream()
                    .filter(task -> task.instanceId().equals(now.id())
                            && before.task(task.id()).isEmpty())
                    .flatMap(task -> task.held().ports().tcp().stream())
                    .toList();
            assertThat(given).as("ports, seed %d", seed).doesNotHaveDuplicates();
            assertThat(Collections.disjoint(then.takenPorts().tcp(), given))
                    .as("ports, seed %d", seed)
                    .isTrue();
        }
    }

    /** Whoever asks what would help, and what still fits, gets an answer as well. */
    private static void assertAsked(ClusterSnapshot cluster, PlacementRequest request, int seed) {
        if (seed % 20 == 0) {
            PlacementSession session = PlacementEngine.standard().open(cluster);
            assertThatCode(() -> Headroom.of(session, request, 20))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            assertThatCode(() -> RepairSearch.builder(PlacementEngine.standard())
                            .mostTrials(500)
                            .build()
                            .find(cluster, request))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void resources_negativeOrAbsurd_areNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterSnapshot.of(
                        List.of(ContainerInstance.builder()
                                .containerInstanceArn("i-1")
                                .registeredResources(List.of(amount("CPU", -1), amount("MEMORY", 1)))
                                .build()),
                        List.of()))
                .withMessage(
                        "container instance i-1 has registered less than nothing: -1 CPU units, 1 MiB, null network interfaces");
        for (String port : ABSURD_PORTS) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClusterSnapshot.of(
                            List.of(ContainerInstance.builder()
                                    .containerInstanceArn("i-1")
                                    .registeredResources(
                                            List.of(amount("CPU", 1), amount("MEMORY", 1), set("PORTS", List.of(port))))
                                    .build()),
                            List.of()))
                    .withMessage(
                            "container instance i-1 lists the port \"" + port + "\" in PORTS; ports are 0 to 65535");
        }
    }

    @Test
    void instance_overcommitted_takesNothingThatNeedsSomething() {
        ContainerInstance instance = ContainerInstance.builder()
                .containerInstanceArn("i-1")
                .registeredResources(List.of(amount("CPU", 1024), amount("MEMORY", 1024)))
                .remainingResources(List.of(amount("CPU", -100), amount("MEMORY", 1024)))
                .build();

        PlacementResult result = PlacementEngine.standard()
                .place(
                        ClusterSnapshot.of(List.of(instance), List.of()),
                        Clusters.web(Clusters.task(1, 1)).build());
        assertThat(result.placements()).isEmpty();
        assertThat(result.failures())
                .extracting(PlacementFailure::detail)
                .containsExactly("needs 1 CPU units, has -100 left");
    }

    @Test
    void attribute_withoutValue_isThereAndEmpty() {
        ContainerInstance instance = ContainerInstance.builder()
                .containerInstanceArn("i-1")
                .registeredResources(List.of(amount("CPU", 1024), amount("MEMORY", 1024)))
                .attributes(List.of(attribute("rack", null), attribute(null, "x")))
                .build();
        ClusterSnapshot cluster = ClusterSnapshot.of(List.of(instance), List.of());
        PlacementRequest.Builder request = Clusters.web(Clusters.task(1, 1));

        assertThat(cluster.instances().get(0).attributes())
                .containsOnlyKeys("rack")
                .containsEntry("rack", "");
        for (String expression : List.of("attribute:rack exists", "attribute:rack != r1")) {
            assertThat(PlacementEngine.standard()
                            .place(
                                    cluster,
                                    request.placementConstraints(List.of(Clusters.constraint("memberOf", expression)))
                                            .requiredAttributes(List.of("rack"))
                                            .build())
                            .placements())
                    .as(expression)
                    .hasSize(1);
        }
    }

    @Test
    void task_onAnUnknownInstance_countsNowhereAndIsNoted() {
        ContainerInstance instance = ContainerInstance.builder()
                .containerInstanceArn("i-1")
                .registeredResources(List.of(amount("CPU", 1024), amount("MEMORY", 1024)))
                .build();
        Task elsewhere = Task.builder()
                .taskArn("t-1")
                .containerInstanceArn("i-2")
                .group("service:web")
                .memory("1024")
                .build();
        ClusterSnapshot cluster = ClusterSnapshot.of(List.of(instance), List.of(elsewhere));

        assertThat(cluster.tasks()).isEmpty();
        assertThat(cluster.notes())
                .containsExactly("task t-1 runs on container instance i-2, which is not listed; it is not counted");
        assertThat(PlacementEngine.standard()
                        .place(cluster, Clusters.web(Clusters.task(1024, 1024)).build())
                        .placements())
                .hasSize(1);
    }

    @Test
    void cluster_empty_isAnError() {
        PlacementResult result = PlacementEngine.standard()
                .place(
                        ClusterSnapshot.of(List.of(), List.of()),
                        Clusters.web(Clusters.task(1, 1)).build());

        assertThat(result.unplaced()).isEqualTo(1);
        assertThat(result.failures()).isEmpty();
        assertThat(result.error()).isEqualTo("No Container Instances were found in your cluster.");
    }
}
