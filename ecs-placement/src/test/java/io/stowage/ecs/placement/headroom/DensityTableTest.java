package io.stowage.ecs.placement.headroom;

import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.instancetype.InstanceType;
import io.stowage.ecs.model.instancetype.InstanceTypes;
import io.stowage.ecs.model.taskdef.CPUArchitecture;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.ResourceRequirement;
import io.stowage.ecs.model.taskdef.ResourceType;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DensityTableTest {
    private static InstanceType type(String name) {
        return InstanceTypes.find(name).orElseThrow();
    }

    private static DensityTable table(PlacementRequest request, String... types) {
        return DensityTable.builder(request)
                .types(Arrays.stream(types).map(DensityTableTest::type).toList())
                .build();
    }

    private static int tasks(DensityTable table, String type, Networking networking) {
        return row(table, type).density(networking).tasks();
    }

    private static TypeDensity row(DensityTable table, String type) {
        return table.types().stream()
                .filter(row -> row.type().name().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void build_wholeCatalogue_agreesWithArithmetic() {
        int cpuUnits = 700;
        int memoryMib = 900;
        DensityTable table =
                DensityTable.builder(web(task(cpuUnits, memoryMib)).build()).build();

        assertThat(table.types()).hasSameSizeAs(EmptyInstances.types()).hasSizeGreaterThan(500);
        for (TypeDensity row : table.types()) {
            InstanceType type = row.type();
            int bridge = Math.min(type.cpuUnits() / cpuUnits, type.registeredMemoryMib() / memoryMib);
            assertThat(row.density(Networking.BRIDGE).tasks()).as(type.name()).isEqualTo(bridge);
            assertThat(row.density(Networking.AWSVPC).tasks())
                    .as(type.name())
                    .isEqualTo(Math.min(bridge, type.taskInterfaces()));
            OptionalInt trunk = type.trunkTaskInterfaces();
            Density trunking = row.density(Networking.AWSVPC_TRUNKING);
            assertThat(trunking.possible()).as(type.name()).isEqualTo(trunk.isPresent());
            assertThat(trunking.tasks()).as(type.name()).isEqualTo(Math.min(bridge, trunk.orElse(0)));
            assertThat(row.density(Networking.BRIDGE).freeCpuUnits())
                    .as(type.name())
                    .isEqualTo(type.cpuUnits() - (long) bridge * cpuUnits);
            assertThat(row.density(Networking.BRIDGE).freeMemoryMib())
                    .as(type.name())
                    .isEqualTo(type.registeredMemoryMib() - (long) bridge * memoryMib);
        }
    }

    @Test
    void build_smallTasks_areEndedByInterfaces() {
        DensityTable table = table(web(task(10, 10)).build(), "c5.large");

        assertThat(tasks(table, "c5.large", Networking.AWSVPC)).isEqualTo(2);
        assertThat(tasks(table, "c5.large", Networking.AWSVPC_TRUNKING)).isEqualTo(10);
        assertThat(row(table, "c5.large").density(Networking.AWSVPC).stoppedBy())
                .satisfies(stopped -> assertThat(stopped.reason()).isEqualTo("RESOURCE:ENI"));
        assertThat(row(table, "c5.large").density(Networking.BRIDGE).stoppedBy())
                .satisfies(stopped -> assertThat(stopped.reason()).isEqualTo("RESOURCE:CPU"));
    }

    @Test
    void build_fixedPort_isOneInBridgeMode() {
        PlacementRequest request =
                web(task(container(10, 10).portMappings(List.of(port(8080))))).build();
        DensityTable table = table(request, "c5.large");

        assertThat(tasks(table, "c5.large", Networking.BRIDGE)).isEqualTo(1);
        assertThat(tasks(table, "c5.large", Networking.AWSVPC)).isEqualTo(2);
    }

    @Test
    void build_awsvpcDefinition_hasDynamicPortsInBridgeMode() {
        TaskDefinition awsvpc = task(container(10, 10).portMappings(List.of(port(8080)))).toBuilder()
                .networkMode(NetworkMode.AWSVPC)
                .build();
        DensityTable table = table(web(awsvpc).build(), "m5.large");

        assertThat(tasks(table, "m5.large", Networking.BRIDGE)).isEqualTo(204);
        assertThat(tasks(table, "m5.large", Networking.AWSVPC)).isEqualTo(2);
    }

    @Test
    void build_hostAndNone_compareWhatMakesSense() {
        TaskDefinition host =
                task(10, 10).toBuilder().networkMode(NetworkMode.HOST).build();
        TaskDefinition none =
                task(10, 10).toBuilder().networkMode(NetworkMode.NONE).build();

        assertThat(table(web(host).build(), "m5.large").networkings())
                .containsExactly(Networking.HOST, Networking.AWSVPC, Networking.AWSVPC_TRUNKING);
        assertThat(table(web(none).build(), "m5.large").networkings()).containsExactly(Networking.NONE);
        assertThat(Networking.BRIDGE.isOf(
                        host.toBuilder().networkMode(new NetworkMode("default")).build()))
                .isTrue();
        assertThat(Networking.BRIDGE.isOf(host)).isFalse();
    }

    @Test
    void build_order_isTasksForEachVcpuThenTheSmaller() {
        DensityTable table =
                table(web(task(0, 1000)).build(), "c5.large", "m5.xlarge", "m5.large", "r5.large", "t3.nano");

        assertThat(table.types())
                .extracting(row -> row.type().name())
                .containsExactly("r5.large", "m5.xlarge", "m5.large", "c5.large", "t3.nano");
        assertThat(tasks(table, "t3.nano", Networking.BRIDGE)).isZero();
    }

    @Test
    void build_daemons_takeTheirRoom() {
        PlacementRequest daemon =
                PlacementRequest.builder(task(500, 1)).service("agent").build();
        PlacementRequest request =
                web(task(500, 1)).daemonServices(List.of(daemon)).build();

        assertThat(tasks(table(request, "m5.large"), "m5.large", Networking.BRIDGE))
                .isEqualTo(3);
    }

    @Test
    void build_constraints_holdAndAttributesCanBeGiven() {
        PlacementRequest request = web(task(1000, 1))
                .placementConstraints(List.of(
                        constraint("memberOf", "attribute:stack == prod and attribute:ecs.instance-type =~ m5.*")))
                .capacityProvider("spot")
                .build();

        assertThat(tasks(table(request, "m5.large"), "m5.large", Networking.BRIDGE))
                .isZero();
        DensityTable withStack = DensityTable.builder(request)
                .types(List.of(type("m5.large"), type("c5.large")))
                .attributes(Map.of("stack", "prod"))
                .build();
        assertThat(tasks(withStack, "m5.large", Networking.BRIDGE)).isEqualTo(2);
        assertThat(tasks(withStack, "c5.large", Networking.BRIDGE)).isZero();
    }

    @Test
    void build_zone_isTheOneOfTheSubnets() {
        TaskDefinition awsvpc =
                task(10, 10).toBuilder().networkMode(NetworkMode.AWSVPC).build();
        PlacementRequest request =
                web(awsvpc).subnetAvailabilityZones(List.of("eu-west-1b")).build();

        assertThat(tasks(table(request, "m5.large"), "m5.large", Networking.AWSVPC))
                .isEqualTo(2);
        DensityTable elsewhere = DensityTable.builder(request)
                .types(List.of(type("m5.large")))
                .zone("eu-west-1c")
                .build();
        assertThat(tasks(elsewhere, "m5.large", Networking.AWSVPC)).isZero();
    }

    @Test
    void build_gpusAndPlatform_countAsTheTypeHasThem() {
        PlacementRequest gpu = web(task(container(10, 10)
                        .resourceRequirements(List.of(ResourceRequirement.builder()
                                .type(ResourceType.GPU)
                                .value("1")
                                .build()))))
                .build();
        assertThat(tasks(table(gpu, "g4dn.12xlarge", "m5.large"), "g4dn.12xlarge", Networking.BRIDGE))
                .isEqualTo(4);
        PlacementRequest arm = web(task(1000, 10).toBuilder()
                        .runtimePlatform(RuntimePlatform.builder()
                                .cpuArchitecture(CPUArchitecture.ARM64)
                                .build())
                        .build())
                .build();
        assertThat(tasks(table(arm, "m5.large", "m6g.large"), "m6g.large", Networking.BRIDGE))
                .isEqualTo(2);
        assertThat(tasks(table(arm, "m5.large"), "m5.large", Networking.BRIDGE)).isZero();
    }

    @Test
    void build_agent_reservesMemory() {
        AgentConfig agent =
                AgentConfig.parse(SourceText.of("ecs.config", "ECS_RESERVED_MEMORY=985\n"), AgentDefaults.ECS_INIT);
        DensityTable table = DensityTable.builder(web(task(0, 1000)).build())
                .types(List.of(type("m5.large")))
                .agent(agent)
                .build();

        assertThat(row(table, "m5.large").registeredMemoryMib())
                .isEqualTo(type("m5.large").registeredMemoryMib() - 985);
        assertThat(tasks(table, "m5.large", Networking.BRIDGE)).isEqualTo(6);
    }

    @Test
    void density_networkingNotAskedFor_isRefused() {
        TypeDensity row = table(web(task(1, 1)).build(), "m5.large").types().get(0);

        assertThatThrownBy(() -> row.density(Networking.HOST)).hasMessage("HOST was not asked for");
        assertThatThrownBy(() -> DensityTable.builder(web(task(1, 1)).build()).networkings(List.of()))
                .hasMessage("there is no networking; at least one was expected");
    }
}
