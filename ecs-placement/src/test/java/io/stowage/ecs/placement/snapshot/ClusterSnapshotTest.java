package io.stowage.ecs.placement.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.ContainerInstanceBuilder;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.cluster.VersionInfo;
import io.stowage.ecs.model.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterSnapshotTest {
    private static final String ARN = "arn:aws:ecs:us-east-1:123456789012:container-instance/shop/0a1b";

    @Test
    void of_describedInstance_takesWhatPlacementNeeds() {
        InstanceSnapshot instance = InstanceSnapshot.of(described().build());

        assertThat(instance.id()).isEqualTo(ARN);
        assertThat(instance.shortId()).isEqualTo("0a1b");
        assertThat(instance.zone()).isEqualTo("us-east-1a");
        assertThat(instance.instanceType()).isNull();
        assertThat(instance.agentVersion()).isEqualTo("1.80.0");
        assertThat(instance.attributes())
                .containsExactly(entry("ecs.availability-zone", "us-east-1a"), entry("ecs.capability.task-eni", ""));
        assertThat(instance.registered())
                .isEqualTo(InstanceResources.of(2048, 3705).withGpuIds(List.of("GPU-1", "GPU-2")));
        assertThat(instance.remaining())
                .isEqualTo(InstanceResources.of(1536, 2681).withGpuIds(List.of("GPU-2")));
        assertThat(instance.takenPorts().tcp()).containsExactly(22, 8080, 51678);
        assertThat(instance.takenPorts().udp()).containsExactly(53);
        assertThat(instance.runningTasksCount()).isEqualTo(3);
    }

    @Test
    void of_withoutRemainingResources_hasEverythingFree() {
        InstanceSnapshot instance =
                InstanceSnapshot.of(described().remainingResources(List.of()).build());

        assertThat(instance.remaining()).isEqualTo(instance.registered());
    }

    @Test
    void of_withoutArn_isNamedByItsMachine() {
        ContainerInstance instance =
                described().containerInstanceArn(null).ec2InstanceId("i-1").build();

        assertThat(InstanceSnapshot.of(instance).id()).isEqualTo("i-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceSnapshot.of(described()
                        .containerInstanceArn(null)
                        .ec2InstanceId(null)
                        .build()))
                .withMessageContaining("containerInstanceArn");
    }

    @Test
    void of_resourcesThatCannotBeUnderstood_sayWhich() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceSnapshot.of(described()
                        .registeredResources(List.of(integer("CPU", 1)))
                        .remainingResources(List.of())
                        .build()))
                .withMessage("container instance " + ARN
                        + " lists no resource MEMORY; ECS always answers with CPU and MEMORY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceSnapshot.of(described()
                        .remainingResources(List.of(integer("CPU", 1), integer("MEMORY", 1), ports("PORTS", "http")))
                        .build()))
                .withMessageContaining("the port \"http\" in PORTS; ports are 0 to 65535");
    }

    @Test
    void of_amountsInAnotherNumberMember_areRead() {
        Resource cpu =
                Resource.builder().name("CPU").longValue(4096L).integerValue(0).build();
        Resource memory = Resource.builder().name("MEMORY").doubleValue(512.0).build();

        InstanceSnapshot instance = InstanceSnapshot.of(described()
                .registeredResources(List.of(cpu, memory))
                .remainingResources(List.of())
                .build());

        assertThat(instance.registered()).isEqualTo(InstanceResources.of(4096, 512));
    }

    @Test
    void of_tasks_leavesOutWhatRunsNowhereHere() {
        ClusterSnapshot cluster = ClusterSnapshot.of(
                List.of(described().build()),
                List.of(
                        task("t1", ARN, "RUNNING", "RUNNING"),
                        task("t2", ARN, "PENDING", "RUNNING"),
                        task("t3", ARN, "RUNNING", "STOPPED"),
                        task("t4", ARN, "STOPPED", "STOPPED"),
                        task("t5", null, "RUNNING", "RUNNING"),
                        task("t6", "elsewhere", "RUNNING", "RUNNING"),
                        task("t7", "elsewhere", "RUNNING", "RUNNING")));

        assertThat(cluster.tasks())
                .extracting(task -> task.id() + " " + task.counted())
                .containsExactly("t1 true", "t2 true", "t3 false");
        assertThat(cluster.notes())
                .containsExactly(
                        "task t6 runs on container instance elsewhere, which is not listed; it is not counted");
    }

    @Test
    void of_sameInstanceTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterSnapshot.of(
                        List.of(described().build(), described().build()), List.of()))
                .withMessage("container instance " + ARN + " is listed twice");
    }

    @Test
    void instances_areInTheOrderOfTheirIds() {
        ClusterSnapshot cluster = ClusterSnapshot.of(
                List.of(
                        described().containerInstanceArn("b").build(),
                        described().containerInstanceArn("a").build()),
                List.of());

        assertThat(cluster.instances()).extracting(InstanceSnapshot::id).containsExactly("a", "b");
        assertThat(ClusterSnapshot.empty().instances()).isEmpty();
    }

    private static Task task(String id, @Nullable String instance, String lastStatus, String desiredStatus) {
        return Task.builder()
                .taskArn(id)
                .containerInstanceArn(instance)
                .lastStatus(lastStatus)
                .desiredStatus(desiredStatus)
                .build();
    }

    private static ContainerInstanceBuilder described() {
        return ContainerInstance.builder()
                .containerInstanceArn(ARN)
                .status("ACTIVE")
                .agentConnected(true)
                .runningTasksCount(3)
                .versionInfo(VersionInfo.builder().agentVersion("1.80.0").build())
                .attributes(List.of(
                        Attribute.builder()
                                .name("ecs.availability-zone")
                                .value("us-east-1a")
                                .build(),
                        Attribute.builder().name("ecs.capability.task-eni").build()))
                .registeredResources(
                        List.of(integer("CPU", 2048), integer("MEMORY", 3705), ports("GPU", "GPU-1", "GPU-2")))
                .remainingResources(List.of(
                        integer("CPU", 1536),
                        integer("MEMORY", 2681),
                        ports("PORTS", "51678", "22", "8080"),
                        ports("PORTS_UDP", "53"),
                        ports("GPU", "GPU-2")));
    }

    private static Resource integer(String name, int value) {
        return Resource.builder()
                .name(name)
                .type("INTEGER")
                .doubleValue(0.0)
                .longValue(0L)
                .integerValue(value)
                .build();
    }

    private static Resource ports(String name, String... values) {
        return Resource.builder()
                .name(name)
                .type("STRINGSET")
                .stringSetValue(List.of(values))
                .build();
    }
}
