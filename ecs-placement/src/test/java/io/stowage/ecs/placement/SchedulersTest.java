package io.stowage.ecs.placement;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** StartTask, daemons, scale-in and zone rebalancing beyond the cases of the reference. */
class SchedulersTest {
    private static final PlacementEngine ENGINE = PlacementEngine.standard();

    private static ClusterSnapshot with(List<TaskSnapshot> tasks, InstanceSnapshot... instances) {
        return ClusterSnapshot.ofSnapshots(List.of(instances), tasks);
    }

    private static TaskSnapshot web(String id, String instance, int createdAt) {
        return TaskSnapshot.running(id, instance, "service:web").withCreatedAt(Instant.ofEpochSecond(createdAt));
    }

    private static PlacementRequest daemon(String expression) {
        return PlacementRequest.builder(task(512, 512))
                .service("log")
                .placementConstraints(List.of(constraint("memberOf", expression)))
                .build();
    }

    private static List<String> stopped(List<StoppedTask> tasks) {
        return tasks.stream().map(StoppedTask::taskId).toList();
    }

    // StartTask

    @Test
    void start_zoneOfTheSubnets_isChecked() {
        StartResult result = ENGINE.open(cluster(instance("i-a", "z1"), instance("i-b", "z2")))
                .start(
                        PlacementRequest.builder(task(1, 1).toBuilder()
                                        .networkMode(NetworkMode.AWSVPC)
                                        .build())
                                .subnetAvailabilityZones(List.of("z2"))
                                .build(),
                        List.of("i-a", "i-b", "i-b"));

        assertThat(on(result.placements())).containsExactly("i-b", "i-b");
        assertThat(result.failures().get(0).reason()).isEqualTo("LOCATION");
    }

    @Test
    void start_externalInstance_takesItByHand() {
        StartResult result = ENGINE.open(cluster(instance("i-a").attribute("ecs.capability.external", "")))
                .start(PlacementRequest.builder(task(1, 1)).build(), List.of("i-a"));

        assertThat(result.placements()).containsExactly(new Placement("family:app/placed-1", "i-a"));
    }

