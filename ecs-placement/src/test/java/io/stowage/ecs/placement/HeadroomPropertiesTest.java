package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.headroom.Headroom;
import io.stowage.ecs.placement.headroom.InstanceHeadroom;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Headroom on random clusters, beside placing task after task. A failure names its seed. */
class HeadroomPropertiesTest {
    private static final int CLUSTERS = 2_000;
    private static final int MOST = 60;

    private final PlacementEngine engine = PlacementEngine.standard();

    @Test
    void headroom_randomClusters_isWhatCanBePlacedAndNoMore() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            RandomClusters random = new RandomClusters(seed);
            ClusterSnapshot cluster = random.cluster();
            PlacementRequest request = random.request();
            Headroom headroom = Headroom.of(engine.open(cluster), request, MOST);
            PlacementRequest one = request.toBuilder().count(1).build();
            PlacementSession session = engine.open(cluster);
            int placed = 0;
            PlacementResult last = session.place(one);
            while (last.unplaced() == 0 && placed < MOST) {
                placed++;
                last = session.place(one);
            }

            assertThat(headroom.tasks()).as("seed %d", seed).isEqualTo(placed);
            assertThat(headroom.atLeast()).as("seed %d", seed).isEqualTo(placed == MOST);
            if (placed == MOST) {
                continue; // where the last ones go hangs on random choices
            }
            assertThat(headroom.error()).as("seed %d", seed).isEqualTo(last.error());
            assertThat(headroom.instances().stream()
                            .collect(Collectors.toMap(
                                    InstanceHeadroom::containerInstance, instance -> instance.stoppedBy())))
                    .as("seed %d", seed)
                    .isEqualTo(last.failures().stream()
                            .collect(Collectors.toMap(PlacementFailure::containerInstance, failure -> failure)));
            Map<String, Long> here = session.snapshot().tasks().stream()
                    .filter(task -> task.id().contains("/placed-"))
                    .collect(Collectors.groupingBy(task -> task.instanceId(), Collectors.counting()));
            for (InstanceHeadroom instance : headroom.instances()) {
                assertThat((long) instance.tasks())
                        .as("seed %d, %s", seed, instance.containerInstance())
                        .isEqualTo(here.getOrDefault(instance.containerInstance(), 0L));
            }
        }
    }
}
