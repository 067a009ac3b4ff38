package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.placement.internal.engine.EngineConfig;
import io.stowage.ecs.placement.internal.engine.ExhaustiveCore;
import io.stowage.ecs.placement.internal.engine.IndexedCore;
import io.stowage.ecs.placement.internal.engine.Scheduler;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The indexed engine beside the exhaustive one, in every operation that a session has. {@code
 * -Dstowage.placement.agreement=10000000} is the long mode. A failure names its seed.
 */
class AgreementTest {
    private static final int OPERATIONS = Integer.getInteger("stowage.placement.agreement", 100_000);
    private static final int OPERATIONS_OF_A_CLUSTER = 100;
    private static final int OPERATIONS_BETWEEN_SNAPSHOTS = 10;
    private static final int MOST_REQUESTS = 4;
    private static final int MOST_PLACED = 20;
    private static final int NUMBERS = 12;

    private static final List<String> EXPRESSIONS = List.of(
            "attribute:ecs.availability-zone in [z0, z1]",
            "attribute:rack exists",
            "attribute:rack !~ r[01]",
            "agentVersion >= 1.70.0",
            "agentConnected == true",
            "ec2InstanceId == i-0",
            "runningTasksCount < 3",
            "task:group != blue",
            "not (task:group == service:web and attribute:rack == r0)");

    private static final List<PlacementStrategy> STRATEGIES = List.of(
            Clusters.strategy("binpack", "cpu"),
            Clusters.strategy("binpack", "memory"),
            Clusters.strategy("spread", "instanceId"),
            Clusters.strategy("spread", "attribute:rack"),
            Clusters.strategy("spread", "attribute:ecs.availability-zone"),
            Clusters.strategy("random", null));

    @Test
    void session_anyOperation_isAnsweredAsByTheExhaustiveEngine() {
        for (int seed = 0; seed < OPERATIONS / OPERATIONS_OF_A_CLUSTER; seed++) {
            Twins twins = new Twins(seed);
            for (int i = 1; i <= OPERATIONS_OF_A_CLUSTER; i++) {
                twins.step(i);
                if (i % OPERATIONS_BETWEEN_SNAPSHOTS == 0) {
                    twins.compareSnapshots(i);
                }
            }
            twins.read();
        }
    }

    @Test
    void place_manyTasksByOneRequest_isAnsweredAsByTheExhaustiveEngine() {
        for (int seed = 0; seed < 1_000; seed++) {
            Twins twins = new Twins(seed);
            for (int i = 0; i < 3; i++) {
                twins.placeMany();
                twins.step(i);
                twins.compareSnapshots(i);
            }
        }
    }

    private record Unread(PlacementResult result, String expected, String what) {}

    /** Two sessions on one cluster, driven by one seed. */
    private static final class Twins {
        private final long seed;
        private final int kind;
        private final RandomClusters random;
        private final SplittableRandom dice;
        private PlacementSession indexed;
        private PlacementSession exhaustive;
        private List<String> taskIds = List.of();
        private List<String> instanceIds = List.of();
        private final List<PlacementRequest> requests = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private final List<Placement> placed = new ArrayList<>();
        private int added;

        Twins(long seed) {
            this.seed = seed;
            this.random = new RandomClusters(seed);
            this.dice = new SplittableRandom(seed);
            this.kind = dice.nextInt(7) % AgreementPlugins.KINDS;
            ClusterSnapshot cluster = random.cluster();
            EngineConfig config = AgreementPlugins.config(kind);
            this.indexed = new PlacementSession(new Scheduler(config, new IndexedCore(cluster, config.resources())));
            this.exhaustive =
                    new PlacementSession(new Scheduler(config, new ExhaustiveCore(cluster, config.resources())));
            for (int i = dice.nextInt(12); i > 0; i--) {
                register();
            }
            look(exhaustive.snapshot());
        }

        private <T> T both(Function<PlacementSession, T> call, String what) {
            T expected = call.apply(exhaustive);
            assertThat(call.apply(indexed)).as("seed %d, %s", seed, what).isEqualTo(expected);
            return expected;
        }

        private void change(Consumer<PlacementSession> change) {
            change.accept(exhaustive);
            change.accept(indexed);
        }

        void compareSnapshots(int operation) {
            look(both(PlacementSession::snapshot, "snapshot after operation " + operation));
        }

        private void look(ClusterSnapshot now) {
            taskIds = now.tasks().stream().map(TaskSnapshot::id).toList();
            instanceIds = now.instances().stream().map(InstanceSnapshot::id).toList();
        }