    @Test
    void start_whatTheApiRefuses_isRefused() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));
        PlacementRequest.Builder request = PlacementRequest.builder(task(1, 1))
                .count(2)
                .placementStrategy(List.of(strategy("spread", "host")))
                .placementConstraints(List.of(constraint("distinctInstance", null)));

        PlacementRequestException refused = catchThrowableOfType(
                PlacementRequestException.class, () -> session.start(request.build(), Collections.nCopies(11, "i-a")));

        assertThat(refused.faults())
                .extracting(fault -> fault.diagnostic().id())
                .containsExactly(
                        "request.start-strategy", "request.start-constraints", "request.count", "request.instances");
        assertThat(session.start(
                                PlacementRequest.builder(task(1, 1))
                                        .apiLimits(false)
                                        .build(),
                                Collections.nCopies(11, "i-a"))
                        .placements())
                .hasSize(11);
        assertThat(catchThrowableOfType(
                        PlacementRequestException.class,
                        () -> session.start(PlacementRequest.builder(task(1, 1)).build(), List.of())))
                .hasMessageContaining("there are 0 container instances; StartTask takes 1 to 10");
    }

    @Test
    void start_ownIds_areOneForEachInstance() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a"), instance("i-b")));
        PlacementRequest.Builder request = PlacementRequest.builder(task(1, 1)).taskIds(List.of("x", "y"));

        assertThat(session.start(request.build(), List.of("i-z", "i-a")).placements())
                .containsExactly(new Placement("y", "i-a"));
        assertThat(catchThrowableOfType(
                        PlacementRequestException.class, () -> session.start(request.build(), List.of("i-a"))))
                .hasMessageContaining("there are 2 different task ids for 1 tasks");
        assertThat(catchThrowableOfType(
                        PlacementRequestException.class, () -> session.start(request.build(), List.of("i-a", "i-b"))))
                .hasMessageContaining("there is a task y already");
    }

    // Daemons

    @Test
    void daemon_instanceThatDrains_losesItsTask() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a"), instance("i-b")));
        assertThat(on(session.daemon(daemon("agentConnected == true")).placements()))
                .containsExactly("i-a", "i-b");

        session.drain("i-a");
        DaemonResult again = session.daemon(daemon("agentConnected == true"));

        assertThat(again.placements()).isEmpty();
        assertThat(again.stopped()).containsExactly(new StoppedTask("service:log/placed-1", "i-a"));
        assertThat(session.task("service:log/placed-1").orElseThrow().counted()).isFalse();
        assertThat(session.daemon(daemon("agentConnected == true")).stopped()).isEmpty();
    }

    @Test
    void daemon_constraintThatCountsTasks_doesNotSeeTheDaemonItself() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));
        session.daemon(daemon("runningTasksCount < 1"));

        DaemonResult again = session.daemon(daemon("runningTasksCount < 1"));

        assertThat(again).isEqualTo(new DaemonResult(List.of(), List.of(), List.of()));
    }

    @Test
    void daemon_twoTasksOnOneInstance_keepsTheOldest() {
        PlacementSession session = ENGINE.open(with(
                List.of(
                        TaskSnapshot.running("new", "i-a", "service:log").withCreatedAt(Instant.ofEpochSecond(9)),
                        TaskSnapshot.running("old", "i-a", "service:log").withCreatedAt(Instant.ofEpochSecond(3))),
                instance("i-a").build()));

        assertThat(stopped(session.daemon(daemon("agentConnected == true")).stopped()))
                .containsExactly("new");
    }

    @Test
    void daemon_strategiesAndCounts_areRefusedInTheWordsOfEcs() {
        PlacementRequestException refused = catchThrowableOfType(
                PlacementRequestException.class,
                () -> ENGINE.open(cluster(instance("i-a")))
                        .daemon(PlacementRequest.builder(task(1, 1))
                                .count(2)
                                .placementStrategy(List.of(strategy("spread", "host")))
                                .build()));

        assertThat(refused)
                .hasMessageContaining(
                        "The daemon scheduling strategy does not support placement strategies. Remove the "
                                + "placement strategy and try again")
                .hasMessageContaining("its name was expected")
                .hasMessageContaining("count is 2");
    }

    @Test
    void place_withDaemonServices_leavesThemTheirRoom() {
        PlacementSession session = ENGINE.open(cluster(
                instance("i-a").attribute("stack", "prod"),
                instance("i-b").attribute("stack", "test"),
                instance("i-c").attribute("stack", "prod")));
        PlacementRequest log = daemon("attribute:stack == prod");
        session.start(PlacementRequest.builder(task(512, 512)).service("log").build(), List.of("i-c"));
        ClusterSnapshot before = session.snapshot();
        PlacementRequest.Builder request = Clusters.web(task(3800, 1))
                .count(3)
                .taskIds(List.of("a", "b", "c"))
                .placementStrategy(List.of(strategy("binpack", "cpu")));

        PlacementResult with =
                session.fork().place(request.daemonServices(List.of(log)).build());
        PlacementResult without =
                session.fork().place(request.daemonServices(List.of()).build());

        assertThat(on(with.placements())).containsExactly("i-b");
        assertThat(with.failures())
                .extracting(failure -> failure.containerInstance() + " has " + failure.have())
                .as("i-a keeps room for a daemon, i-c has it already")
                .containsExactly("i-a has 3584", "i-b has 296", "i-c has 3584");
        assertThat(on(without.placements())).containsExactly("i-a", "i-b");
        PlacementSession session2 = session.fork();
        session2.place(
                request.count(1).taskIds(List.of()).daemonServices(List.of(log)).build());
        assertThat(session2.snapshot().tasks())
                .as("no trace of the reservation")
                .hasSize(before.tasks().size() + 1);
        session2.stop("service:web/placed-1");
        assertThat(session2.snapshot()).isEqualTo(before);
    }

    @Test
    void place_daemonThatDoesNotFit_stillKeepsWhatItMisses() {
        PlacementSession session =
                ENGINE.open(cluster(InstanceSnapshot.builder("i-a", InstanceResources.of(400, 400))));
        PlacementRequest log = daemon("agentConnected == true");

        assertThat(session.daemon(log).failures().get(0).reason()).isEqualTo("RESOURCE:CPU");
        PlacementResult result = session.place(
                Clusters.web(task(1, 1)).daemonServices(List.of(log)).build());

        assertThat(result.failures().get(0).detail()).isEqualTo("needs 1 CPU units, has -112 left");
        assertThat(session.place(Clusters.web(task(container(0, 0).memory(null)))
                                .daemonServices(List.of(log))
                                .build())
                        .placements())
                .as("what needs nothing of it fits")
                .hasSize(1);
    }

    @Test
    void place_daemonWithAPort_keepsThePort() {
        PlacementRequest log = PlacementRequest.builder(task(container(1, 1).portMappings(List.of(port(514)))))
                .service("log")
                .build();
        PlacementRequest request = Clusters.web(task(container(1, 1).portMappings(List.of(port(514)))))
                .daemonServices(List.of(log))
                .build();
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));

        assertThat(session.place(request).failures().get(0).reason()).isEqualTo("RESOURCE:PORTS");
        assertThat(session.instance("i-a").orElseThrow().takenPorts().count()).isZero();
    }

    // Scale-in

    @Test
    void scaleIn_tasksOnInstancesWithoutTheAttribute_goFirst() {
        PlacementSession session = ENGINE.open(with(
                List.of(web("t1", "i-a", 9), web("t2", "i-b", 1)),
                instance("i-a").attribute("rack", "r1").build(),
                instance("i-b").build()));

        assertThat(stopped(session.scaleIn(ScaleInRequest.builder("service:web", 1)
                                .placementStrategy(List.of(strategy("spread", "attribute:rack")))
                                .build())
                        .stopped()))
                .containsExactly("t2");
    }

    @Test
    void scaleIn_unknownTime_countsAsTheOldestAndTiesGoBySmallestId() {
        List<TaskSnapshot> tasks = new ArrayList<>(
                List.of(web("t3", "i-a", 5), web("t2", "i-a", 5), TaskSnapshot.running("t1", "i-a", "service:web")));
        ScaleInRequest request = ScaleInRequest.builder("service:web", 3).build();

        assertThat(stopped(ENGINE.open(with(tasks, instance("i-a").build()))
                        .scaleIn(request)
                        .stopped()))
                .containsExactly("t2", "t3", "t1");
        Collections.reverse(tasks);
        assertThat(stopped(ENGINE.open(with(tasks, instance("i-a").build()))
                        .scaleIn(request)
                        .stopped()))
                .containsExactly("t2", "t3", "t1");
    }

    @Test
    void scaleIn_onlyProtectedOnesLeft_saysWhichAndHowMany() {
        PlacementSession session = ENGINE.open(with(
                List.of(web("t1", "i-a", 1), web("t2", "i-a", 2)),
                instance("i-a").build()));
        session.protect("t2", true);

        ScaleInResult result =
                session.scaleIn(ScaleInRequest.builder("service:web", 2).build());

        assertThat(result).isEqualTo(new ScaleInResult(List.of(new StoppedTask("t1", "i-a")), 1, List.of("t2")));
        session.protect("t2", false);
        assertThat(session.scaleIn(ScaleInRequest.builder("service:web", 2).build()))
                .isEqualTo(new ScaleInResult(List.of(new StoppedTask("t2", "i-a")), 1, List.of()));
    }

    @Test
    void scaleIn_amongSomeTasks_countsTheOthersToo() {
        PlacementSession session = ENGINE.open(with(
                List.of(web("old1", "i-a", 1), web("old2", "i-b", 9), web("new1", "i-a", 2)),
                instance("i-a").build(),
                instance("i-b").build()));

        assertThat(stopped(session.scaleIn(ScaleInRequest.builder("service:web", 1)
                                .among(List.of("old1", "old2"))
                                .placementStrategy(List.of(strategy("spread", "host")))
                                .build())
                        .stopped()))
                .containsExactly("old1");
    }

    @Test
    void scaleIn_random_drawsFromTheSeedAmongTheTied() {
        ClusterSnapshot cluster = with(
                List.of(web("t1", "i-a", 1), web("t2", "i-a", 2), web("t3", "i-b", 3)),
                instance("i-a").build(),
                instance("i-b").build());
        Set<String> drawn = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            ScaleInRequest request = ScaleInRequest.builder("service:web", 1)
                    .placementStrategy(List.of(strategy("spread", "host"), strategy("random", null)))
                    .seed(seed)
                    .build();
            ScaleInResult result = ENGINE.open(cluster).scaleIn(request);
            assertThat(ENGINE.open(cluster).scaleIn(request)).isEqualTo(result);
            drawn.addAll(stopped(result.stopped()));
        }
        assertThat(drawn).containsExactlyInAnyOrder("t1", "t2");
    }

    @Test
    void scaleIn_withListener_saysWhy() {
        List<StopDecision> decisions = new ArrayList<>();
        PlacementListener listener = new PlacementListener() {
            @Override
            public void decided(PlacementDecision decision) {
                throw new AssertionError("nothing is placed");
            }

            @Override
            public void stopping(StopDecision decision) {
                decisions.add(decision);
            }
        };
        PlacementSession session = PlacementEngine.builder()
                .listener(listener)
                .build()
                .open(with(
                        List.of(
                                web("t1", "i-a", 1).withHeld(HeldResources.of(0, 96)),
                                web("t2", "i-a", 2),
                                web("t3", "i-b", 3),
                                web("t4", "i-c", 4)),
                        instance("i-a").attribute("rack", "r1").build(),
                        instance("i-b").attribute("rack", "").build(),
                        instance("i-c").build()));

        session.scaleIn(ScaleInRequest.builder("service:web", 2)
                .placementStrategy(List.of(strategy("spread", "attribute:rack"), strategy("binpack", "memory")))
                .build());
        session.scaleIn(ScaleInRequest.builder("service:none", 1).build());

        assertThat(decisions)
                .containsExactly(
                        new StopDecision(
                                "service:web",
                                0,
                                4,
                                List.of(new StrategyStep(
                                        "spread(attribute:rack)", 4, 1, Score.first(), "i-c has no attribute:rack")),
                                1,
                                new StoppedTask("t4", "i-c")),
                        new StopDecision(
                                "service:web",
                                1,
                                3,
                                List.of(
                                        new StrategyStep(
                                                "spread(attribute:rack)", 3, 2, Score.of(-2), "r1 has 2 tasks"),
                                        new StrategyStep(
                                                "binpack(memory)",
                                                2,
                                                1,
                                                Score.of(-4192),
                                                "most left afterwards: 4192 MiB")),
                                1,
                                new StoppedTask("t1", "i-a")),
                        new StopDecision("service:none", 0, 0, List.of(), 0, null));
    }

    @Test
    void scaleIn_nothingOrTooMuch_isAnswered() {
        PlacementSession session = ENGINE.open(cluster(instance("i-a")));

        assertThat(session.scaleIn(ScaleInRequest.builder("service:web", 0).build()))
                .isEqualTo(new ScaleInResult(List.of(), 0, List.of()));
        assertThat(session.scaleIn(ScaleInRequest.builder("service:web", 3).build()))
                .isEqualTo(new ScaleInResult(List.of(), 3, List.of()));
        assertThat(catchThrowableOfType(
                        PlacementRequestException.class,
                        () -> session.scaleIn(
                                ScaleInRequest.builder("service:web", -1).build())))
                .hasMessageContaining("count is -1");
    }

    // Zone rebalancing

    private static PlacementSession unbalanced() {
        List<TaskSnapshot> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tasks.add(web("t" + i, i < 4 ? "i-a" : "i-b", i));
        }
        return ENGINE.open(with(
                tasks,
                instance("i-a", "za").build(),
                instance("i-b", "zb").build(),
                instance("i-c", "zc").build(),
                instance("i-d", "zd").status("DRAINING").build()));
    }

    @Test
    void rebalance_unevenZones_areMadeEvenOverThoseWithActiveInstances() {
        PlacementSession session = unbalanced();

        RebalanceResult result = session.rebalance(Clusters.web(task(1, 1)).build(), Integer.MAX_VALUE);

        assertThat(result.steps())
                .extracting(step -> step.started().containerInstance() + " for "
                        + step.stopped().taskId())
                .containsExactly("i-c for t3", "i-c for t2");
        assertThat(result.balanced()).isTrue();
        assertThat(result.endedBecause()).isNull();
    }

    @Test
    void rebalance_oneStep_leavesTheRest() {
        PlacementSession session = unbalanced();
        PlacementRequest request = Clusters.web(task(1, 1)).build();

        RebalanceResult first = session.rebalance(request, 1);
        RebalanceResult second = session.rebalance(request, 1);

        assertThat(first.steps()).hasSize(1);
        assertThat(first.balanced()).isFalse();
        assertThat(second.balanced()).isTrue();
        assertThat(session.rebalance(request, 1).steps()).isEmpty();
        assertThat(session.rebalance(request, 0).balanced()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> session.rebalance(request, -1));
    }

    @Test
    void rebalance_serviceOverProviders_startsOnTheInstancesOfAnyOfThem() {
        PlacementSession session = ENGINE.open(with(
                List.of(web("t1", "i-a", 1), web("t2", "i-a", 2)),
                instance("i-a", "za").capacityProvider("od").build(),
                instance("i-b", "zb").build(),
                instance("i-c", "zb").capacityProvider("spot").build()));
        PlacementRequest request = Clusters.web(task(1, 1))
                .count(2)
                .capacityProviderStrategy(List.of(
                        CapacityProviderStrategyItem.builder()
                                .capacityProvider("od")
                                .weight(1)
                                .build(),
                        CapacityProviderStrategyItem.builder()
                                .capacityProvider("spot")
                                .weight(1)
                                .build()))
                .build();

        RebalanceResult result = session.rebalance(request, 9);

        assertThat(result.steps()).hasSize(1);
        Placement started = result.steps().get(0).started();
        assertThat(started.containerInstance()).isEqualTo("i-c");
        assertThat(session.task(started.taskId()).orElseThrow().capacityProvider())
                .isEqualTo("spot");
    }

    @Test
    void rebalance_protectedTasks_areNotReplaced() {
        PlacementSession session = unbalanced();
        for (int i = 0; i < 6; i++) {
            session.protect("t" + i, true);
        }

        RebalanceResult result = session.rebalance(Clusters.web(task(1, 1)).build(), 9);

        assertThat(result.steps()).isEmpty();
        assertThat(result.endedBecause()).isEqualTo("every task that could move is protected from scale-in");
        assertThat(session.snapshot().tasks()).hasSize(6);
    }

    @Test
    void rebalance_zoneWithoutRoom_endsWithItsReasons() {
        PlacementSession session = unbalanced();

        RebalanceResult result = session.rebalance(Clusters.web(task(1, 5000)).build(), 9);

        assertThat(result.startFailedIn()).isEqualTo("zc");
        assertThat(result.failures())
                .extracting(failure -> failure.containerInstance() + " " + failure.reason())
                .containsExactly("i-c RESOURCE:MEMORY");
    }

    @Test
    void rebalance_servicesThatEcsLeavesAlone_areLeftAlone() {
        PlacementSession session = unbalanced();

        assertThat(List.of(
                        Clusters.web(task(1, 1)).launchType(LaunchType.EXTERNAL),
                        Clusters.web(task(1, 1)).placementStrategy(List.of(strategy("binpack", "cpu"))),
                        Clusters.web(task(1, 1))
                                .placementConstraints(
                                        List.of(constraint("memberOf", "attribute:ecs.availability-zone exists")))))
                .extracting(request -> session.rebalance(request.build(), 9).endedBecause())
                .containsExactly(
                        "services of launch type EXTERNAL are not rebalanced",
                        "the first placement strategy is not a spread over ecs.availability-zone",
                        "a placement constraint asks for ecs.availability-zone");
        assertThat(session.snapshot().tasks()).hasSize(6);
    }

    @Test
    void rebalance_binpackInsideTheZone_followsTheStrategies() {
        PlacementSession session = ENGINE.open(with(
                List.of(web("t1", "i-a", 1), web("t2", "i-a", 2)),
                instance("i-a", "za").build(),
                instance("i-b", "zb").build(),
                InstanceSnapshot.builder("i-c", InstanceResources.of(64, 64))
                        .attribute(InstanceSnapshot.ZONE_ATTRIBUTE, "zb")
                        .build()));

        RebalanceResult result = session.rebalance(
                Clusters.web(task(1, 1))
                        .placementStrategy(List.of(
                                strategy("spread", "attribute:ecs.availability-zone"), strategy("binpack", "cpu")))
                        .build(),
                9);

        assertThat(result.steps().get(0).started().containerInstance()).isEqualTo("i-c");
    }
}
