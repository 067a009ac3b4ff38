package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Sessions under random operations, beside a model that keeps no books. {@code -Dstowage.placement.operations=1000000} is the long
 * mode. A failure names its seed.
 */
class SessionPropertiesTest {
    private static final int OPERATIONS = Integer.getInteger("stowage.placement.operations", 10_000);
    private static final int OPERATIONS_OF_A_CLUSTER = 40;

    private final PlacementEngine engine = PlacementEngine.standard();

    @Test
    void session_anyOperations_agreesWithTheReferenceModel() {
        for (int seed = 0; seed < OPERATIONS / OPERATIONS_OF_A_CLUSTER; seed++) {
            Play play = new Play(seed);
            for (int i = 0; i < OPERATIONS_OF_A_CLUSTER; i++) {
                String what = play.step();
                assertThat(play.model.agreesWith(play.session.snapshot()))
                        .as("seed %d, operation %d: %s", seed, i, what)
                        .isTrue();
            }
        }
    }

    @Test
    void session_withListener_decidesTheSame() {
        PlacementEngine aloud =
                PlacementEngine.builder().listener(decision -> {}).build();
        for (int seed = 0; seed < 2_000; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest request = random.request();

            PlacementSession loud = aloud.open(cluster);
            PlacementSession silent = engine.open(cluster);
            assertThat(loud.place(request)).as("seed %d", seed).isEqualTo(silent.place(request));
            ScaleInRequest scaleIn = ScaleInRequest.builder(request.group(), 3)
                    .placementStrategy(request.placementStrategy())
                    .seed(seed)
                    .build();
            assertThat(loud.scaleIn(scaleIn)).as("seed %d", seed).isEqualTo(silent.scaleIn(scaleIn));
        }
    }

    @Test
    void session_stoppedAgain_isAsItWas() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomClusters random = new RandomClusters(seed);
            PlacementSession session = engine.open(random.cluster());
            ClusterSnapshot before = session.snapshot();
            List<Placement> placements =
                    new ArrayList<>(session.place(random.request()).placements());
            Collections.shuffle(placements, new Random(seed));
            placements.forEach(placement -> session.stop(placement.taskId()));

            assertThat(session.snapshot()).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void session_reopenedOnItsSnapshot_decidesTheSame() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomClusters random = new RandomClusters(seed);
            PlacementSession session = engine.open(random.cluster());
            session.place(random.request());
            PlacementSession reopened = engine.open(session.snapshot());
            PlacementRequest request = random.request();