        void step(int i) {
            switch (dice.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5 -> place(i);
                case 6, 7 -> stop(i);
                case 8 -> scaleIn(i);
                case 9 -> register();
                case 10 -> deregister(i);
                case 11 -> changeStatus();
                case 12, 13 -> changeAttribute();
                case 14 -> add();
                case 15 -> daemon(i);
                case 16 -> rebalance(i);
                case 17 -> start(i);
                case 18 -> changeTask();
                default -> fork(i);
            }
        }

        private List<PlacementStrategy> strategies() {
            List<PlacementStrategy> strategies = new ArrayList<>();
            for (int i = dice.nextInt(4); i > 0; i--) {
                strategies.add(
                        AgreementPlugins.has(kind) && dice.nextInt(3) == 0
                                ? Clusters.strategy(any(AgreementPlugins.STRATEGIES), null)
                                : any(STRATEGIES));
            }
            return strategies;
        }

        private List<PlacementConstraint> constraints() {
            List<PlacementConstraint> constraints = new ArrayList<>();
            if (dice.nextInt(4) == 0) {
                constraints.add(Clusters.constraint("distinctInstance", null));
            }
            if (dice.nextInt(3) == 0) {
                constraints.add(Clusters.constraint("memberOf", any(EXPRESSIONS)));
            }
            if (AgreementPlugins.has(kind) && dice.nextInt(3) == 0) {
                constraints.add(Clusters.constraint(any(AgreementPlugins.CONSTRAINTS), null));
            }
            return constraints;
        }

        private void place(int i) {
            // Of a request that it has seen before an engine remembers much.
            boolean again = !requests.isEmpty() && dice.nextBoolean();
            PlacementRequest drawn = again
                    ? sameOrEqual(any(requests))
                    : random.request(random.taskDefinition(), strategies(), constraints());
            if (!again && drawn.taskIds().isEmpty()) {
                requests.add(drawn);
                if (requests.size() > MOST_REQUESTS) {
                    requests.remove(0);
                }
            }
            String what = "place, operation " + i + ": " + drawn.placementStrategy();
            if (i % 2 == 0) {
                placed.addAll(both(session -> session.place(drawn), what).placements());
                placed.subList(0, Math.max(0, placed.size() - MOST_PLACED)).clear();
            } else {
                String expected = exhaustive.place(drawn).toString();
                unread.add(new Unread(indexed.place(drawn), expected, what));
            }
        }

        /** What nobody has looked at so far tells how things stood at the time of the decision. */
        void read() {
            for (Unread one : unread) {
                assertThat(one.result.toString())
                        .as("seed %d, %s, read late", seed, one.what)
                        .isEqualTo(one.expected);
                assertThat(one.result.reasons())
                        .as("seed %d, %s", seed, one.what)
                        .isEqualTo(one.result.failures().stream()
                                .collect(Collectors.groupingBy(
                                        PlacementFailure::reason, Collectors.summingInt(failure -> 1))));
            }
        }

        /** The request, or another by the same rules. */
        private PlacementRequest sameOrEqual(PlacementRequest request) {
            return dice.nextBoolean()
                    ? request
                    : request.toBuilder()
                            .count(1 + dice.nextInt(10))
                            .seed(dice.nextLong())
                            .build();
        }

        void placeMany() {
            PlacementRequest many = random.request(random.taskDefinition(), strategies(), constraints()).toBuilder()
                    .service("web")
                    .count(1 + dice.nextInt(100))
                    .build();
            both(session -> session.place(many), "many: " + many.placementStrategy());
        }

        private void stop(int i) {
            if (!placed.isEmpty() && dice.nextInt(3) == 0) {
                Placement placement = any(placed);
                both(session -> stopped(session, placement), "stop " + placement + ", operation " + i);
                return;
            }
            String task = anyTask();
            if (task != null) {
                both(session -> session.stop(task), "stop, operation " + i);
            }
        }

