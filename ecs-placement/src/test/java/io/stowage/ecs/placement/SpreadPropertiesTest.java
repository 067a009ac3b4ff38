package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What spreading does on clusters with room everywhere. {@code -Dstowage.placement.operations=1000000} is the long mode. A failure names its
 * seed.
 */
class SpreadPropertiesTest {
    private static final int OPERATIONS = Integer.getInteger("stowage.placement.operations", 10_000);
    private static final String GROUP = "service:web";

    private final PlacementEngine engine = PlacementEngine.standard();

    private static ClusterSnapshot cluster(SplittableRandom random, int mostTasks) {
        List<InstanceSnapshot> instances = new ArrayList<>();
        List<TaskSnapshot> tasks = new ArrayList<>();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            String id = "i-" + i;
            instances.add(Clusters.instance(id, "z" + random.nextInt(3)).build());
            for (int t = random.nextInt(mostTasks + 1); t > 0; t--) {
                tasks.add(TaskSnapshot.running(id + "/" + t, id, random.nextInt(4) == 0 ? "other" : GROUP));
            }
        }
        return ClusterSnapshot.ofSnapshots(instances, tasks);
    }

    private static Map<String, Long> counts(ClusterSnapshot cluster) {
        Map<String, Long> counts = new TreeMap<>();
        cluster.instances().forEach(instance -> counts.put(instance.id(), 0L));
        cluster.tasks().stream()
                .filter(task -> task.counted() && GROUP.equals(task.group()))
                .forEach(task -> counts.merge(task.instanceId(), 1L, Long::sum));
        return counts;
    }

    private static long difference(ClusterSnapshot cluster) {
        LongSummaryStatistics statistics =
                counts(cluster).values().stream().mapToLong(Long::longValue).summaryStatistics();
        return statistics.getMax() - statistics.getMin();
    }

    private static PlacementRequest request(int count, String field, long second) {
        return Clusters.web(Clusters.task(1, 1))
                .count(count)
                .placementStrategy(List.of(Clusters.strategy("spread", field)))
                .createdAt(Instant.ofEpochSecond(second))
                .build();
    }

    @Test
    void spreadOverInstances_roomEverywhere_keepsCountsWithinOne() {
        int balanced = 0;
        for (int seed = 0; balanced < OPERATIONS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ClusterSnapshot before = cluster(random, 1);
            int count = random.nextInt(1, 12);
            PlacementSession session = engine.open(before);
            assertThat(session.place(request(count, "instanceId", 1)).unplaced())
                    .as("seed %d", seed)
                    .isZero();

            assertThat(difference(session.snapshot())).as("seed %d", seed).isLessThanOrEqualTo(1);
            balanced += count;
        }
    }

    @Test
    void spreadOverInstances_unevenBefore_neverGetsWorse() {
        int tasks = 0;
        for (int seed = 0; tasks < OPERATIONS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ClusterSnapshot before = cluster(random, 6);
            int count = random.nextInt(1, 12);
            PlacementSession session = engine.open(before);
            session.place(request(count, "instanceId", 1));

            assertThat(difference(session.snapshot()))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(Math.max(1, difference(before)));
            tasks += count;
        }
    }

    @Test
    void scaleIn_afterOneMoreBySpread_takesThatOneAndRestoresTheCounts() {
        for (int seed = 0; seed < OPERATIONS / 2; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String field = random.nextBoolean() ? "instanceId" : "attribute:ecs.availability-zone";
            PlacementSession session =
                    engine.open(ClusterSnapshot.ofSnapshots(cluster(random, 0).instances(), List.of()));
            session.place(request(random.nextInt(1, 12), field, 1));
            Map<String, Long> before = counts(session.snapshot());
            String placed =
                    session.place(request(1, field, 2)).placements().get(0).taskId();

            ScaleInResult stopped = session.scaleIn(ScaleInRequest.builder(GROUP, 1)
                    .placementStrategy(List.of(Clusters.strategy("spread", field)))
                    .build());

            assertThat(stopped.stopped())
                    .as("seed %d", seed)
                    .extracting(StoppedTask::taskId)
                    .containsExactly(placed);
            assertThat(counts(session.snapshot())).as("seed %d", seed).isEqualTo(before);
            session.stop(placed);
            assertThat(counts(session.snapshot())).as("seed %d", seed).isEqualTo(before);
        }
    }
}
