package io.stowage.ecs.placement.explain;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What explanations say of each kind of check that fails. */
class FailedCheckTest {
    private final PlacementEngine engine = PlacementEngine.standard();

    private FailedCheck only(ClusterSnapshot cluster, PlacementRequest request) {
        List<FailedCheck> failures =
                engine.explain(cluster, request).instances().get(0).failures();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private static ClusterSnapshot with(InstanceSnapshotBuilder instance, TaskSnapshot... tasks) {
        return ClusterSnapshot.ofSnapshots(List.of(instance.build()), List.of(tasks));
    }

    private static TaskSnapshot running(String id, HeldResources held) {
        return TaskSnapshot.running(id, "i-a", "service:other").withHeld(held);
    }

    @Test
    void explain_tooLittleMemory_saysHowMuchAndWhoHoldsIt() {
        ClusterSnapshot cluster = with(
                instance("i-a").remaining(InstanceResources.of(4096, 500)),
                running("small", HeldResources.of(0, 1000)),
                running("large", HeldResources.of(0, 2000)).withCounted(false),
                running("none", HeldResources.NONE));

        FailedCheck memory = only(cluster, web(task(0, 512)).build());

        assertThat(memory.kind()).isEqualTo(CheckKind.MEMORY);
        assertThat(memory.about()).isEqualTo("memory");
        assertThat(memory.reason()).isEqualTo("RESOURCE:MEMORY");
        assertThat(memory.detail()).isEqualTo("needs 512 MiB of memory, has 500 left");
        assertThat(memory.have()).isEqualTo(500);
        assertThat(memory.need()).isEqualTo(512);
        assertThat(memory.total()).isEqualTo(4096);
        assertThat(memory.unit()).isEqualTo("MiB");
        assertThat(memory.shortfall()).isEqualTo(12);
        assertThat(memory.heldByOthers()).isEqualTo(596);
        assertThat(memory.askedBy()).containsExactly("/taskDefinition/containerDefinitions/0/memory");
        assertThat(memory.holders())
                .containsExactly(
                        new Holder("large", "service:other", 2000, false),
                        new Holder("small", "service:other", 1000, true));
    }

    @Test
    void explain_overcommittedInstance_countsWhatIsMissingBelowNothing() {
        FailedCheck cpu = only(
                with(instance("i-a").remaining(InstanceResources.of(-100, 4096))),
                web(task(256, 1)).build());

        assertThat(cpu.have()).isEqualTo(-100);
        assertThat(cpu.shortfall()).isEqualTo(356);
        assertThat(cpu.heldByOthers()).isEqualTo(4196);
    }

    @Test
    void explain_takenPorts_saysWhoHasEach() {
        PlacementRequest request = web(task(
                        container(0, 1).portMappings(List.of(port(22), port(80), port(81), port(82)))))
                .build();
        ClusterSnapshot cluster = with(
                instance("i-a")
                        .reservedPorts(TakenPorts.of(List.of(22), List.of()))
                        .takenPorts(TakenPorts.of(List.of(22, 80, 81), List.of(82))),
                running("web", HeldResources.NONE.withPorts(TakenPorts.of(List.of(80), List.of()))));

        FailedCheck ports = only(cluster, request);

        assertThat(ports.about()).isEqualTo("TCP port 22, TCP port 80, TCP port 81");
        assertThat(ports.shortfall()).isNull();
        assertThat(ports.holders()).containsExactly(new Holder("web", "service:other", 1, true));
        assertThat(ports.parts())
                .extracting(FailedPart::found)
                .containsExactly("reserved by the agent", "held by web", "taken by a task that is not listed");
        assertThat(ports.parts().get(1))
                .isEqualTo(new FailedPart(
                        "TCP port 80",
                        "held by web",
                        List.of("/taskDefinition/containerDefinitions/0/portMappings/1"),
                        List.of("web"),
                        null));
    }

    @Test
    void explain_missingAttributes_saysWhichAndWhyAndWhatProvidesThem() {
        var definition = task(container(0, 1)
                        .logConfiguration(LogConfiguration.builder()
                                .logDriver(LogDriver.AWSLOGS)
                                .build()))
                .toBuilder()
                .requiresAttributes(List.of(Attribute.builder()
                        .name("com.amazonaws.ecs.capability.logging-driver.awslogs")
                        .build()))
                .build();

        FailedCheck attributes = only(
                cluster(instance("i-a")),
                web(definition).requiredAttributes(List.of("gold")).build());

        assertThat(attributes.kind()).isEqualTo(CheckKind.ATTRIBUTE);
        assertThat(attributes.about()).isEqualTo("attribute com.amazonaws.ecs.capability.logging-driver.awslogs, gold");
        FailedPart listed = attributes.parts().get(0);
        assertThat(listed.askedBy())
                .containsExactly(
                        "/taskDefinition/requiresAttributes/0",
                        "/taskDefinition/containerDefinitions/0/logConfiguration/logDriver");
        assertThat(listed.hint()).contains("ECS_AVAILABLE_LOGGING_DRIVERS");
        assertThat(attributes.parts().get(1))
                .isEqualTo(FailedPart.of("gold", "absent", List.of("/requiredAttributes/0")));
    }

    @Test
    void explain_otherPlatform_saysAllThatDiffers() {
        var definition = task(0, 1).toBuilder()
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CPUArchitecture.ARM64)
                        .operatingSystemFamily(OSFamily.WINDOWS_SERVER_2022_CORE)
                        .build())
                .build();