        /** What went wrong, if it has stopped before or if a fork has placed another task of that name. */
        private static String stopped(PlacementSession session, Placement placement) {
            try {
                session.stop(placement);
                return "stopped";
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }

        private void changeTask() {
            String task = anyTask();
            if (task != null) {
                boolean isProtected = dice.nextBoolean();
                if (dice.nextBoolean()) {
                    change(session -> session.beginStop(task));
                } else {
                    change(session -> session.protect(task, isProtected));
                }
            }
        }

        private void scaleIn(int i) {
            ScaleInRequest request = ScaleInRequest.builder(any(RandomClusters.GROUPS), dice.nextInt(4))
                    .placementStrategy(strategies())
                    .seed(dice.nextLong())
                    .build();
            both(session -> session.scaleIn(request), "scale in, operation " + i);
        }

        private void daemon(int i) {
            PlacementRequest daemon = PlacementRequest.builder(random.taskDefinition())
                    .service("agent-" + dice.nextInt(2))
                    .placementConstraints(constraints())
                    .build();
            both(session -> session.daemon(daemon), "daemon, operation " + i);
        }

        private void rebalance(int i) {
            PlacementRequest service = PlacementRequest.builder(random.taskDefinition())
                    .service("web")
                    .placementStrategy(strategies())
                    .placementConstraints(constraints())
                    .build();
            int most = dice.nextInt(3);
            both(session -> session.rebalance(service, most), "rebalance, operation " + i);
        }

        private void start(int i) {
            String instance = anyInstance();
            if (instance != null) {
                PlacementRequest request =
                        PlacementRequest.builder(random.taskDefinition()).build();
                both(session -> session.start(request, List.of(instance, "missing")), "start, operation " + i);
            }
        }

        /** Its id may come before, between or behind the others. */
        private void register() {
            String id = "i-" + dice.nextInt(10) + "-" + added++;
            InstanceSnapshot instance = random.instance(id);
            InstanceSnapshot odd = dice.nextInt(60) > 0
                    ? instance
                    : instance.toBuilder()
                            .remaining(InstanceResources.of(1L << 40, dice.nextInt(2_000)))
                            .build();
            change(session -> session.register(odd));
        }

        private void deregister(int i) {
            String instance = anyInstance();
            if (instance != null && dice.nextInt(3) > 0) {
                both(session -> session.deregister(instance), "deregister, operation " + i);
            }
        }

        private void changeStatus() {
            String instance = anyInstance();
            if (instance != null) {
                boolean connected = dice.nextInt(4) > 0;
                String status = dice.nextInt(3) == 0 ? "DRAINING" : "ACTIVE";
                change(session -> session.setStatus(instance, status));
                change(session -> session.setAgentConnected(instance, connected));
            }
        }

        private void changeAttribute() {
            String instance = anyInstance();
            if (instance != null) {
                String value = "r" + dice.nextInt(3);
                String name = dice.nextInt(4) > 0 ? "rack" : "ecs.availability-zone";
                switch (dice.nextInt(5)) {
                    case 0 -> change(session -> session.removeAttribute(instance, name));
                    case 1 -> change(session -> session.setCapacityProvider(instance, "spot"));
                    default -> change(session -> session.putAttribute(instance, name, value));
                }
            }
        }

        /** A name that nobody has, some like those that a session gives. */
        private String freeId() {
            String likeOurs = any(RandomClusters.GROUPS) + "/placed-" + dice.nextInt(NUMBERS);
            return dice.nextBoolean() && exhaustive.task(likeOurs).isEmpty() ? likeOurs : "added-" + added++;
        }

        /** Also more than there is. */
        private void add() {
            String instance = anyInstance();
            if (instance != null) {
                TaskSnapshot task = TaskSnapshot.running(freeId(), instance, any(RandomClusters.GROUPS))
                        .withHeld(HeldResources.of(dice.nextInt(3) * 256, dice.nextInt(3) * 512)
                                .withPorts(TakenPorts.of(
                                        dice.nextBoolean() ? List.of(8080) : List.of(),
                                        dice.nextInt(4) == 0 ? List.of(53) : List.of())));
                change(session -> session.add(task));
            }
        }

        /** Goes on with the forks or with the parents; the others must not see it. */
        private void fork(int i) {
            PlacementSession other = indexed.fork();
            ClusterSnapshot before = other.snapshot();
            exhaustive = exhaustive.fork();
            if (dice.nextBoolean()) {
                PlacementSession parent = indexed;
                indexed = other;
                other = parent;
            }
            for (int j = 0; j < 3; j++) {
                place(i);
                stop(i);
                changeAttribute();
            }
            assertThat(other.snapshot())
                    .as("seed %d, fork, operation %d", seed, i)
                    .isEqualTo(before);
        }

        /** One of those at the last look, if it is still there. */
        private String anyTask() {
            String id = taskIds.isEmpty() ? null : any(taskIds);
            return id == null || exhaustive.task(id).isEmpty() ? null : id;
        }

        private String anyInstance() {
            String id = instanceIds.isEmpty() ? null : any(instanceIds);
            return id == null || exhaustive.instance(id).isEmpty() ? null : id;
        }

        private <T> T any(List<T> list) {
            return list.get(dice.nextInt(list.size()));
        }
    }
}
