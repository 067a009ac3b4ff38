package io.stowage.ecs.placement.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.ContainerInstanceBuilder;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.cluster.VersionInfo;
import io.stowage.ecs.model.common.Attachment;
import io.stowage.ecs.model.task.Container;
import io.stowage.ecs.model.task.NetworkBinding;
import io.stowage.ecs.model.task.NetworkInterface;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

    @Test
    void of_task_knowsWhatItHolds() {
        Task task = Task.builder()
                .taskArn("t1")
                .containerInstanceArn(ARN)
                .createdAt(Instant.ofEpochSecond(5))
                .capacityProviderName("spot")
                .cpu("0.5 vCPU")
                .attachments(List.of(Attachment.builder()
                        .type("ElasticNetworkInterface")
                        .status("ATTACHED")
                        .build()))
                .containers(List.of(
                        Container.builder()
                                .memory("300")
                                .memoryReservation("200")
                                .gpuIds(List.of("GPU-1"))
                                .neuronDeviceIds(List.of("n1"))
                                .networkBindings(List.of(
                                        NetworkBinding.builder()
                                                .hostPort(8080)
                                                .protocol(TransportProtocol.TCP)
                                                .build(),
                                        NetworkBinding.builder().hostPort(32768).build(),
                                        NetworkBinding.builder().hostPort(-1).build(),
                                        NetworkBinding.builder()
                                                .hostPort(53)
                                                .protocol(TransportProtocol.UDP)
                                                .build()))
                                .build(),
                        Container.builder().memory("100").cpu("64").build()))
                .build();

        TaskSnapshot snapshot = ClusterSnapshot.of(List.of(described().build()), List.of(task))
                .task("t1")
                .orElseThrow();

        assertThat(snapshot.createdAt()).isEqualTo(Instant.ofEpochSecond(5));
        assertThat(snapshot.capacityProvider()).isEqualTo("spot");
        assertThat(snapshot.held())
                .as("the port that the instance does not list was assigned dynamically")
                .isEqualTo(new HeldResources(
                        512,
                        300,
                        TakenPorts.of(List.of(8080), List.of(53)),
                        new TreeSet<>(List.of("GPU-1")),
                        new TreeSet<>(List.of("n1")),
                        1,
                        Map.of()));
    }

    @Test
    void of_containerSizes_countWhereTheTaskHasNone() {
        Task task = Task.builder()
                .taskArn("t1")
                .containerInstanceArn(ARN)
                .containers(List.of(
                        Container.builder().cpu("64").memory("128").build(),
                        Container.builder().cpu("not a number").build()))
                .build();

        assertThat(TaskSnapshot.of(task).held()).isEqualTo(HeldResources.of(64, 128));
    }

    @Test
    void of_interfaces_areDerivedFromTypeAndTrunkLessThoseOfTasks() {
        ContainerInstance plain = typed("a", "c5.large");
        ContainerInstance trunk = typed("b", "c5.large").toBuilder()
                .attributes(List.of(
                        Attribute.builder()
                                .name("ecs.instance-type")
                                .value("c5.large")
                                .build(),
                        Attribute.builder()
                                .name("ecs.awsvpc-trunk-id")
                                .value("eni-1")
                                .build()))
                .build();
        ContainerInstance unknown = typed("c", "zz9.huge");
        Task task = Task.builder()
                .taskArn("t")
                .containerInstanceArn("a")
                .containers(List.of(Container.builder()
                        .networkInterfaces(List.of(
                                NetworkInterface.builder().attachmentId("x").build()))
                        .build()))
                .build();

        ClusterSnapshot cluster = ClusterSnapshot.of(List.of(plain, trunk, unknown), List.of(task, task));

        assertThat(cluster.instances())
                .extracting(instance -> instance.registered().networkInterfaces() + " "
                        + instance.remaining().networkInterfaces())
                .containsExactly("2 1", "10 10", "null null");
    }

    @Test
    void of_customResources_areRead() {
        InstanceSnapshot instance = InstanceSnapshot.of(described()
                .registeredResources(List.of(
                        integer("CPU", 1),
                        integer("MEMORY", 1),
                        integer("LICENSES", 4),
                        ports("NEURON_CORES", "0", "1"),
                        ports("NEURON_DEVICE", "d1", "d0")))
                .remainingResources(List.of())
                .build());

        assertThat(instance.registered().others())
                .containsExactly(entry("LICENSES", List.of(4L)), entry("NEURON_CORES", List.of(2L)));
        assertThat(instance.registered().neuronDeviceIds()).containsExactly("d0", "d1");
        assertThat(instance.reservedPorts().count()).isZero();
    }

    @Test
    void of_reservedPorts_areThoseOfTheRegistration() {
        InstanceSnapshot instance = InstanceSnapshot.of(described()
                .registeredResources(List.of(integer("CPU", 1), integer("MEMORY", 1), ports("PORTS", "22", "2375")))
                .build());

        assertThat(instance.reservedPorts().tcp()).containsExactly(22, 2375);
        assertThat(instance.takenPorts().tcp()).as("never free").containsExactly(22, 2375, 8080, 51678);
    }

    @Test
    void ofSnapshots_sameTaskTwice_isCountedOnceOrRefused() {
        InstanceSnapshot instance = InstanceSnapshot.of(described().build());
        TaskSnapshot task = TaskSnapshot.running("t", ARN, "a");

        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(List.of(instance), List.of(task, task));

        assertThat(cluster.tasks()).containsExactly(task);
        assertThat(cluster.notes()).containsExactly("task t is listed twice; it is counted once");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ClusterSnapshot.ofSnapshots(List.of(instance), List.of(task, task.withCounted(false))))
                .withMessageContaining("task t is listed twice, and the two differ");
    }

    @Test
    void of_tasksWithoutArn_areKeptApart() {
        Task nameless = Task.builder().containerInstanceArn(ARN).group("a").build();
        Task other = Task.builder().containerInstanceArn(ARN).group("b").build();

        assertThat(ClusterSnapshot.of(List.of(described().build()), List.of(other, nameless))
                        .tasks())
                .extracting(task -> task.id() + " " + task.group())
                .containsExactly("?1 a", "?2 b");
    }

    @Test
    void ofSnapshots_moreLeftThanThereIs_isNoted() {
        InstanceSnapshot instance = InstanceSnapshot.builder("i", InstanceResources.of(10, 10))
                .remaining(InstanceResources.of(11, 10))
                .build();

        assertThat(ClusterSnapshot.ofSnapshots(List.of(instance), List.of()).notes())
                .containsExactly(
                        "container instance i has more left than it has registered; what is left is taken as it is written");
    }

    @Test
    void build_absurdNumbers_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> InstanceResources.of(Long.MAX_VALUE, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> InstanceResources.of(1, Long.MIN_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceResources.of(1, 1).withNetworkInterfaces(Long.MAX_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceResources.of(1, 1).withOther("X", List.of(Long.MAX_VALUE)));
        assertThatIllegalArgumentException().isThrownBy(() -> HeldResources.of(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> HeldResources.of(0, Long.MAX_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TakenPorts.of(List.of(65_536), List.of()))
                .withMessage("65536 is no port; ports are 0 to 65535");
        assertThatIllegalArgumentException().isThrownBy(() -> TakenPorts.of(List.of(), List.of(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceSnapshot.builder("i", InstanceResources.of(-1, 0))
                        .build())
                .withMessageContaining("less than nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        InstanceSnapshot.builder("", InstanceResources.of(1, 0)).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceSnapshot.builder("i", InstanceResources.of(1, 0))
                        .runningTasksCount(-1)
                        .build());
    }

    @Test
    void equals_sameParts_inAnyOrder() {
        InstanceSnapshot a =
                InstanceSnapshot.builder("a", InstanceResources.of(1, 1)).build();
        InstanceSnapshot b =
                InstanceSnapshot.builder("b", InstanceResources.of(1, 1)).build();
        TaskSnapshot one = TaskSnapshot.running("1", "a", null);
        TaskSnapshot two = TaskSnapshot.running("2", "b", null);
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(List.of(a, b), List.of(one, two));

        assertThat(ClusterSnapshot.ofSnapshots(List.of(b, a), List.of(two, one)))
                .isEqualTo(cluster)
                .hasSameHashCodeAs(cluster)
                .hasToString("2 container instances with 2 tasks");
        assertThat(ClusterSnapshot.ofSnapshots(List.of(b, a), List.of(one))).isNotEqualTo(cluster);
        assertThat(cluster.instance("a")).contains(a);
        assertThat(cluster.instance("x")).isEmpty();
        assertThat(cluster.task("x")).isEmpty();
    }

    private static ContainerInstance typed(String arn, String type) {
        return described()
                .containerInstanceArn(arn)
                .attributes(List.of(Attribute.builder()
                        .name("ecs.instance-type")
                        .value(type)
                        .build()))
                .build();
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
