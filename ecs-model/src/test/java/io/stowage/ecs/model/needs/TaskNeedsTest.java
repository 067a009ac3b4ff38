package io.stowage.ecs.model.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.task.ContainerOverride;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDefinitionBuilder;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionBuilder;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskNeedsTest {

    @Test
    void needs_ofNothing_areNothing() {
        TaskNeeds needs = TaskNeeds.of(TaskDefinition.builder().build());

        assertThat(needs)
                .isEqualTo(new TaskNeeds(
                        Need.NONE, Need.NONE, List.of(), List.of(), Need.NONE, Need.NONE, false, Need.NONE));
    }

    @Test
    void sums_nameTheMembersThatAsk() {
        TaskNeeds needs = TaskNeeds.of(task(
                        container("a").cpu(100).memory(300).memoryReservation(200),
                        container("b").memory(50),
                        container("c"))
                .build());

        assertThat(needs.cpuUnits()).isEqualTo(new Need(100, List.of("/containerDefinitions/0/cpu")));
        assertThat(needs.memoryMib())
                .isEqualTo(new Need(
                        250, List.of("/containerDefinitions/0/memoryReservation", "/containerDefinitions/1/memory")));
    }

    @Test
    void taskLevel_winsAndIsNamed_eachForItself() {
        TaskNeeds needs = TaskNeeds.of(
                task(container("a").cpu(100).memory(300)).cpu(".5 vCPU").build());

        assertThat(needs.cpuUnits()).isEqualTo(new Need(512, List.of("/cpu")));
        assertThat(needs.memoryMib()).isEqualTo(new Need(300, List.of("/containerDefinitions/0/memory")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${CPU}", "", "much"})
    void taskLevel_unreadable_leavesTheContainers(String cpu) {
        TaskNeeds needs = TaskNeeds.of(task(container("a").cpu(100)).cpu(cpu).build());

        assertThat(needs.cpuUnits().amount()).isEqualTo(100);
    }

    @Test
    void negativeSize_makesNoRoomForOthers() {
        TaskNeeds needs = TaskNeeds.of(
                task(container("a").cpu(-500), container("b").cpu(100)).build());

        assertThat(needs.cpuUnits().amount()).isEqualTo(100);
    }

    @Test
    void sums_ofHugeSizes_doNotOverflow() {
        TaskNeeds needs = TaskNeeds.of(
                task(container("a").memory(Integer.MAX_VALUE), container("b").memory(Integer.MAX_VALUE))
                        .build());

        assertThat(needs.memoryMib().amount()).isEqualTo(2L * Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"bridge, true", "default, true", "host, true", "awsvpc, false", "none, false", "Custom, true"})
    void hostPorts_countByNetworkMode(String mode, boolean reserved) {
        TaskNeeds needs = TaskNeeds.of(task(container("a").portMappings(List.of(port(80, 8080, null))))
                .networkMode(new NetworkMode(mode))
                .build());

        assertThat(needs.tcpPorts())
                .isEqualTo(
                        reserved ? List.of(new PortNeed(8080, "/containerDefinitions/0/portMappings/0")) : List.of());
        assertThat(needs.networkInterfaces())
                .isEqualTo(mode.equals("awsvpc") ? new Need(1, List.of("/networkMode")) : Need.NONE);
    }

    @Test
    void hostPort_dynamicInBridge_isContainerPortInHost() {
        TaskDefinitionBuilder task =
                task(container("a").portMappings(List.of(port(80, 0, null), port(90, null, TransportProtocol.UDP))));

        assertThat(TaskNeeds.of(task.build()).tcpPorts()).isEmpty();
        TaskNeeds onHost = TaskNeeds.of(task.networkMode(NetworkMode.HOST).build());
        assertThat(onHost.tcpPorts()).extracting(PortNeed::port).containsExactly(80);
        assertThat(onHost.udpPorts()).containsExactly(new PortNeed(90, "/containerDefinitions/0/portMappings/1"));
    }

    @Test
    void hostPort_twice_isThereTwice() {
        TaskNeeds needs = TaskNeeds.of(task(container("a")
                        .portMappings(List.of(port(80, 8080, null), port(81, 8080, TransportProtocol.TCP))))
                .build());

        assertThat(needs.tcpPorts()).extracting(PortNeed::port).containsExactly(8080, 8080);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void hostPort_thatIsNone_reservesNothing(int hostPort) {
        TaskNeeds needs = TaskNeeds.of(task(container("a").portMappings(List.of(port(80, hostPort, null))))
                .build());

        assertThat(needs.tcpPorts()).isEmpty();
    }

    @Test
    void protocol_unknown_reservesNeither() {
        TaskNeeds needs =
                TaskNeeds.of(task(container("a").portMappings(List.of(port(80, 80, new TransportProtocol("http")))))
                        .build());

        assertThat(needs.tcpPorts()).isEmpty();
        assertThat(needs.udpPorts()).isEmpty();
    }

    @Test
    void gpus_areAdded_othersAreNot() {
        TaskNeeds needs = TaskNeeds.of(task(
                        container("a")
                                .resourceRequirements(List.of(
                                        requirement(ResourceType.INFERENCE_ACCELERATOR, "x"), gpu("2"), gpu("${N}"))),
                        container("b").resourceRequirements(List.of(gpu("1"))))
                .build());

        assertThat(needs.gpus())
                .isEqualTo(new Need(
                        3,
                        List.of(
                                "/containerDefinitions/0/resourceRequirements/1",
                                "/containerDefinitions/1/resourceRequirements/0")));
        assertThat(needs.allGpus()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "all"})
    void gpus_all_isAtLeastOne(String all) {
        TaskNeeds needs = TaskNeeds.of(
                task(container("a").resourceRequirements(List.of(gpu(all)))).build());

        assertThat(needs.allGpus()).isTrue();
        assertThat(needs.gpus()).isEqualTo(new Need(1, List.of("/containerDefinitions/0/resourceRequirements/0")));
    }

    @ParameterizedTest
    @CsvSource({"ALL, 1", "all, 1", "2, 0", "${N}, 0"})
    void neuronDevices_areAllOrNone(String value, long expected) {
        TaskNeeds needs = TaskNeeds.of(
                task(container("a").resourceRequirements(List.of(requirement(ResourceType.NEURON_DEVICE, value))))
                        .build());

        assertThat(needs.neuronDevices().amount()).isEqualTo(expected);
        assertThat(needs.gpus()).isEqualTo(Need.NONE);
        assertThat(needs.neuronDevices().askedBy())
                .isEqualTo(expected == 1 ? List.of("/containerDefinitions/0/resourceRequirements/0") : List.of());
    }

    @Test
    void overrides_ofTask_win() {
        TaskNeeds needs = TaskNeeds.of(
                task(container("a").cpu(1).memory(2)).cpu("256").build(),
                TaskOverride.builder().cpu("1 vCPU").memory("2 GB").build());

        assertThat(needs.cpuUnits()).isEqualTo(new Need(1024, List.of("/overrides/cpu")));
        assertThat(needs.memoryMib()).isEqualTo(new Need(2048, List.of("/overrides/memory")));
    }

    @Test
    void overrides_ofContainers_countByName() {
        TaskOverride overrides = TaskOverride.builder()
                .containerOverrides(List.of(
                        ContainerOverride.builder().name("other").cpu(9999).build(),
                        ContainerOverride.builder()
                                .name("b")
                                .cpu(64)
                                .memory(128)
                                .resourceRequirements(List.of(gpu("4")))
                                .build()))
                .build();

        TaskNeeds needs = TaskNeeds.of(
                task(
                                container("a").cpu(10).memory(20),
                                container("b").cpu(10).memory(20).resourceRequirements(List.of(gpu("1"))))
                        .build(),
                overrides);

        assertThat(needs.cpuUnits())
                .isEqualTo(new Need(74, List.of("/containerDefinitions/0/cpu", "/overrides/containerOverrides/1/cpu")));
        assertThat(needs.memoryMib())
                .isEqualTo(new Need(
                        148, List.of("/containerDefinitions/0/memory", "/overrides/containerOverrides/1/memory")));
        assertThat(needs.gpus())
                .isEqualTo(new Need(4, List.of("/overrides/containerOverrides/1/resourceRequirements/0")));
    }

    @ParameterizedTest
    @CsvSource({
        // reservation and limit of the container, then of the override; the reservation counts before the limit
        "20, 40, , , 20, /containerDefinitions/0/memoryReservation",
        "20, 40, 10, , 10, /overrides/containerOverrides/0/memoryReservation",
        "20, 40, , 80, 20, /containerDefinitions/0/memoryReservation",
        ", 40, , 80, 80, /overrides/containerOverrides/0/memory",
        ", 40, 10, 80, 10, /overrides/containerOverrides/0/memoryReservation",
        ", 40, , , 40, /containerDefinitions/0/memory"
    })
    void overrides_ofMemory_reservationBeforeLimit(
            Integer reservation, Integer limit, Integer newReservation, Integer newLimit, long expected, String by) {
        TaskOverride overrides = TaskOverride.builder()
                .containerOverrides(List.of(ContainerOverride.builder()
                        .name("a")
                        .memory(newLimit)
                        .memoryReservation(newReservation)
                        .build()))
                .build();

        TaskNeeds needs = TaskNeeds.of(
                task(container("a").memoryReservation(reservation).memory(limit))
                        .build(),
                overrides);

        assertThat(needs.memoryMib()).isEqualTo(new Need(expected, List.of(by)));
    }

    @Test
    void need_negative_isRefused() {
        assertThatThrownBy(() -> new Need(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static TaskDefinitionBuilder task(ContainerDefinitionBuilder... containers) {
        return TaskDefinition.builder()
                .containerDefinitions(List.of(containers).stream()
                        .map(ContainerDefinitionBuilder::build)
                        .toList());
    }

    private static ContainerDefinitionBuilder container(String name) {
        return ContainerDefinition.builder().name(name);
    }

    private static PortMapping port(int containerPort, Integer hostPort, TransportProtocol protocol) {
        return PortMapping.builder()
                .containerPort(containerPort)
                .hostPort(hostPort)
                .protocol(protocol)
                .build();
    }

    private static ResourceRequirement gpu(String value) {
        return requirement(ResourceType.GPU, value);
    }

    private static ResourceRequirement requirement(ResourceType type, String value) {
        return ResourceRequirement.builder().type(type).value(value).build();
    }
}