        FailedCheck platform = only(
                cluster(instance("i-a")
                        .attribute("ecs.cpu-architecture", "x86_64")
                        .attribute("ecs.os-type", "linux")
                        .attribute("ecs.os-family", "LINUX")),
                web(definition).build());

        assertThat(platform.detail()).isEqualTo("needs ecs.cpu-architecture arm64, has x86_64");
        assertThat(platform.parts())
                .extracting(part -> part.what() + ": " + part.found())
                .containsExactly(
                        "ecs.cpu-architecture == arm64: x86_64",
                        "ecs.os-type == windows: linux",
                        "ecs.os-family == WINDOWS_SERVER_2022_CORE: LINUX");
    }

    @Test
    void explain_usedGpus_saysWhoHasEachId() {
        var definition = task(container(0, 1)
                .resourceRequirements(List.of(ResourceRequirement.builder()
                        .type(ResourceType.GPU)
                        .value("2")
                        .build())));
        HeldResources one =
                new HeldResources(0, 0, TakenPorts.NONE, new TreeSet<>(List.of("g0")), new TreeSet<>(), 0, Map.of());
        ClusterSnapshot cluster = with(
                InstanceSnapshot.builder("i-a", InstanceResources.of(9, 9).withGpuIds(List.of("g0", "g1", "g2")))
                        .remaining(InstanceResources.of(9, 9).withGpuIds(List.of("g2"))),
                running("train", one));

        FailedCheck gpus = only(cluster, web(definition).build());

        assertThat(gpus.unit()).isEqualTo("GPUs");
        assertThat(gpus.total()).isEqualTo(3);
        assertThat(gpus.shortfall()).isEqualTo(1);
        assertThat(gpus.heldByOthers()).isEqualTo(1);
        assertThat(gpus.parts())
                .extracting(part -> part.what() + ": " + part.found())
                .containsExactly("GPU g0: held by train", "GPU g1: taken by a task that is not listed");
    }

    @Test
    void explain_limitOfReservedPorts_saysHowManyAreLeftAndWhoHoldsThem() {
        TreeSet<Integer> many = new TreeSet<>();
        for (int port = 30_000; port < 30_099; port++) {
            many.add(port);
        }
        ClusterSnapshot cluster = with(
                instance("i-a").takenPorts(new TakenPorts(many, new TreeSet<>())),
                running("greedy", HeldResources.NONE.withPorts(new TakenPorts(many, new TreeSet<>()))));

        FailedCheck limit = only(
                cluster,
                web(task(container(0, 1).portMappings(List.of(port(80), port(81)))))
                        .build());

        assertThat(limit.kind()).isEqualTo(CheckKind.PORT_LIMIT);
        assertThat(limit.about()).isEqualTo("limit of reserved ports");
        assertThat(limit.unit()).isEqualTo("ports");
        assertThat(limit.shortfall()).isEqualTo(1);
        assertThat(limit.holders()).containsExactly(new Holder("greedy", "service:other", 99, true));
        assertThat(limit.askedBy()).hasSize(2);
    }

    @Test
    void explain_neuronDevicesInUse_saysWhoHasThem() {
        var definition = task(container(0, 1)
                .resourceRequirements(List.of(ResourceRequirement.builder()
                        .type(ResourceType.NEURON_DEVICE)
                        .value("ALL")
                        .build())));
        HeldResources one =
                new HeldResources(0, 0, TakenPorts.NONE, new TreeSet<>(), new TreeSet<>(List.of("n0")), 0, Map.of());
        ClusterSnapshot cluster = with(
                InstanceSnapshot.builder("i-a", InstanceResources.of(9, 9).withNeuronDeviceIds(List.of("n0", "n1")))
                        .remaining(InstanceResources.of(9, 9).withNeuronDeviceIds(List.of("n1"))),
                running("train", one));

        FailedCheck neuron = only(cluster, web(definition).build());

        assertThat(neuron.unit()).isEqualTo("Neuron devices");
        assertThat(neuron.need()).isEqualTo(2);
        assertThat(neuron.total()).isEqualTo(2);
        assertThat(neuron.parts())
                .extracting(part -> part.what() + ": " + part.found())
                .containsExactly("Neuron device n0: held by train");
    }

    @Test
    void explain_resourceOfAPlugin_saysItsNameOrThatDevicesAreMissing() {
        for (int devices = 1; devices < 3; devices++) {
            ResourceNeed need = new ResourceNeed(devices, 5, List.of("/taskDefinition/family"));
            PlacementEngine own = PlacementEngine.builder()
                    .resource(new ResourcePlugin() {
                        @Override
                        public PluginInfo info() {
                            return new PluginInfo("SHARES", "Shares.");
                        }

                        @Override
                        public ResourceNeed needed(TaskToPlace task) {
                            return need;
                        }
                    })
                    .build();
            ClusterSnapshot cluster = with(
                    InstanceSnapshot.builder("i-a", InstanceResources.of(9, 9).withOther("SHARES", List.of(9L, 9L)))
                            .remaining(InstanceResources.of(9, 9).withOther("SHARES", List.of(4L, 3L))),
                    running(
                            "user",
                            new HeldResources(
                                    0,
                                    0,
                                    TakenPorts.NONE,
                                    new TreeSet<>(),
                                    new TreeSet<>(),
                                    0,
                                    Map.of("SHARES", List.of(5L, 6L)))));

            FailedCheck shares = own.explain(cluster, web(task(0, 1)).build())
                    .instances()
                    .get(0)
                    .failures()
                    .get(0);

            assertThat(shares.kind()).isEqualTo(CheckKind.CUSTOM_RESOURCE);
            assertThat(shares.about()).isEqualTo("SHARES");
            assertThat(shares.unit()).isEqualTo(devices == 1 ? "SHARES" : "devices");
            assertThat(shares.shortfall()).isEqualTo(devices == 1 ? 1L : 2L);
            assertThat(shares.total()).isNull();
            assertThat(shares.heldByOthers()).isNull();
            assertThat(shares.holders()).containsExactly(new Holder("user", "service:other", 11, true));
        }
    }

    @Test
    void explain_noInterfaceLeft_namesTheTasksThatHaveThem() {
        var definition = task(0, 1).toBuilder().networkMode(NetworkMode.AWSVPC).build();
        HeldResources one = new HeldResources(0, 0, TakenPorts.NONE, new TreeSet<>(), new TreeSet<>(), 1, Map.of());
        ClusterSnapshot cluster = with(
                InstanceSnapshot.builder("i-a", InstanceResources.of(9, 9).withNetworkInterfaces(1L))
                        .remaining(InstanceResources.of(9, 9).withNetworkInterfaces(0L)),
                running("proxy", one));

        FailedCheck eni = only(cluster, web(definition).build());

        assertThat(eni.reason()).isEqualTo("RESOURCE:ENI");
        assertThat(eni.unit()).isEqualTo("network interfaces");
        assertThat(eni.holders()).extracting(Holder::taskId).containsExactly("proxy");
        assertThat(eni.askedBy()).containsExactly("/taskDefinition/networkMode");
    }

    @Test
    void explain_memberOf_saysWhichPartsFailAndWhatIsThere() {
        FailedCheck memberOf = only(
                cluster(instance("i-a", "z9")),
                web(task(0, 1))
                        .placementConstraints(
                                List.of(
                                        constraint(
                                                "memberOf",
                                                "attribute:stack == prod and runningTasksCount < 9 and (attribute:ecs.availability-zone == z1)")))
                        .build());

        assertThat(memberOf.reason()).isEqualTo("MemberOf placement constraint unsatisfied.");
        assertThat(memberOf.about()).startsWith("memberOf attribute:stack == prod and");
        assertThat(memberOf.askedBy()).containsExactly("/placementConstraints/0");
        assertThat(memberOf.parts())
                .extracting(FailedPart::what)
                .containsExactly("attribute:stack == prod", "attribute:ecs.availability-zone == z1");
        assertThat(memberOf.parts().get(0).found()).contains("attribute:stack").contains("absent");
        assertThat(Objects.requireNonNull(memberOf.expression()).parts()).hasSize(3);
    }

    @Test
    void explain_distinctInstance_namesTheTasksOfTheGroup() {
        ClusterSnapshot cluster = with(
                instance("i-a"),
                TaskSnapshot.running("web-1", "i-a", "service:web"),
                TaskSnapshot.running("web-0", "i-a", "service:web").withCounted(false),
                TaskSnapshot.running("api-1", "i-a", "service:api"));

        FailedCheck distinct = only(
                cluster,
                web(task(0, 1))
                        .placementConstraints(List.of(constraint("distinctInstance", null)))
                        .build());

        assertThat(distinct.about()).isEqualTo("distinctInstance");
        assertThat(distinct.holders()).containsExactly(new Holder("web-1", "service:web", 1, true));
        assertThat(distinct.shortfall()).isNull();
        assertThat(distinct.unit()).isEqualTo("tasks");
        assertThat(distinct.expression()).isNull();
    }

    @Test
    void explain_withMissingDaemon_countsItsRoomAmongTheHolders() {
        PlacementRequest log =
                PlacementRequest.builder(task(0, 4000)).service("log").build();

        FailedCheck memory = only(
                cluster(instance("i-a")),
                web(task(0, 512)).daemonServices(List.of(log)).build());

        assertThat(memory.have()).isEqualTo(96);
        assertThat(memory.holders())
                .containsExactly(new Holder("service:log/reserved-on-i-a", "service:log", 4000, false));
        assertThat(engine.explain(
                                cluster(instance("i-a")),
                                web(task(0, 512)).daemonServices(List.of(log)).build())
                        .verdict()
                        .kind())
                .isEqualTo(Verdict.Kind.NEVER_ON_THESE_TYPES);
    }
}
