package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.service.DrillResult;
import io.stowage.ecs.placement.service.DrilledService;
import io.stowage.ecs.placement.service.Drills;
import io.stowage.ecs.placement.service.LossReason;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drills on random clusters, beside the same done by hand on a session. A failure names its seed. */
class DrillPropertiesTest {
    private final PlacementEngine engine = PlacementEngine.standard();

    @Test
    void drill_anyCluster_conservesTasksAndEqualsTheSameByHand() {
        int returned = 0;
        int refused = 0;
        int standalone = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest service =
                    random.request().toBuilder().service("web").build();
            Drills drills = Drills.of(cluster, List.of(service));
            boolean isDrain = random.random().nextBoolean();
            List<String> taken = some(cluster, random);

            DrillResult result = isDrain ? drills.drain(taken) : drills.loseInstances(taken);

            assertThat(result.survives() + result.returns() + result.lost())
                    .as("seed %d", seed)
                    .isEqualTo(result.before())
                    .isEqualTo(Math.toIntExact(cluster.tasks().stream()
                            .filter(TaskSnapshot::counted)
                            .count()));
            for (DrilledService group : result.services()) {
                assertThat(group.survives() + group.returns() + group.lost())
                        .as("seed %d", seed)
                        .isEqualTo(group.before());
                assertThat(group.reason() == null).as("seed %d", seed).isEqualTo(group.lost() == 0);
                returned += group.returns();
                refused += group.reason() == LossReason.NO_PLACE ? 1 : 0;
                standalone += group.reason() == LossReason.STANDALONE ? 1 : 0;
            }
            int hit = Math.toIntExact(cluster.tasks().stream()
                    .filter(task -> task.counted() && taken.contains(task.instanceId()))
                    .filter(task -> service.group().equals(task.group()))
                    .count());
            if (hit > 0) {
                PlacementSession byHand = engine.open(cluster);
                taken.forEach(isDrain ? byHand::drain : byHand::deregister);
                DrilledService web = result.service("service:web").orElseThrow();
                assertThat(web.placed())
                        .as("seed %d", seed)
                        .isEqualTo(byHand.place(service.toBuilder().count(hit).build()));
                if (web.lost() > 0) {
                    assertThat(drills.explain(result, "web").orElseThrow())
                            .as("seed %d", seed)
                            .matches(explanation ->
                                    explanation.containerInstance().isEmpty())
                            .matches(explanation -> explanation.index() == web.returns());
                }
            }
        }
        assertThat(List.of(returned, refused, standalone)).allMatch(count -> count > 100);
    }

    @Test
    void drill_repeated_givesTheSameAndLeavesNoTrace() {
        for (int seed = 0; seed < 500; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest service =
                    random.request().toBuilder().service("web").build();
            Drills drills = Drills.of(cluster, List.of(service));

            List<DrillResult> first = drills.loseEachInstance();

            assertThat(drills.loseEachInstance()).as("seed %d", seed).isEqualTo(first);
            assertThat(Drills.of(cluster, List.of(service)).loseEachInstance())
                    .as("seed %d", seed)
                    .isEqualTo(first);
        }
    }

    /** At least one instance; ids are in order, so that a session by hand loses them in the order of a drill. */
    private static List<String> some(ClusterSnapshot cluster, RandomClusters random) {
        List<String> ids = new ArrayList<>();
        for (InstanceSnapshot instance : cluster.instances()) {
            if (random.random().nextBoolean()) {
                ids.add(instance.id());
            }
        }
        return ids.isEmpty() ? List.of(cluster.instances().get(0).id()) : ids;
    }
}
