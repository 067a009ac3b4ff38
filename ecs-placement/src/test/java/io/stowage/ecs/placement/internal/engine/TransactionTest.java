package io.stowage.ecs.placement.internal.engine;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One transaction serves call after call; each is taken back as a whole, or stays as a whole. */
class TransactionTest {
    private static final EngineConfig CONFIG = Configs.ofEcs();

    private static final ClusterSnapshot CLUSTER = ClusterSnapshot.ofSnapshots(
            cluster(instance("i-a"), instance("i-b"), instance("i-c")).instances(),
            Stream.of("1 i-a", "2 i-b", "3 i-b", "4 i-c", "5 i-c", "6 i-c")
                    .map(id -> TaskSnapshot.running(id, id.substring(2), "service:web")
                            .withHeld(HeldResources.of(10, 20)))
                    .toList());

    static List<EngineCore> cores() {
        return List.of(new ExhaustiveCore(CLUSTER, List.of()), new IndexedCore(CLUSTER, List.of()));
    }

    private static Plan plan(String service) {
        PlacementRequest request =
                web(task(100, 200)).service(service).apiLimits(false).build();
        return PlanMaker.run(CONFIG, request);
    }

    @ParameterizedTest
    @MethodSource("cores")
    void rollBack_anyMixOfChanges_leavesTheBooksAsTheyWere(EngineCore core) {
        SplittableRandom dice = new SplittableRandom(1);
        TaskNames names = new TaskNames();
        Transaction transaction = new Transaction(core, names);
        Plan plan = plan("web");
        Plan daemon = plan("agent");
        for (int call = 0; call < 200; call++) {
            ClusterSnapshot before = core.snapshot();
            int next = names.of("service:web").next();
            for (int change = dice.nextInt(30); change > 0; change--) {
                int instance = core.instance("i-" + "abc".charAt(dice.nextInt(3)));
                switch (dice.nextInt(4)) {
                    case 0 -> transaction.reserve(daemon, instance);
                    case 1 -> {
                        List<TaskSnapshot> there = core.candidate(instance).tasks().stream()
                                .filter(task -> "service:web".equals(task.group()))
                                .toList();
                        if (!there.isEmpty()) {
                            transaction.beginStop(core.task(
                                    there.get(dice.nextInt(there.size())).id()));
                        }
                    }
                    case 2 -> transaction.release(transaction.reserve(daemon, instance));
                    default -> transaction.place(plan, instance);
                }
            }
            transaction.rollBack();

            assertThat(core.snapshot()).isEqualTo(before);
            assertThat(names.of("service:web").next()).isEqualTo(next);
            if (call % 10 == 0) {
                transaction.place(plan, core.instance("i-a"));
                transaction.commit();
                assertThat(core.snapshot()).isNotEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cores")
    void rollBack_afterACommit_takesBackNothing(EngineCore core) {
        Transaction transaction = new Transaction(core, new TaskNames());
        transaction.place(plan("web"), core.instance("i-a"));
        transaction.beginStop(
                core.task(core.candidate(core.instance("i-b")).tasks().get(0).id()));
        transaction.commit();
        ClusterSnapshot after = core.snapshot();

        transaction.rollBack();

        assertThat(core.snapshot()).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("cores")
    void place_thousands_areTakenBackToo(EngineCore core) {
        ClusterSnapshot before = core.snapshot();
        Transaction transaction = new Transaction(core, new TaskNames());
        Plan plan = plan("web");
        for (int i = 0; i < 10_000; i++) {
            transaction.place(plan, core.instance("i-b"));
        }
        transaction.rollBack();

        assertThat(core.snapshot()).isEqualTo(before);
        assertThat(transaction.place(plan, core.instance("i-b")).taskId()).isEqualTo("service:web/placed-1");
    }

    @ParameterizedTest
    @MethodSource("cores")
    void name_thatATaskHas_isPassedOver(EngineCore core) {
        core.add(core.instance("i-a"), TaskSnapshot.running("service:web/placed-2", "i-a", null));
        TaskNames names = new TaskNames();
        Transaction transaction = new Transaction(core, names);

        assertThat(transaction.place(plan("web"), core.instance("i-a")).taskId())
                .isEqualTo("service:web/placed-1");
        transaction.commit();
        TaskNames fork = names.fork();
        assertThat(transaction.place(plan("web"), core.instance("i-a")).taskId())
                .isEqualTo("service:web/placed-3");
        transaction.commit();
        assertThat(fork.of("service:web").next()).isEqualTo(2);
        assertThat(fork.of("service:db").next()).isEqualTo(1);
        assertThat(transaction.place(plan("db"), core.instance("i-a")).taskId()).isEqualTo("service:db/placed-1");
    }
}