            assertThat(reopened.snapshot()).as("seed %d", seed).isEqualTo(session.snapshot());
            assertThat(reopened.place(request)).as("seed %d", seed).isEqualTo(session.place(request));
            ScaleInRequest scaleIn = ScaleInRequest.builder(request.group(), 3).build();
            assertThat(reopened.scaleIn(scaleIn)).as("seed %d", seed).isEqualTo(session.scaleIn(scaleIn));
        }
    }

    @Test
    void session_forks_neverSeeEachOther() {
        for (int seed = 0; seed < 1_000; seed++) {
            Play play = new Play(seed);
            play.step();
            PlacementSession parent = play.session;
            ClusterSnapshot before = parent.snapshot();
            play.session = parent.fork();
            for (int i = 0; i < 10; i++) {
                play.step();
            }
            ClusterSnapshot ofChild = play.session.snapshot();

            assertThat(parent.snapshot()).as("seed %d", seed).isEqualTo(before);
            parent.snapshot().tasks().forEach(task -> parent.stop(task.id()));
            parent.snapshot().instances().forEach(instance -> parent.deregister(instance.id()));
            assertThat(play.session.snapshot()).as("seed %d", seed).isEqualTo(ofChild);
        }
    }

    @Test
    void session_operations_neverOvercommit() {
        for (int seed = 0; seed < 1_000; seed++) {
            Play play = new Play(seed);
            for (int i = 0; i < 20; i++) {
                play.step();
            }
            for (InstanceSnapshot instance : play.session.snapshot().instances()) {
                assertThat(instance.remaining().cpuUnits()).as("seed %d", seed).isNotNegative();
                assertThat(instance.remaining().memoryMib()).as("seed %d", seed).isNotNegative();
                assertThat(instance.remaining().networkInterfaces())
                        .as("seed %d", seed)
                        .isNotNegative();
                assertThat(instance.takenPorts().count()).as("seed %d", seed).isLessThanOrEqualTo(100);
                List<String> gpus = play.session.snapshot().tasks().stream()
                        .filter(task -> task.instanceId().equals(instance.id()))
                        .flatMap(task -> task.held().gpuIds().stream())
                        .toList();
                assertThat(gpus).as("seed %d", seed).doesNotHaveDuplicates();
                assertThat(Collections.disjoint(instance.remaining().gpuIds(), gpus))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void daemonAndRebalance_inAnyOrderOfInput_giveTheSame() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest service = PlacementRequest.builder(random.taskDefinition())
                    .service("web")
                    .build();
            List<InstanceSnapshot> instances = new ArrayList<>(cluster.instances());
            List<TaskSnapshot> tasks = new ArrayList<>(cluster.tasks());
            Collections.shuffle(instances, new Random(seed));
            Collections.shuffle(tasks, new Random(seed));
            ClusterSnapshot shuffled = ClusterSnapshot.ofSnapshots(instances, tasks);

            assertThat(engine.open(shuffled).daemon(service))
                    .as("daemon, seed %d", seed)
                    .isEqualTo(engine.open(cluster).daemon(service));
            RebalanceResult rebalanced = engine.open(cluster).rebalance(service, 100);
            assertThat(engine.open(shuffled).rebalance(service, 100))
                    .as("rebalance, seed %d", seed)
                    .isEqualTo(rebalanced);
            assertThat(rebalanced.steps().size())
                    .as("it comes to an end, seed %d", seed)
                    .isLessThanOrEqualTo(cluster.tasks().size());
        }
    }

    @Test
    void daemon_twice_changesNothingTheSecondTime() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomClusters random = new RandomClusters(seed);
            PlacementSession session = engine.open(random.cluster());
            PlacementRequest daemon = PlacementRequest.builder(random.taskDefinition())
                    .service("web")
                    .build();
            DaemonResult first = session.daemon(daemon);
            DaemonResult second = session.daemon(daemon);

            assertThat(second.placements()).as("seed %d", seed).isEmpty();
            assertThat(second.stopped()).as("seed %d", seed).isEmpty();
            assertThat(second.failures())
                    .as("seed %d", seed)
                    .extracting(PlacementFailure::containerInstance)
                    .isEqualTo(first.failures().stream()
                            .map(PlacementFailure::containerInstance)
                            .toList());
        }
    }

    /** A session and the model, driven by one seed. */
    private final class Play {
        private final RandomClusters random;
        private final SplittableRandom dice;
        private final ReferenceModel model;
        private PlacementSession session;
        private int registered;

        Play(long seed) {
            this.random = new RandomClusters(seed);
            this.dice = new SplittableRandom(seed);
            ClusterSnapshot cluster = random.cluster();
            this.model = new ReferenceModel(cluster);
            this.session = engine.open(cluster);
        }

        String step() {
            return switch (dice.nextInt(12)) {
                case 0, 1, 2, 3 -> place();
                case 4, 5 -> stop();
                case 6 -> scaleIn();
                case 7 -> register();
                case 8 -> changeStatus();
                case 9 -> changeAttribute();
                case 10 -> deregister();
                default -> {
                    session = dice.nextBoolean() ? session.fork() : engine.open(session.snapshot());
                    yield "fork or reopen";
                }
            };
        }

        private String place() {
            PlacementRequest drawn = random.request();
            List<PlacementStrategy> strategies = drawn.placementStrategy().stream()
                    .filter(strategy -> !PlacementStrategyType.RANDOM.equals(strategy.type()))
                    .toList();
            PlacementRequest request = PlacementRequest.builder(drawn.taskDefinition())
                    .service("web")
                    .count(drawn.count())
                    .capacityProvider(drawn.capacityProvider())
                    .placementConstraints(drawn.placementConstraints())
                    .placementStrategy(strategies)
                    .build();
            PlacementResult result = session.place(request);
            for (Placement placement : result.placements()) {
                assertThat(placement.containerInstance()).isEqualTo(model.choose(request));
                model.add(session.task(placement.taskId()).orElseThrow());
            }
            assertThat(result.placements().size() + result.unplaced()).isEqualTo(request.count());
            if (result.unplaced() > 0) {
                TreeMap<String, String> refusals = new TreeMap<>();
                result.failures().forEach(failure -> refusals.put(failure.containerInstance(), failure.reason()));
                assertThat(refusals).isEqualTo(model.answers(request));
                assertThat(refusals.values()).doesNotContain("");
                assertThat(result.error() != null).isEqualTo(refusals.isEmpty());
            } else {
                assertThat(result.failures()).isEmpty();
            }
            return "place";
        }

        private String stop() {
            List<String> ids = List.copyOf(model.tasks().keySet());
            if (!ids.isEmpty()) {
                String id = ids.get(dice.nextInt(ids.size()));
                if (dice.nextBoolean()) {
                    session.stop(id);
                    model.stop(id);
                } else {
                    session.beginStop(id);
                    model.beginStop(id);
                }
            }
            return "stop";
        }

        private String scaleIn() {
            List<PlacementStrategy> strategies = random.request().placementStrategy().stream()
                    .filter(strategy -> !PlacementStrategyType.RANDOM.equals(strategy.type()))
                    .toList();
            String group = RandomClusters.GROUPS.get(dice.nextInt(RandomClusters.GROUPS.size()));
            int count = dice.nextInt(4);
            ScaleInResult result = session.scaleIn(ScaleInRequest.builder(group, count)
                    .placementStrategy(strategies)
                    .build());
            for (StoppedTask stopped : result.stopped()) {
                assertThat(stopped.taskId()).isEqualTo(model.chooseToStop(group, strategies));
                model.beginStop(stopped.taskId());
            }
            assertThat(result.stopped().size() + result.notStopped()).isEqualTo(count);
            if (result.notStopped() > 0) {
                assertThat(model.chooseToStop(group, strategies)).isNull();
            }
            return "scale in " + group;
        }

        private String register() {
            InstanceSnapshot instance = random.instance("i-" + (char) ('a' + registered) + registered++);
            session.register(instance);
            model.register(instance);
            return "register";
        }

        private InstanceSnapshot anyInstance() {
            List<InstanceSnapshot> instances = session.snapshot().instances();
            return instances.isEmpty() ? null : instances.get(dice.nextInt(instances.size()));
        }

        private String changeStatus() {
            InstanceSnapshot instance = anyInstance();
            if (instance != null) {
                String status = dice.nextBoolean() ? "DRAINING" : "ACTIVE";
                boolean connected = dice.nextInt(4) > 0;
                session.setStatus(instance.id(), status);
                session.setAgentConnected(instance.id(), connected);
                model.change(model.instance(instance.id()).toBuilder()
                        .status(status)
                        .agentConnected(connected)
                        .build());
            }
            return "status";
        }

        private String changeAttribute() {
            InstanceSnapshot instance = anyInstance();
            if (instance != null) {
                String value = "r" + dice.nextInt(3);
                session.putAttribute(instance.id(), "rack", value);
                model.change(model.instance(instance.id()).toBuilder()
                        .attribute("rack", value)
                        .build());
            }
            return "attribute";
        }

        private String deregister() {
            InstanceSnapshot instance = anyInstance();
            if (instance != null && dice.nextInt(3) == 0) {
                session.deregister(instance.id());
                model.deregister(instance.id());
            }
            return "deregister " + Objects.toString(instance);
        }
    }
}
