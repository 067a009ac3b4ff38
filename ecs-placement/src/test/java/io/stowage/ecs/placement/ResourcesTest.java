package io.stowage.ecs.placement;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.task.ContainerOverride;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tasks take from instances, and what they give back. */
class ResourcesTest {
    private static final PlacementEngine ENGINE = PlacementEngine.standard();

    private static TaskDefinition needing(ResourceType type, String value) {
        return task(container(1, 1)
                .resourceRequirements(List.of(
                        ResourceRequirement.builder().type(type).value(value).build())));
    }

    @Test
    void place_gpus_areTakenByIdAndTheSameComeBack() {
        InstanceResources all = InstanceResources.of(4096, 4096).withGpuIds(List.of("g1", "g2", "g3", "g4"));
        PlacementSession session = ENGINE.open(
                cluster(InstanceSnapshot.builder("i-a", all).remaining(all.withGpuIds(List.of("g2", "g3", "g4")))));
        PlacementRequest two = web(needing(ResourceType.GPU, "2")).build();

        String first = session.place(two).placements().get(0).taskId();

        assertThat(session.task(first).orElseThrow().held().gpuIds()).containsExactly("g2", "g3");
        assertThat(session.place(two).failures().get(0).detail()).isEqualTo("needs 2 GPU, has 1 left");
        String second = session.place(web(needing(ResourceType.GPU, "1")).build())
                .placements()
                .get(0)
                .taskId();
        session.stop(first);
        assertThat(session.instance("i-a").orElseThrow().remaining().gpuIds()).containsExactly("g2", "g3");
        session.stop(second);
        assertThat(session.instance("i-a").orElseThrow().remaining().gpuIds()).containsExactly("g2", "g3", "g4");
    }

    @Test
    void place_neuronDevices_takesAllOrNothing() {
        InstanceResources all = InstanceResources.of(4096, 4096).withNeuronDeviceIds(List.of("n0", "n1"));
        PlacementSession session = ENGINE.open(cluster(
                InstanceSnapshot.builder("i-a", all).remaining(all.withNeuronDeviceIds(List.of("n1"))),
                InstanceSnapshot.builder("i-b", all),
                instance("i-c")));
        PlacementRequest request =
                web(needing(ResourceType.NEURON_DEVICE, "ALL")).count(2).build();

        PlacementResult result = session.place(request);

        assertThat(on(result.placements())).containsExactly("i-b");
        assertThat(session.instance("i-b").orElseThrow().remaining().neuronDeviceIds())
                .isEmpty();
        assertThat(result.failures())
                .extracting(failure -> failure.reason() + " " + failure.detail())
                .containsExactly(
                        "RESOURCE:NEURON_DEVICE needs all 2 Neuron devices, but only 1 are not in use",
                        "RESOURCE:NEURON_DEVICE needs all 2 Neuron devices, but only 0 are not in use",
                        "RESOURCE:NEURON_DEVICE needs 1 Neuron device, has 0 left");
        session.stop(result.placements().get(0).taskId());
        assertThat(session.instance("i-b").orElseThrow().remaining()).isEqualTo(all);
    }

