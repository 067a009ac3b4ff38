package io.stowage.ecs.placement.repair;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.instancetype.InstanceTypes;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.headroom.EmptyInstances;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepairSearchTest {
    private static final Set<ChangeKind> WITHOUT_MORE_INSTANCES =
            EnumSet.complementOf(EnumSet.of(ChangeKind.ADD_INSTANCE));

    private static List<String> described(Repairs repairs) {
        return repairs.repairs().stream().map(Repair::describe).toList();
    }

    private static List<String> described(ClusterSnapshot cluster, PlacementRequest request) {
        return described(RepairSearch.standard().find(cluster, request));
    }

    private static List<String> withoutMoreInstances(ClusterSnapshot cluster, PlacementRequest request) {
        return described(RepairSearch.builder(PlacementEngine.standard())
                .kinds(WITHOUT_MORE_INSTANCES)
                .build()
                .find(cluster, request));
    }

    private static InstanceSnapshotBuilder having(String id, long cpuUnits, long memoryMib) {
        return instance(id).remaining(InstanceResources.of(cpuUnits, memoryMib));
    }

    @Test
    void find_everythingFits_findsNothingToMend() {
        Repairs repairs = RepairSearch.standard()
                .find(cluster(instance("i-1")), web(task(10, 10)).count(2).build());

        assertThat(repairs.repairs()).isEmpty();
        assertThat(repairs.smallest()).isEmpty();
        assertThat(repairs.result().unplaced()).isZero();
        assertThat(repairs.stoppedEarly()).isFalse();
    }

    @Test
    void find_lackOfMemory_givesTheLeastLowering() {
        Repairs repairs = RepairSearch.standard()
                .find(
                        cluster(having("i-1", 4096, 900), having("i-2", 4096, 700)),
                        web(task(100, 1024)).build());

        assertThat(described(repairs))
                .containsExactly(
                        "lower the task's memory by 124 MiB, from 1024 to 900",
                        "add one instance of 4096 CPU units and 4096 MiB in z1");
        Repair smallest = repairs.smallest().orElseThrow();
        assertThat(smallest.result().placements().get(0).containerInstance()).isEqualTo("i-1");
        assertThat(smallest.request()
                        .taskDefinition()
                        .containerDefinitions()
                        .get(0)
                        .memory())
                .isEqualTo(900);
    }

    @Test
    void find_nextTask_mendsForOneMore() {
        ClusterSnapshot cluster = cluster(having("i-1", 4096, 1000), having("i-2", 4096, 700));
        PlacementRequest three = web(task(0, 600)).count(3).build();

        Repairs next = RepairSearch.standard().find(cluster, three);
        assertThat(next.result().placements()).hasSize(2);
        assertThat(next.wanted()).isEqualTo(3);
        assertThat(described(next)).first().isEqualTo("lower the task's memory by 100 MiB, from 600 to 500");
    }

    @Test
    void find_allTasks_mendsForAll() {
        ClusterSnapshot cluster = cluster(having("i-1", 4096, 1000), having("i-2", 4096, 700));
        RepairSearch all = RepairSearch.builder(PlacementEngine.standard())
                .goal(Goal.ALL_TASKS)
                .build();

        Repairs repairs = all.find(cluster, web(task(0, 600)).count(5).build());
        assertThat(described(repairs))
                .first()
                .isEqualTo("lower the task's memory by 267 MiB, from 600 to 333"); // three on i-1, two on i-2
        assertThat(repairs.smallest().orElseThrow().result().unplaced()).isZero();
    }

    @Test
    void find_fixedPort_makesItDynamicOrStopsWhoHoldsIt() {
        TaskSnapshot holder = TaskSnapshot.running("t-1", "i-1", "service:old")
                .withHeld(HeldResources.of(10, 10).withPorts(TakenPorts.of(List.of(8080), List.of())));
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(instance("i-1")
                        .remaining(InstanceResources.of(4086, 4086))
                        .takenPorts(TakenPorts.of(List.of(8080), List.of()))
                        .build()),
                List.of(holder));

        List<String> repairs = withoutMoreInstances(
                cluster,
                web(task(container(10, 10).portMappings(List.of(port(8080))))).build());

        assertThat(repairs)
                .containsExactly(
                        "take a dynamic host port instead of 8080/tcp at /taskDefinition/containerDefinitions/0/portMappings/0",
                        "stop the task t-1 of service:old on i-1");
    }

    @Test
    void find_portTwiceInOneTask_makesOneDynamic() {
        PlacementRequest request = web(task(container(10, 10).portMappings(List.of(port(8080), port(8080)))))
                .build();

        assertThat(described(cluster(instance("i-1")), request))
                .containsExactly(
                        "take a dynamic host port instead of 8080/tcp at /taskDefinition/containerDefinitions/0/portMappings/0",
                        "take a dynamic host port instead of 8080/tcp at /taskDefinition/containerDefinitions/0/portMappings/1");
    }

    @Test
    void find_hostMode_hasNoDynamicPorts() {
        TaskDefinition host = task(container(10, 10).portMappings(List.of(port(22)))).toBuilder()
                .networkMode(NetworkMode.HOST)
                .build();
        ClusterSnapshot cluster = cluster(instance("i-1").reservedPorts(TakenPorts.of(List.of(22), List.of())));

        assertThat(described(cluster, web(host).build())).isEmpty();
    }

    @Test
    void find_constraint_addsTheAttributeOrDropsIt() {
        PlacementRequest request = web(task(10, 10))
                .placementConstraints(List.of(constraint("memberOf", "attribute:stack =~ prod-[0-9]+")))
                .build();

        assertThat(withoutMoreInstances(cluster(instance("i-1"), instance("i-2").attribute("stack", "dev")), request))
                .containsExactly(
                        "add the attribute stack = prod-0 to i-1",
                        "drop the constraint memberOf(attribute:stack =~ prod-[0-9]+) at /placementConstraints/0");
    }

    @Test
    void find_attributesOfEcs_areNotAddedForAConstraint() {
        PlacementRequest request = web(task(10, 10))
                .placementConstraints(List.of(constraint("memberOf", "attribute:ecs.instance-type == m5.large")))
                .build();

        assertThat(withoutMoreInstances(cluster(instance("i-1")), request))
                .containsExactly(
                        "drop the constraint memberOf(attribute:ecs.instance-type == m5.large) at /placementConstraints/0");
    }

    @Test
    void find_requiredAttribute_isAdded() {
        PlacementRequest request = web(task(10, 10))
                .requiredAttributes(List.of("ecs.capability.efs"))
                .build();

        assertThat(withoutMoreInstances(cluster(instance("i-1")), request))
                .containsExactly("add the attribute ecs.capability.efs to i-1");
    }

    @Test
    void find_instanceThatDrainsAndIsCutOff_needsBoth() {
        ClusterSnapshot cluster = cluster(
                instance("i-1").status("DRAINING").agentConnected(false),
                instance("i-2").status("INACTIVE"));

        assertThat(withoutMoreInstances(cluster, web(task(10, 10)).build()))
                .containsExactly("bring back the agent of i-1, and set i-1 from DRAINING to ACTIVE");
    }

    @Test
    void find_subnets_getAZone() {
        TaskDefinition awsvpc =
                task(10, 10).toBuilder().networkMode(NetworkMode.AWSVPC).build();
        PlacementRequest request =
                web(awsvpc).subnetAvailabilityZones(List.of("z9")).build();

        assertThat(withoutMoreInstances(cluster(instance("i-1", "z1"), instance("i-2", "z2")), request))
                .containsExactly("give the request a subnet in z1", "give the request a subnet in z2");
    }

    @Test
    void find_cpuAndMemoryShort_lowersBothFromEitherEnd() {
        ClusterSnapshot cluster = cluster(having("i-1", 90, 500), having("i-2", 50, 900));

        assertThat(withoutMoreInstances(cluster, web(task(100, 1000)).build()))
                .containsExactly(
                        "lower the task's CPU by 10 units, from 100 to 90, and lower the task's memory by 500 MiB, from 1000 to 500",
                        "lower the task's CPU by 50 units, from 100 to 50, and lower the task's memory by 100 MiB, from 1000 to 900");
    }

    @Test
    void find_stoppedTasks_comeByProtectionThenSize() {
        InstanceSnapshotBuilder full = having("i-1", 4096, 0);
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(full.build()),
                List.of(
                        held("big", 900),
                        held("small", 300),
                        held("tiny", 100),
                        held("guarded", 250).withScaleInProtection(true)));

        assertThat(described(RepairSearch.builder(PlacementEngine.standard())
                        .kinds(List.of(ChangeKind.STOP_TASK))
                        .build()
                        .find(cluster, web(task(0, 200)).build())))
                .containsExactly(
                        "stop the task small of g on i-1",
                        "stop the task big of g on i-1",
                        "stop the task guarded of g on i-1, which is protected from scale-in");
    }

    private static TaskSnapshot held(String id, long memoryMib) {
        return TaskSnapshot.running(id, "i-1", "g").withHeld(HeldResources.of(0, memoryMib));
    }

    @Test
    void find_emptyCluster_addsFromTheCatalogue() {
        RepairSearch search = RepairSearch.builder(PlacementEngine.standard())
                .addable(List.of(
                        EmptyInstances.of(InstanceTypes.find("m5.xlarge").orElseThrow(), "us-east-1a", false),
                        EmptyInstances.of(InstanceTypes.find("m5.large").orElseThrow(), "us-east-1b", false),
                        EmptyInstances.of(InstanceTypes.find("t3.micro").orElseThrow(), "us-east-1a", false)))
                .build();

        Repairs repairs =
                search.find(ClusterSnapshot.empty(), web(task(2000, 2000)).build());
        assertThat(described(repairs))
                .containsExactly("add one m5.large in us-east-1b", "add one m5.xlarge in us-east-1a");
        assertThat(repairs.smallest().orElseThrow().cluster().instances())
                .extracting(added -> added.id())
                .containsExactly("added-2");
    }

    @Test
    void find_capacityProvider_getsTheInstance() {
        RepairSearch search = RepairSearch.builder(PlacementEngine.standard())
                .addable(List.of(instance("x").build()))
                .build();

        assertThat(described(search.find(
                        cluster(instance("i-1", "z2")),
                        web(task(1, 1)).capacityProvider("spot").build())))
                .containsExactly("add one instance of 4096 CPU units and 4096 MiB in z1 to the capacity provider spot");
    }

    @Test
    void find_twoInstancesMissing_addsTwo() {
        RepairSearch search = RepairSearch.builder(PlacementEngine.standard())
                .goal(Goal.ALL_TASKS)
                .kinds(List.of(ChangeKind.ADD_INSTANCE))
                .build();

        assertThat(described(search.find(
                        cluster(instance("i-1")), web(task(0, 4096)).count(3).build())))
                .containsExactly("add one instance of 4096 CPU units and 4096 MiB in z1, "
                        + "and add one instance of 4096 CPU units and 4096 MiB in z1");
    }

    @Test
    void find_fewTrials_saysThatItStoppedEarly() {
        ClusterSnapshot cluster = cluster(having("i-1", 4096, 900));
        PlacementRequest request = web(task(100, 1024)).build();
        for (int trials = 1; trials < 40; trials++) {
            Repairs repairs = RepairSearch.builder(PlacementEngine.standard())
                    .mostTrials(trials)
                    .build()
                    .find(cluster, request);

            assertThat(repairs.trials()).isLessThanOrEqualTo(trials);
            assertThat(repairs.stoppedEarly() || repairs.repairs().size() == 2)
                    .as("%d trials", trials)
                    .isTrue();
            assertThat(repairs.repairs().size() == 2 || trials < 30).isTrue();
        }
        assertThat(RepairSearch.standard().find(cluster, request).stoppedEarly())
                .isFalse();
    }

    @Test
    void find_oneKindUsesTooMuch_leavesSomethingForTheOthers() {
        List<TaskSnapshot> tasks = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            tasks.add(held("t-" + i, 1));
        }
        ClusterSnapshot cluster =
                ClusterSnapshot.ofSnapshots(List.of(having("i-1", 4096, 0).build()), tasks);

        Repairs repairs = RepairSearch.builder(PlacementEngine.standard())
                .kinds(List.of(ChangeKind.STOP_TASK, ChangeKind.ADD_INSTANCE))
                .mostTrials(200)
                .build()
                .find(cluster, web(task(0, 600)).build());
        assertThat(repairs.stoppedEarly()).isTrue();
        assertThat(described(repairs)).containsExactly("add one instance of 4096 CPU units and 4096 MiB in z1");
    }

    @Test
    void find_answersPerKind_limitsEachKind() {
        ClusterSnapshot cluster = cluster(
                instance("i-1").agentConnected(false),
                instance("i-2").agentConnected(false),
                instance("i-3").status("DRAINING"));

        assertThat(described(RepairSearch.builder(PlacementEngine.standard())
                        .kinds(WITHOUT_MORE_INSTANCES)
                        .answersPerKind(1)
                        .build()
                        .find(cluster, web(task(10, 10)).build())))
                .containsExactly("bring back the agent of i-1", "set i-3 from DRAINING to ACTIVE");
    }

    @Test
    void find_refusedRequest_isRefused() {
        PlacementRequest request = web(task(10, 10))
                .placementConstraints(List.of(constraint("memberOf", "nonsense")))
                .build();

        assertThatThrownBy(() -> RepairSearch.standard().find(cluster(instance("i-1")), request))
                .isInstanceOf(PlacementRequestException.class);
    }

    @Test
    void find_waitingTasks_areMendedLikeOthers() {
        PlacementRequest request = web(task(100, 1024)).waitsForCapacity(true).build();

        assertThat(described(cluster(having("i-1", 4096, 900)), request))
                .first()
                .isEqualTo("lower the task's memory by 124 MiB, from 1024 to 900");
    }

    @Test
    void builder_numbersBelowOne_areRefused() {
        RepairSearch.Builder builder = RepairSearch.builder(PlacementEngine.standard());

        assertThatThrownBy(() -> builder.mostTrials(0)).hasMessage("mostTrials is 0; at least 1 was expected");
        assertThatThrownBy(() -> builder.answersPerKind(-1))
                .hasMessage("answersPerKind is -1; at least 1 was expected");
    }
}
