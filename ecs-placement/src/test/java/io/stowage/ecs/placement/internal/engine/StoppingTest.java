package io.stowage.ecs.placement.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.ScaleInRequest;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The order in which a call stops tasks, made once, beside the choice among all that is made anew for every task. Everything is small and
 * ties are many. A failure names its seed.
 */
class StoppingTest {
    private static final String GROUP = "service:web";
    private static final int CASES = 30_000;
    private static final int LARGE_CASES = 60;

    private static final ResourcePlugin LICENSES = new ResourcePlugin() {
        @Override
        public PluginInfo info() {
            return new PluginInfo("LICENSES", "For tests.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            return ResourceNeed.NONE;
        }

        @Override
        public List<Long> registered(InstanceSnapshot instance) {
            return List.of(9L, 5L);
        }
    };

    private static final EngineConfig CONFIG = Configs.withResources(LICENSES);

    private static final List<PlacementStrategy> STRATEGIES = List.of(
            Clusters.strategy("spread", "instanceId"),
            Clusters.strategy("spread", "attribute:ecs.availability-zone"),
            Clusters.strategy("spread", "attribute:rack"),
            Clusters.strategy("binpack", "cpu"),
            Clusters.strategy("binpack", "memory"),
            Clusters.strategy("binpack", "LICENSES"),
            Clusters.strategy("random", null));

    @Test
    void tasks_ofSmallClusters_stopInTheOrderOfSingleChoices() {
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            compare(seed, dice, 1 + dice.nextInt(7), dice.nextInt(14));
        }
    }

    @Test
    void tasks_ofLargerClusters_stopInTheOrderOfSingleChoices() {
        for (int seed = 0; seed < LARGE_CASES; seed++) {
            compare(seed, new SplittableRandom(seed), 80, 150);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void task_withoutAnotherChoice_isNotDrawn(boolean isChoice) {
        EngineCore core = new IndexedCore(
                ClusterSnapshot.ofSnapshots(
                        List.of(Clusters.instance("i-1").build()),
                        List.of(
                                TaskSnapshot.running("a", "i-1", GROUP),
                                TaskSnapshot.running("b", "i-1", GROUP).withScaleInProtection(!isChoice))),
                List.of());
        StopPlan plan = PlanMaker.stop(
                CONFIG,
                ScaleInRequest.builder(GROUP, 1)
                        .placementStrategy(List.of(Clusters.strategy("random", null)))
                        .build());
        List<Integer> drawn = new ArrayList<>();

        int chosen = core.choosesToStop(plan).applyAsInt(new Turn(core, plan.task(), 0, bound -> {
            drawn.add(bound);
            return bound - 1;
        }));

        assertThat(core.describeTask(chosen).id()).isEqualTo(isChoice ? "b" : "a");
        assertThat(drawn).isEqualTo(isChoice ? List.of(2) : List.of());
    }

    private static void compare(int seed, SplittableRandom dice, int instances, int tasks) {
        ClusterSnapshot cluster = cluster(dice, instances, tasks);
        StopPlan plan = plan(dice, cluster);
        List<String> expected = stopped(new ExhaustiveCore(cluster, CONFIG.resources()), plan, seed, false);
        EngineCore indexed = new IndexedCore(cluster, CONFIG.resources());
        assertThat(stopped(indexed.fork(), plan, seed, true))
                .as("seed %d, %s in %s among %s", seed, plan.strategies(), plan.zone(), plan.among())
                .isEqualTo(expected);
        assertThat(stopped(indexed, plan, seed, false)).as("seed %d", seed).isEqualTo(expected);
    }

    /** All tasks that a plan stops one after the other, with the bounds of what was drawn for each. */
    private static List<String> stopped(EngineCore core, StopPlan plan, long seed, boolean inOneCall) {
        ToIntFunction<Turn> chooser = inOneCall ? core.choosesToStop(plan) : turn -> core.chooseToStop(plan, turn);
        RandomSource source = RandomSource.splittable().of(seed);
        List<String> stopped = new ArrayList<>();
        RandomSource telling = bound -> {
            stopped.add("of " + bound);
            return source.nextInt(bound);
        };
        while (true) {
            int task = chooser.applyAsInt(new Turn(core, plan.task(), stopped.size(), telling));
            if (task == EngineCore.NONE) {
                return stopped;
            }
            TaskSnapshot chosen = core.describeTask(task);
            stopped.add(chosen.id());
            core.changeTask(task, chosen.withCounted(false));
        }
    }

    private static StopPlan plan(SplittableRandom dice, ClusterSnapshot cluster) {
        List<PlacementStrategy> strategies = new ArrayList<>();
        for (int i = dice.nextInt(6); i > 0; i--) {
            strategies.add(STRATEGIES.get(dice.nextInt(STRATEGIES.size())));
        }
        List<String> among = new ArrayList<>();
        if (dice.nextInt(5) == 0) {
            among.add("of-nobody");
            cluster.tasks().stream()
                    .filter(task -> dice.nextInt(3) > 0)
                    .map(TaskSnapshot::id)
                    .forEach(among::add);
        }
        StopPlan plan = PlanMaker.stop(
                CONFIG,
                ScaleInRequest.builder(GROUP, 0)
                        .placementStrategy(strategies)
                        .apiLimits(false)
                        .among(among)
                        .build());
        return dice.nextInt(5) == 0 ? plan.inZone("z" + dice.nextInt(3)) : plan;
    }

    private static ClusterSnapshot cluster(SplittableRandom dice, int instances, int tasks) {
        List<InstanceSnapshot> all = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            InstanceSnapshotBuilder instance = InstanceSnapshot.builder(
                    "i-" + i, InstanceResources.of(4096 + 128 * dice.nextInt(2), 4096 + 256 * dice.nextInt(3)));
            if (dice.nextInt(6) > 0) {
                instance.attribute(InstanceSnapshot.ZONE_ATTRIBUTE, "z" + dice.nextInt(3));
            }
            if (dice.nextInt(4) > 0) {
                instance.attribute("rack", dice.nextInt(5) == 0 ? "" : "r" + dice.nextInt(1 + instances / 2));
            }
            all.add(instance.build());
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            ids.add("t-" + i);
        }
        Collections.shuffle(ids, new Random(dice.nextLong()));
        boolean aged = dice.nextInt(3) > 0;
        return ClusterSnapshot.ofSnapshots(
                all,
                ids.stream()
                        .map(id -> new TaskSnapshot(
                                id,
                                all.get(dice.nextInt(all.size())).id(),
                                dice.nextInt(8) == 0 ? (dice.nextBoolean() ? "service:api" : null) : GROUP,
                                dice.nextInt(9) > 0,
                                aged && dice.nextInt(4) > 0 ? Instant.ofEpochSecond(dice.nextInt(3)) : null,
                                dice.nextInt(9) == 0,
                                null,
                                held(dice)))
                        .toList());
    }

    private static HeldResources held(SplittableRandom dice) {
        TreeMap<String, List<Long>> others = new TreeMap<>();
        if (dice.nextInt(4) == 0) {
            others.put("LICENSES", List.of(0L, (long) dice.nextInt(2)));
        }
        return new HeldResources(
                dice.nextInt(3) * 128L,
                dice.nextInt(3) * 256L,
                TakenPorts.NONE,
                new TreeSet<>(),
                new TreeSet<>(),
                0,
                others);
    }
}