    @Test
    void place_awsvpc_takesAnInterfaceWhereTheyAreCounted() {
        PlacementSession session = ENGINE.open(cluster(
                InstanceSnapshot.builder("i-a", InstanceResources.of(4096, 4096).withNetworkInterfaces(2L)),
                instance("i-b").status("DRAINING")));
        TaskDefinition definition = task(container(1, 1)).toBuilder()
                .networkMode(NetworkMode.AWSVPC)
                .build();

        PlacementResult result = session.place(web(definition).count(3).build());

        assertThat(result.placements()).hasSize(2);
        assertThat(result.failures().get(0).reason()).isEqualTo("RESOURCE:ENI");
        assertThat(result.notes()).isEmpty();
        session.setStatus("i-b", "ACTIVE");
        PlacementResult more = session.place(web(definition).count(40).build());
        assertThat(on(more.placements())).hasSize(40).containsOnly("i-b");
        assertThat(more.notes())
                .containsExactly(
                        "of 1 instance it is not known how many network interfaces tasks can have; there they are no limit");
        session.stop("service:web/placed-1");
        assertThat(session.instance("i-a").orElseThrow().remaining().networkInterfaces())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "awsvpc"})
    void place_portsInOtherNetworkModes_areNotThoseOfTheInstance(String mode) {
        TaskDefinition definition = task(container(1, 1).portMappings(List.of(port(80)))).toBuilder()
                .networkMode(new NetworkMode(mode))
                .build();

        assertThat(ENGINE.place(
                                cluster(instance("i-a").takenPorts(TakenPorts.of(List.of(80), List.of()))),
                                web(definition).build())
                        .placements())
                .hasSize(1);
    }

    @Test
    void place_windows_ignoresTheSizesOfTheTask() {
        TaskDefinition definition = task(container(512, 700)).toBuilder()
                .cpu("4096")
                .memory("8192")
                .runtimePlatform(RuntimePlatform.builder()
                        .operatingSystemFamily(OSFamily.WINDOWS_SERVER_2022_CORE)
                        .build())
                .build();
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));

        session.place(web(definition).build());

        assertThat(session.instance("i-a").orElseThrow().remaining()).isEqualTo(InstanceResources.of(3584, 3396));
    }

    @Test
    void place_overriddenSizes_areWhatTheTaskHolds() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));

        session.place(PlacementRequest.builder(task(512, 700))
                .overrides(TaskOverride.builder()
                        .cpu("256")
                        .containerOverrides(List.of(ContainerOverride.builder()
                                .name("main")
                                .memory(100)
                                .build()))
                        .build())
                .build());

        assertThat(session.instance("i-a").orElseThrow().remaining()).isEqualTo(InstanceResources.of(3840, 3996));
    }

    @Test
    void place_portLimit_isAFigureWithADate() {
        TaskDefinition definition = task(container(1, 1)
                .portMappings(
                        IntStream.range(0, 60).mapToObj(i -> port(10_000 + i)).toList()));
        PlacementRequest request = web(definition).build();
        List<Integer> taken = IntStream.range(20_000, 20_041).boxed().toList();

        PlacementFailure failure = ENGINE.place(
                        cluster(instance("i-a").takenPorts(TakenPorts.of(taken, List.of()))), request)
                .failures()
                .get(0);

        assertThat(failure.detail()).isEqualTo("needs 60 fixed ports, but 41 of at most 100 reserved ports are taken");
        PlacementEngine later = PlacementEngine.builder()
                .quotas(Quotas.current()
                        .with(Quota.RESERVED_PORTS_PER_INSTANCE, 101, YearMonth.of(2030, 1), "a later edition"))
                .build();
        assertThat(later.place(cluster(instance("i-a").takenPorts(TakenPorts.of(taken, List.of()))), request)
                        .placements())
                .hasSize(1);
    }

    @Test
    void place_derivedAttributes_areRequiredOnRequest() {
        TaskDefinition definition = task(container(1, 1).user("root")).toBuilder()
                .pidMode(null)
                .networkMode(NetworkMode.AWSVPC)
                .build();
        InstanceSnapshot capable = instance("i-b")
                .attribute("ecs.capability.task-eni", "")
                .attribute("com.amazonaws.ecs.capability.docker-remote-api.1.17", "")
                .attribute("com.amazonaws.ecs.capability.docker-remote-api.1.18", "")
                .build();

        PlacementRequest.Builder request = web(definition).count(1);

        assertThat(on(ENGINE.place(cluster(instance("i-a"), capable.toBuilder()), request.build())
                        .placements()))
                .containsExactly("i-a");
        PlacementResult derived = ENGINE.place(
                cluster(instance("i-a"), capable.toBuilder()),
                request.deriveRequiredAttributes(true).build());
        assertThat(on(derived.placements())).containsExactly("i-b");
        PlacementFailure failure = ENGINE.place(cluster(instance("i-a")), request.build())
                .failures()
                .get(0);
        assertThat(failure.reason()).isEqualTo("ATTRIBUTE");
        assertThat(failure.detail()).contains("ecs.capability.task-eni");
        assertThat(failure.askedBy()).contains("/taskDefinition/networkMode");
    }

    @Test
    void place_attributesThatTheDefinitionLists_areRequiredAlways() {
        TaskDefinition definition = task(1, 1).toBuilder()
                .requiresAttributes(
                        List.of(Attribute.builder().name("ecs.capability.efs").build()))
                .build();

        assertThat(ENGINE.place(cluster(instance("i-a")), web(definition).build())
                        .failures()
                        .get(0)
                        .detail())
                .isEqualTo("lacks the attribute ecs.capability.efs");
    }

    @Test
    void place_platformCheck_canBeSwitchedOff() {
        TaskDefinition windows = task(1, 1).toBuilder()
                .runtimePlatform(RuntimePlatform.builder()
                        .operatingSystemFamily(OSFamily.WINDOWS_SERVER_2022_CORE)
                        .build())
                .build();
        PlacementRequest.Builder request = web(windows);

        assertThat(ENGINE.place(cluster(instance("i-a").attribute("ecs.os-type", "linux")), request.build())
                        .failures()
                        .get(0)
                        .reason())
                .isEqualTo("ATTRIBUTE");
        assertThat(ENGINE.place(
                                cluster(instance("i-a").attribute("ecs.os-type", "linux")),
                                request.platformCheck(false).build())
                        .placements())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"REGISTERING", "REGISTRATION_FAILED", "INACTIVE", "DEREGISTERING", "DRAINING", "SOMETHING_NEW"})
    void place_statusButActive_isNotLookedAt(String status) {
        assertThat(ENGINE.place(
                                cluster(instance("i-a").status(status), instance("i-b")),
                                web(task(1, 5000)).build())
                        .failures())
                .extracting(PlacementFailure::containerInstance)
                .containsExactly("i-b");
    }

    @Test
    void place_subnetsInOtherZones_areNoLimitInOtherNetworkModes() {
        PlacementRequest.Builder request = web(task(1, 1)).subnetAvailabilityZones(List.of("z9"));

        assertThat(ENGINE.place(cluster(instance("i-a")), request.build()).placements())
                .hasSize(1);
    }
}
