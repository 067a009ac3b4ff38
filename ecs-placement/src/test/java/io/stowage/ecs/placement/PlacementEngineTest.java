package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.task.ContainerOverride;
import io.stowage.ecs.model.task.TaskOverride;
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
import io.stowage.ecs.placement.PlacementRequestException.Fault;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacementEngineTest {
    private static final PlacementEngine ENGINE = PlacementEngine.standard();

    @Test
    void place_noRoomForMemory_saysHaveNeedAndWhoAsks() {
        PlacementResult result = place(cluster(instance("i-a", 2048, 300)), task(256, 512));

        assertThat(result.unplaced()).isEqualTo(1);
        assertThat(result.failures())
                .containsExactly(new PlacementFailure(
                        "i-a",
                        "RESOURCE:MEMORY",
                        "needs 512 MiB of memory, has 300 left",
                        300L,
                        512L,
                        List.of("/taskDefinition/containerDefinitions/0/memory")));
    }

    @Test
    void place_override_isNamedAsTheOneWhoAsks() {
        PlacementRequest request = PlacementRequest.builder(task(256, 512))
                .overrides(TaskOverride.builder()
                        .containerOverrides(List.of(ContainerOverride.builder()
                                .name("main")
                                .memory(1024)
                                .build()))
                        .build())
                .build();

        PlacementResult result = ENGINE.place(cluster(instance("i-a", 2048, 512)), request);

        assertThat(result.failures().get(0).askedBy()).containsExactly("/overrides/containerOverrides/0/memory");
        assertThat(result.failures().get(0).need()).isEqualTo(1024);
    }

    @Test
    void place_samePortTwice_canNeverBePlaced() {
        TaskDefinition definition = task(
                1,
                1,
                PortMapping.builder().containerPort(80).hostPort(8080).build(),
                PortMapping.builder().containerPort(81).hostPort(8080).build());

        PlacementFailure failure = place(cluster(instance("i-a", 2048, 2048)), definition)
                .failures()
                .get(0);

        assertThat(failure.reason()).isEqualTo("RESOURCE:PORTS");
        assertThat(failure.detail()).isEqualTo("needs TCP port 8080 twice; no instance can give it twice");
        assertThat(failure.askedBy())
                .containsExactly(
                        "/taskDefinition/containerDefinitions/0/portMappings/0",
                        "/taskDefinition/containerDefinitions/0/portMappings/1");
    }

    @Test
    void place_moreFixedPortsThanAnInstanceMayReserve_saysHowMany() {
        PortMapping[] ports = IntStream.range(0, 99)
                .mapToObj(i -> PortMapping.builder()
                        .containerPort(1000 + i)
                        .hostPort(10_000 + i)
                        .build())
                .toArray(PortMapping[]::new);

        PlacementFailure failure = place(cluster(instance("i-a", 2048, 2048)), task(1, 1, ports))
                .failures()
                .get(0);

        assertThat(failure.reason()).isEqualTo("RESOURCE:PORTS");
        assertThat(failure.detail()).isEqualTo("needs 99 fixed ports, but 2 of at most 100 reserved ports are taken");
        assertThat(failure.have()).isEqualTo(98);
        assertThat(failure.need()).isEqualTo(99);
    }

    @Test
    void place_nothingNeeded_fitsEvenOnAnOvercommittedInstance() {
        PlacementResult result = place(cluster(instance("i-a", -512, 100)), task(0, 100));

        assertThat(result.placements()).hasSize(1);
    }

    @Test
    void place_allGpus_needsThemUnused() {
        TaskDefinition definition = TaskDefinition.builder()
                .family("ml")
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("main")
                        .memory(1)
                        .resourceRequirements(List.of(ResourceRequirement.builder()
                                .type(ResourceType.GPU)
                                .value("ALL")
                                .build()))
                        .build()))
                .build();
        InstanceSnapshot used = gpus("i-a", 4, 3);
        InstanceSnapshot none = gpus("i-b", 0, 0);

        assertThat(place(cluster(used, none), definition).failures())
                .extracting(PlacementFailure::reason, PlacementFailure::detail)
                .containsExactly(
                        tuple("RESOURCE:GPU", "needs all 4 GPUs, but only 3 are not in use"),
                        tuple("RESOURCE:GPU", "needs 1 GPU, has 0 left"));
        PlacementSession session = ENGINE.open(cluster(gpus("i-c", 4, 4)));
        session.place(PlacementRequest.builder(definition).build());
        assertThat(session.instance("i-c").orElseThrow().remaining().gpuIds()).isEmpty();
    }

    @Test
    void place_otherPlatform_isRefusedByAttribute() {
        InstanceSnapshot arm = withAttributes(
                "i-arm", Map.of("ecs.cpu-architecture", "arm64", "ecs.os-type", "linux", "ecs.os-family", "LINUX"));
        InstanceSnapshot windows =
                withAttributes("i-win", Map.of("ecs.os-type", "windows", "ecs.os-family", "WINDOWS_SERVER_2019_CORE"));
        InstanceSnapshot silent = withAttributes("i-z", Map.of());
        TaskDefinition linux = task(1, 1).toBuilder()
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CPUArchitecture.X86_64)
                        .operatingSystemFamily(OSFamily.LINUX)
                        .build())
                .build();

        PlacementDecision decision = decide(
                cluster(arm, windows, silent), PlacementRequest.builder(linux).build());

        assertThat(decision.containerInstance()).isEqualTo("i-z");
        assertThat(decision.refusals())
                .extracting(PlacementFailure::reason, PlacementFailure::detail)
                .containsExactly(
                        tuple("ATTRIBUTE", "needs ecs.cpu-architecture x86_64, has arm64"),
                        tuple("ATTRIBUTE", "needs ecs.os-type linux, has windows"));
        TaskDefinition server2022 = task(1, 1).toBuilder()
                .runtimePlatform(RuntimePlatform.builder()
                        .operatingSystemFamily(new OSFamily("WINDOWS_SERVER_2022_CORE"))
                        .build())
                .build();
        assertThat(place(cluster(windows), server2022).failures().get(0).detail())
                .isEqualTo("needs ecs.os-family WINDOWS_SERVER_2022_CORE, has WINDOWS_SERVER_2019_CORE");
    }

    @Test
    void place_missingAttributes_areAllNamedWithTheirMembers() {
        TaskDefinition definition = task(1, 1).toBuilder()
                .requiresAttributes(List.of(
                        Attribute.builder().name("a").build(),
                        Attribute.builder().name("b").build()))
                .build();
        PlacementRequest request = PlacementRequest.builder(definition)
                .requiredAttributes(List.of("c"))
                .build();

        PlacementFailure failure = ENGINE.place(cluster(withAttributes("i-a", Map.of("a", ""))), request)
                .failures()
                .get(0);

        assertThat(failure.detail()).isEqualTo("lacks the attribute b, c");
        assertThat(failure.askedBy()).containsExactly("/taskDefinition/requiresAttributes/1", "/requiredAttributes/0");
    }

    @Test
    void place_steps_areAboutTheChosenInstance() {
        InstanceSnapshot a = zoned("i-a", "z1", 900);
        InstanceSnapshot b = zoned("i-b", "z2", 800);
        PlacementRequest request = PlacementRequest.builder(task(1, 1))
                .service("web")
                .placementStrategy(List.of(
                        RandomClusters.strategy("spread", "attribute:ecs.availability-zone"),
                        RandomClusters.strategy("binpack", "memory")))
                .build();

        PlacementDecision decision = decide(cluster(a, b), request);

        assertThat(decision)
                .isEqualTo(new PlacementDecision(
                        "service:web",
                        0,
                        2,
                        List.of(),
                        List.of(),
                        List.of(
                                new StrategyStep(
                                        "spread(attribute:ecs.availability-zone)", 2, 2, Score.of(0), "z2 has 0 tasks"),
                                new StrategyStep("binpack(memory)", 2, 1, Score.of(800), "least left: 800 MiB")),
                        1,
                        "smallest id",
                        "i-b"));
    }

    @Test
    void place_tie_goesToTheSmallestIdAndSaysSo() {
        PlacementRequest request = PlacementRequest.builder(task(1, 1))
                .placementStrategy(List.of(RandomClusters.strategy("binpack", "cpu")))
                .build();

        PlacementDecision decision = decide(cluster(instance("i-b", 9, 9), instance("i-a", 9, 9)), request);

        assertThat(decision.containerInstance()).isEqualTo("i-a");
        assertThat(decision.tied()).isEqualTo(2);
    }

    @Test
    void place_random_dependsOnTheSeedAlone() {
        ClusterSnapshot cluster = cluster(
                instance("i-a", 99, 99), instance("i-b", 99, 99), instance("i-c", 99, 99), instance("i-d", 99, 99));
        PlacementRequest.Builder request = PlacementRequest.builder(task(1, 1)).count(10);

        List<Placement> first = ENGINE.place(cluster, request.seed(1).build()).placements();

        assertThat(ENGINE.place(cluster, request.seed(1).build()).placements()).isEqualTo(first);
        assertThat(ENGINE.place(cluster, request.seed(2).build()).placements()).isNotEqualTo(first);
        assertThat(first.stream().map(Placement::containerInstance).distinct().count())
                .isGreaterThan(1);
    }

    @Test
    void place_drainingInstance_isNotConsideredButCountsInTheSpread() {
        InstanceSnapshot a = zoned("i-a", "z1", 900);
        InstanceSnapshot draining = draining(zoned("i-b", "z1", 900));
        InstanceSnapshot c = zoned("i-c", "z2", 900);
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(a, draining, c), List.of(TaskSnapshot.running("t", "i-b", "service:web")));
        PlacementRequest request =
                PlacementRequest.builder(task(1, 1)).service("web").build();

        PlacementDecision decision = decide(cluster, request);

        assertThat(decision.containerInstance()).isEqualTo("i-c");
        assertThat(decision.unconsidered()).containsExactly(new UnconsideredInstance("i-b", "its status is DRAINING"));
    }

    @Test
    void place_externalLaunchType_takesExternalInstancesOnly() {
        InstanceSnapshot external = withAttributes("i-ext", Map.of("ecs.capability.external", ""));
        ClusterSnapshot cluster = cluster(external, instance("i-a", 99, 99));

        PlacementDecision ec2 =
                decide(cluster, PlacementRequest.builder(task(1, 1)).build());
        PlacementDecision onPremises = decide(
                cluster,
                PlacementRequest.builder(task(1, 1))
                        .launchType(LaunchType.EXTERNAL)
                        .build());

        assertThat(ec2.containerInstance()).isEqualTo("i-a");
        assertThat(ec2.unconsidered())
                .containsExactly(
                        new UnconsideredInstance("i-ext", "it is an external instance, the launch type is EC2"));
        assertThat(onPremises.containerInstance()).isEqualTo("i-ext");
        assertThat(onPremises.unconsidered())
                .containsExactly(new UnconsideredInstance("i-a", "it is no external instance"));
    }

    @Test
    void place_emptyCapacityProvider_isAnErrorOfTheWholeRequest() {
        PlacementResult result = ENGINE.place(
                cluster(instance("i-a", 99, 99)),
                PlacementRequest.builder(task(1, 1))
                        .capacityProvider("spot")
                        .count(3)
                        .build());

        assertThat(result.error()).isEqualTo("No Container Instances were found in your capacity provider.");
        assertThat(result.unplaced()).isEqualTo(3);
        assertThat(result.failures()).isEmpty();
    }

    @Test
    void place_input_staysAsItWas() {
        ClusterSnapshot cluster = cluster(instance("i-a", 99, 99));

        place(cluster, task(10, 10));

        assertThat(cluster.instances().get(0)).isEqualTo(instance("i-a", 99, 99));
        assertThat(cluster.tasks()).isEmpty();
    }

    @Test
    void place_everythingWrong_isReportedAtOnce() {
        TaskDefinition definition = task(1, 1).toBuilder()
                .placementConstraints(List.of(TaskDefinitionPlacementConstraint.builder()
                        .type(new TaskDefinitionPlacementConstraintType("distinctInstance"))
                        .build()))
                .build();
        PlacementRequest request = PlacementRequest.builder(definition)
                .count(11)
                .launchType(LaunchType.FARGATE)
                .placementStrategy(List.of(
                        RandomClusters.strategy("binpak", "memory"),
                        RandomClusters.strategy("binpack", "disk"),
                        RandomClusters.strategy("spread", "attribute:"),
                        PlacementStrategy.builder()
                                .type(PlacementStrategyType.SPREAD)
                                .build()))
                .placementConstraints(List.of(
                        memberOf("attribute:stack === prod"),
                        memberOf(null),
                        PlacementConstraint.builder()
                                .type(PlacementConstraintType.DISTINCT_INSTANCE)
                                .expression("")
                                .build(),
                        PlacementConstraint.builder()
                                .type(new PlacementConstraintType("distinctinstance"))
                                .build()))
                .build();

        PlacementRequestException refused = refused(request);

        assertThat(refused.faults())
                .extracting(fault -> fault.diagnostic().pointer() + "+" + fault.offset())
                .containsExactly(
                        "/count+0",
                        "/launchType+0",
                        "/taskDefinition/placementConstraints/0/type+0",
                        "/placementConstraints/0/expression+16",
                        "/placementConstraints/1/expression+0",
                        "/placementConstraints/2/expression+0",
                        "/placementConstraints/3/type+0",
                        "/placementStrategy/0/type+0",
                        "/placementStrategy/1/field+0",
                        "/placementStrategy/2/field+0",
                        "/placementStrategy/3/field+0");
        assertThat(refused)
                .hasMessageContaining("\"binpak\" is no placement strategy; spread, binpack or random was expected");
    }

    @Test
    void place_tooManyRules_areRefused() {
        PlacementRequest request = PlacementRequest.builder(task(1, 1))
                .placementConstraints(Collections.nCopies(11, memberOf("attribute:a exists")))
                .placementStrategy(Collections.nCopies(6, RandomClusters.strategy("binpack", "cpu")))
                .build();

        assertThat(refused(request).faults())
                .extracting(Fault::diagnostic)
                .extracting(Diagnostic::id)
                .containsExactly("request.constraints", "request.strategies");
    }

    @Test
    void place_noTasks_areRefused() {
        assertThat(refused(PlacementRequest.builder(task(1, 1))
                        .service("web")
                        .count(0)
                        .build()))
                .hasMessageContaining("count is 0; at least 1 was expected");
    }

    @Test
    void place_launchTypeWithCapacityProvider_isRefused() {
        assertThat(refused(PlacementRequest.builder(task(1, 1))
                        .launchType(LaunchType.EC2)
                        .capacityProvider("spot")
                        .build()))
                .hasMessageContaining("exclude each other");
    }

    @Test
    void matching_looksAtEveryStatusAndCountsTasks() {
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(instance("i-a", 9, 9), draining(zoned("i-b", "z1", 9)), zoned("i-c", "z1", 9)),
                List.of(
                        TaskSnapshot.running("t1", "i-b", "blue"),
                        TaskSnapshot.running("t2", "i-c", "blue").withCounted(false)));

        assertThat(ENGINE.matching(cluster, ClusterQuery.parse("task:group == blue")))
                .extracting(InstanceSnapshot::id)
                .containsExactly("i-b");
        assertThat(ENGINE.matching(cluster, ClusterQuery.parse("runningTasksCount == 0")))
                .extracting(InstanceSnapshot::id)
                .containsExactly("i-a", "i-c");
        assertThat(ENGINE.matching(cluster, ClusterQuery.parse("attribute:ecs.availability-zone exists")))
                .extracting(InstanceSnapshot::id)
                .containsExactly("i-b", "i-c");
    }

    private static PlacementRequestException refused(PlacementRequest request) {
        return catchThrowableOfType(
                PlacementRequestException.class, () -> ENGINE.place(cluster(instance("i-a", 99, 99)), request));
    }

    private static PlacementConstraint memberOf(@Nullable String expression) {
        return PlacementConstraint.builder()
                .type(PlacementConstraintType.MEMBER_OF)
                .expression(expression)
                .build();
    }

    private static PlacementResult place(ClusterSnapshot cluster, TaskDefinition definition) {
        return ENGINE.place(cluster, PlacementRequest.builder(definition).build());
    }

    private static TaskDefinition task(int cpuUnits, int memoryMib, PortMapping... ports) {
        return TaskDefinition.builder()
                .family("app")
                .networkMode(NetworkMode.BRIDGE)
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("main")
                        .cpu(cpuUnits)
                        .memory(memoryMib)
                        .portMappings(List.of(ports))
                        .build()))
                .build();
    }

    private static ClusterSnapshot cluster(InstanceSnapshot... instances) {
        return ClusterSnapshot.ofSnapshots(List.of(instances), List.of());
    }

    private static InstanceSnapshot instance(String id, long cpuUnits, long memoryMib) {
        return of(id, "ACTIVE", Map.of(), InstanceResources.of(cpuUnits, memoryMib));
    }

    private static InstanceSnapshot zoned(String id, String zone, long memoryMib) {
        return of(id, "ACTIVE", Map.of(InstanceSnapshot.ZONE_ATTRIBUTE, zone), InstanceResources.of(2048, memoryMib));
    }

    private static InstanceSnapshot withAttributes(String id, Map<String, String> attributes) {
        return of(id, "ACTIVE", attributes, InstanceResources.of(2048, 2048));
    }

    private static InstanceSnapshot draining(InstanceSnapshot instance) {
        return of(instance.id(), "DRAINING", instance.attributes(), instance.remaining());
    }

    private static InstanceSnapshot gpus(String id, int registered, int free) {
        List<String> ids =
                IntStream.range(0, registered).mapToObj(i -> "gpu-" + i).toList();
        InstanceResources all = InstanceResources.of(2048, 2048).withGpuIds(ids);
        return InstanceSnapshot.builder(id, all)
                .remaining(all.withGpuIds(ids.subList(registered - free, registered)))
                .build();
    }

    /** How the first task of a request is decided. */
    private static PlacementDecision decide(ClusterSnapshot cluster, PlacementRequest request) {
        List<PlacementDecision> decisions = new ArrayList<>();
        PlacementEngine.builder().listener(decisions::add).build().place(cluster, request);
        return decisions.get(0);
    }

    private static InstanceSnapshot of(
            String id, String status, Map<String, String> attributes, InstanceResources resources) {
        return InstanceSnapshot.builder(id, free(resources))
                .remaining(resources)
                .status(status)
                .attributes(attributes)
                .takenPorts(TakenPorts.of(List.of(22, 51678), List.of()))
                .build();
    }

    /** What is registered where less than nothing is left. */
    private static InstanceResources free(InstanceResources left) {
        return InstanceResources.of(Math.max(0, left.cpuUnits()), Math.max(0, left.memoryMib()));
    }
}
