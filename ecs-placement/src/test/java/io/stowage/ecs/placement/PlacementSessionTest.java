package io.stowage.ecs.placement;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementSessionTest {
    private static final PlacementEngine ENGINE = PlacementEngine.standard();

    @Test
    void stop_placedTask_restoresTheClusterExactly() {
        ClusterSnapshot before = cluster(instance("i-a").takenPorts(TakenPorts.of(List.of(22, 9000), List.of(53))));
        PlacementSession session = ENGINE.open(before);
        TaskDefinition definition = task(container(100, 200).portMappings(List.of(port(8080), port(8081))));

        Placement placement =
                session.place(web(definition).build()).placements().get(0);

        assertThat(session.instance("i-a").orElseThrow().takenPorts().tcp()).containsExactly(22, 8080, 8081, 9000);
        assertThat(session.task(placement.taskId()).orElseThrow().held())
                .isEqualTo(HeldResources.of(100, 200).withPorts(TakenPorts.of(List.of(8080, 8081), List.of())));
        assertThat(session.stop(placement.taskId()).id()).isEqualTo(placement.taskId());
        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void stop_placement_restoresTheClusterExactly() {
        ClusterSnapshot before = cluster(instance("i-a"), instance("i-b"));
        PlacementSession session = ENGINE.open(before);
        PlacementRequest named = web(task(100, 200)).taskIds(List.of("mine")).build();
        List<Placement> placements = List.of(
                session.place(web(task(100, 200)).build()).placement(0),
                session.place(named).placement(0),
                new Placement(
                        session.place(web(task(1, 2)).build()).placement(0).taskId(), "i-a"));

        assertThat(placements)
                .extracting(Placement::taskId)
                .containsExactly("service:web/placed-1", "mine", "service:web/placed-2");
        placements.forEach(session::stop);

        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void stop_placementThatIsNone_saysWhatIsThere() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a"), instance("i-b")));
        Placement placement = session.place(web(task(1, 1)).build()).placement(0);
        Placement elsewhere = new Placement(placement.taskId(), "i-b");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.stop(elsewhere))
                .withMessage("the task service:web/placed-1 is on i-a, not on i-b");
        session.stop(placement);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.stop(placement))
                .withMessage("there is no task service:web/placed-1");
    }

    /** A name is taken by whoever has it, in whatever way the session keeps it. */
    @Test
    void place_nextToTaskOfANameLikeOurs_findsBothAndGivesNoNameTwice() {
        PlacementSession session =
                ENGINE.open(cluster(instance("i-a"), instance("i-b").status("DRAINING")));
        PlacementRequest request = web(task(1, 1)).build();
        TaskSnapshot third = TaskSnapshot.running("service:web/placed-3", "i-b", "blue");
        session.add(third);
        session.place(request);
        PlacementSession fork = session.fork();

        assertThat(ids(session.place(web(task(1, 1)).count(3).build())))
                .containsExactly("service:web/placed-2", "service:web/placed-4", "service:web/placed-5");
        assertThat(session.task("service:web/placed-3")).contains(third);
        assertThat(session.task("service:web/placed-4").orElseThrow().instanceId())
                .isEqualTo("i-a");
        assertThat(List.of(
                        "service:web/placed-04",
                        "service:web/placed-",
                        "service:web/placed-+4",
                        "service:web/placed-6"))
                .allSatisfy(id -> assertThat(session.task(id)).isEmpty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.add(TaskSnapshot.running("service:web/placed-4", "i-b", null)))
                .withMessage("there is a task service:web/placed-4 already");
        PlacementRequest taken =
                web(task(1, 1)).taskIds(List.of("service:web/placed-5")).build();
        assertThat(catchThrowableOfType(PlacementRequestException.class, () -> session.place(taken)))
                .hasMessageContaining("there is a task service:web/placed-5 already");

        assertThat(fork.task("service:web/placed-4")).isEmpty();
        fork.stop("service:web/placed-3");
        fork.add(TaskSnapshot.running("service:web/placed-2", "i-b", null));
        assertThat(ids(fork.place(request))).containsExactly("service:web/placed-3");
        assertThat(session.task("service:web/placed-3")).contains(third);

        session.stop("service:web/placed-4");
        session.add(TaskSnapshot.running("service:web/placed-4", "i-b", "blue"));
        session.protect("service:web/placed-5", true);
        session.beginStop("service:web/placed-2");
        assertThat(ids(session.place(request))).containsExactly("service:web/placed-6");
        assertThat(session.task("service:web/placed-4").orElseThrow().group()).isEqualTo("blue");
        assertThat(session.task("service:web/placed-5").orElseThrow().scaleInProtected())
                .isTrue();
        assertThat(session.task("service:web/placed-2").orElseThrow().counted()).isFalse();
        session.stop(Placement.numbered("service:web/placed-", 5, "i-a"));
        assertThat(session.deregister("i-a"))
                .extracting(TaskSnapshot::id)
                .containsExactly("service:web/placed-1", "service:web/placed-2", "service:web/placed-6");
        assertThat(session.task("service:web/placed-6")).isEmpty();
    }

    private static List<String> ids(PlacementResult result) {
        return result.placements().stream().map(Placement::taskId).toList();
    }

    @Test
    void beginStop_task_holdsButDoesNotCount() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a"), instance("i-b")));
        TaskDefinition definition = task(container(1, 1).portMappings(List.of(port(80))));
        PlacementRequest distinct = web(definition)
                .placementConstraints(List.of(constraint("distinctInstance", null)))
                .build();
        String first = session.place(distinct).placements().get(0).taskId();
        session.place(distinct);

        session.beginStop(first);

        assertThat(session.instance("i-a").orElseThrow().runningTasksCount()).isZero();
        assertThat(session.place(distinct).failures())
                .as("its port is still taken")
                .extracting(PlacementFailure::reason)
                .containsExactly("RESOURCE:PORTS", "RESOURCE:PORTS");
        session.stop(first);
        assertThat(on(session.place(distinct).placements())).containsExactly("i-a");
    }

    @Test
    void stop_portOfSomebodyElse_staysTaken() {
        TaskSnapshot one = holding("one", 8080);
        TaskSnapshot two = holding("two", 8080);
        TaskSnapshot ofAgent = holding("three", 22);
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(instance("i-a")
                        .reservedPorts(TakenPorts.of(List.of(22), List.of()))
                        .takenPorts(TakenPorts.of(List.of(8080), List.of()))
                        .build()),
                List.of(one, two, ofAgent));
        PlacementSession session = ENGINE.open(cluster);

        session.stop("three");
        session.stop("one");
        assertThat(session.instance("i-a").orElseThrow().takenPorts().tcp()).containsExactly(22, 8080);

        session.stop("two");
        assertThat(session.instance("i-a").orElseThrow().takenPorts().tcp()).containsExactly(22);
    }

    @Test
    void add_taskStartedElsewhere_isTakenFromWhatIsLeft() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));

        session.add(TaskSnapshot.running("t", "i-a", "service:web").withHeld(HeldResources.of(5000, 1)));

        InstanceSnapshot after = session.instance("i-a").orElseThrow();
        assertThat(after.remaining().cpuUnits()).as("overcommitted").isEqualTo(-904);
        assertThat(after.runningTasksCount()).isEqualTo(1);
        assertThat(session.place(web(task(1, 1)).build()).failures().get(0).reason())
                .isEqualTo("RESOURCE:CPU");
    }

    @Test
    void add_taskWithAPortThatSomebodyHas_leavesItToThem() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")
                .reservedPorts(TakenPorts.of(List.of(22), List.of()))
                .takenPorts(TakenPorts.of(List.of(8080), List.of()))));
        ClusterSnapshot before = session.snapshot();

        session.add(holding("one", 22));
        session.add(holding("two", 8080));
        session.stop("one");
        session.stop("two");

        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void instances_comeChangeAndGo() {
        PlacementSession session = ENGINE.open(cluster(instance("i-b")));
        PlacementRequest request = web(task(1, 1))
                .placementConstraints(List.of(constraint("memberOf", "attribute:stack == prod")))
                .build();
        assertThat(session.place(request).unplaced()).isEqualTo(1);

        session.putAttribute("i-b", "stack", "prod");
        assertThat(on(session.place(request).placements())).containsExactly("i-b");
        session.register(instance("i-a").attribute("stack", "prod").build());
        assertThat(on(session.place(request).placements())).containsExactly("i-a");
        session.drain("i-a");
        assertThat(on(session.place(request).placements())).containsExactly("i-b");
        session.setStatus("i-a", "ACTIVE");
        session.setAgentConnected("i-b", false);
        assertThat(on(session.place(request).placements())).containsExactly("i-a");
        session.removeAttribute("i-a", "stack");
        assertThat(session.place(request).failures())
                .extracting(PlacementFailure::reason)
                .containsExactly("MemberOf placement constraint unsatisfied.", "AGENT");
        session.setCapacityProvider("i-a", "spot");
        assertThat(session.instance("i-a").orElseThrow().capacityProvider()).isEqualTo("spot");

        List<TaskSnapshot> lost = session.deregister("i-b");

        assertThat(lost).extracting(TaskSnapshot::id).containsExactly("service:web/placed-1", "service:web/placed-3");
        assertThat(session.task("service:web/placed-1")).isEmpty();
        assertThat(session.snapshot().instances())
                .extracting(InstanceSnapshot::id)
                .containsExactly("i-a");
    }

    @Test
    void fork_goesItsOwnWay() {
        PlacementSession parent = ENGINE.open(cluster(instance("i-a"), instance("i-b")));
        parent.place(web(task(100, 100)).count(2).build());
        ClusterSnapshot before = parent.snapshot();

        PlacementSession child = parent.fork();
        assertThat(child.snapshot()).isEqualTo(before);
        child.place(web(task(100, 100)).count(3).build());
        child.stop("service:web/placed-1");
        child.beginStop("service:web/placed-2");
        child.drain("i-a");
        child.putAttribute("i-b", "x", "y");
        child.register(instance("i-c").build());
        child.deregister("i-a");
        ClusterSnapshot ofChild = child.snapshot();

        assertThat(parent.snapshot()).isEqualTo(before);
        parent.place(web(task(100, 100)).build());
        parent.deregister("i-b");
        assertThat(child.snapshot()).isEqualTo(ofChild);
    }

    @Test
    void place_ownIdsAndTime_areKept() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));
        Instant now = Instant.ofEpochSecond(7);

        session.place(web(task(1, 1))
                .count(2)
                .taskIds(List.of("x", "y"))
                .createdAt(now)
                .build());

        assertThat(session.task("y").orElseThrow().createdAt()).isEqualTo(now);
        assertThat(catchThrowableOfType(
                        PlacementRequestException.class,
                        () -> session.place(
                                web(task(1, 1)).taskIds(List.of("x")).build())))
                .hasMessageContaining("there is a task x already");
        assertThat(catchThrowableOfType(
                        PlacementRequestException.class,
                        () -> session.place(web(task(1, 1))
                                .count(3)
                                .taskIds(List.of("a", "b", "b"))
                                .build())))
                .hasMessageContaining("there are 2 different task ids for 3 tasks");
    }

    @Test
    void place_generatedIds_areNeverGivenTwice() {
        PlacementSession session = ENGINE.open(ClusterSnapshot.ofSnapshots(
                List.of(instance("i-a").build()), List.of(TaskSnapshot.running("service:web/placed-2", "i-a", null))));
        PlacementRequest one = web(task(1, 1)).build();

        assertThat(session.place(one).placements().get(0).taskId()).isEqualTo("service:web/placed-1");
        assertThat(session.place(one).placements().get(0).taskId()).isEqualTo("service:web/placed-3");
        session.stop("service:web/placed-3");
        assertThat(session.place(one).placements().get(0).taskId()).isEqualTo("service:web/placed-4");
    }

    @Test
    void call_aboutWhatIsNotThere_saysSo() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));
        session.add(TaskSnapshot.running("t", "i-a", null));
        ClusterSnapshot before = session.snapshot();

        assertThatIllegalArgumentException().isThrownBy(() -> session.stop("x")).withMessage("there is no task x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.beginStop("x"))
                .withMessage("there is no task x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.protect("x", true))
                .withMessage("there is no task x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.drain("i-x"))
                .withMessage("there is no container instance i-x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.deregister("i-x"))
                .withMessage("there is no container instance i-x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.removeAttribute("i-x", "a"))
                .withMessage("there is no container instance i-x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.add(TaskSnapshot.running("u", "i-x", null)))
                .withMessage("there is no container instance i-x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.add(TaskSnapshot.running("t", "i-a", null)))
                .withMessage("there is a task t already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.register(instance("i-a").build()))
                .withMessage("there is a container instance i-a already");
        assertThat(session.instance("i-x")).isEmpty();
        assertThat(session.task("x")).isEmpty();
        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void place_refusedRequest_changesNothing() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));
        ClusterSnapshot before = session.snapshot();

        catchThrowableOfType(
                PlacementRequestException.class,
                () -> session.place(web(task(1, 1)).count(-1).build()));

        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void place_limitsOfTheApi_canBeLifted() {
        PlacementRequest.Builder request = PlacementRequest.builder(task(1, 1))
                .count(11)
                .group("g".repeat(256))
                .placementStrategy(Collections.nCopies(6, Clusters.strategy("binpack", "cpu")))
                .placementConstraints(Collections.nCopies(11, constraint("memberOf", "agentConnected == true")));

        PlacementRequestException refused = catchThrowableOfType(
                PlacementRequestException.class, () -> ENGINE.place(cluster(instance("i-a")), request.build()));

        assertThat(refused.faults())
                .extracting(fault -> fault.diagnostic().id())
                .containsExactly("request.count", "request.group", "request.constraints", "request.strategies");
        assertThat(ENGINE.place(
                                cluster(instance("i-a")),
                                request.apiLimits(false).build())
                        .placements())
                .hasSize(11);
    }

    private static TaskSnapshot holding(String id, int port) {
        return TaskSnapshot.running(id, "i-a", null)
                .withHeld(HeldResources.NONE.withPorts(TakenPorts.of(List.of(port), List.of())));
    }
}
