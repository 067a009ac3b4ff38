package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a session allocates for a placement, which is the same on every machine: a result and its placement, 24 bytes each. What it keeps of a
 * task are numbers in columns that are there already.
 */
class SessionCostTest {
    /** To ask for it costs more than a placement does. */
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int SERVICES = 40;
    private static final int KEPT = 400;
    private static final int OPERATIONS = 2_000;
    private static final int BETWEEN_STOPS = 100;
    /** What a placement may cost. */
    private static final int MOST = 48;

    private final PlacementSession session = PlacementEngine.standard().open(Clusters.cluster(instances()));
    private final Queue<Placement> tasks = new ArrayDeque<>();
    private double bytesOfAStop;

    private static InstanceSnapshotBuilder[] instances() {
        return IntStream.range(0, 200)
                .mapToObj(i -> Clusters.instance(String.format(Locale.ROOT, "i-%03d", i), "z" + i % 3))
                .toArray(InstanceSnapshotBuilder[]::new);
    }

    /** Packed; spread over zones and packed; in one zone; each on an instance of its own. */
    private static PlacementRequest.Builder service(int number) {
        List<PlacementStrategy> strategies = new ArrayList<>();
        List<PlacementConstraint> constraints = new ArrayList<>();
        switch (number % 4) {
            case 1 -> strategies.add(Clusters.strategy("spread", "attribute:ecs.availability-zone"));
            case 2 -> constraints.add(Clusters.constraint("memberOf", "attribute:ecs.availability-zone == z1"));
            case 3 -> constraints.add(Clusters.constraint("distinctInstance", null));
            default -> {
                // Nothing more.
            }
        }
        strategies.add(Clusters.strategy("binpack", "memory"));
        return PlacementRequest.builder(Clusters.task(16 + number, 32 + number))
                .service("web-" + number)
                .placementStrategy(strategies)
                .placementConstraints(constraints);
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** The bytes of a placement, stops left out; the least of some rounds. */
    private double bytesEach(IntFunction<PlacementRequest> requests) {
        PlacementResult[] results = new PlacementResult[BETWEEN_STOPS];
        double least = Double.MAX_VALUE;
        bytesOfAStop = Double.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long placing = 0;
            long stopping = 0;
            int stopped = 0;
            for (int i = 0; i < OPERATIONS; i += BETWEEN_STOPS) {
                long before = allocated();
                for (int j = i; j < i + BETWEEN_STOPS; j++) {
                    results[j - i] = session.place(requests.apply(j));
                }
                placing += allocated() - before;
                for (PlacementResult result : results) {
                    tasks.addAll(result.placements());
                }
                stopped += Math.max(0, tasks.size() - KEPT);
                before = allocated();
                while (tasks.size() > KEPT) {
                    session.stop(tasks.remove());
                }
                stopping += allocated() - before;
            }
            least = Math.min(least, (double) placing / OPERATIONS);
            bytesOfAStop = stopped < OPERATIONS ? bytesOfAStop : Math.min(bytesOfAStop, (double) stopping / stopped);
        }
        return least;
    }

    @Test
    void place_byKnownRequests_allocatesTheResultAndNothingElse() {
        List<PlacementRequest> known = IntStream.range(0, SERVICES)
                .mapToObj(number -> service(number).build())
                .toList();

        assertThat(bytesEach(i -> known.get(i % SERVICES))).isLessThan(MOST + 1);
        assertThat(bytesOfAStop).isLessThan(1);
    }

    /** Of requests that are made for each call out of parts that there are, as callers do; 224 bytes are their own, and their builders'. */
    @Test
    void place_byEqualRequests_allocatesTheRequestBesides() {
        List<PlacementRequest> known = IntStream.range(0, SERVICES)
                .mapToObj(number -> service(number).build())
                .toList();

        assertThat(bytesEach(i -> known.get(i % SERVICES).toBuilder().build())).isLessThanOrEqualTo(MOST + 240);
    }

    @Test
    void place_thousandTasksByOneRequest_allocatesWhatIsKeptAndReturned() {
        PlacementRequest thousand = service(0).count(1000).build();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long before = allocated();
            PlacementResult result = session.place(thousand);
            least = Math.min(least, (allocated() - before) / 1000);
            assertThat(result.placements()).hasSize(1000);
            result.placements().forEach(placement -> session.stop(placement));
        }

        assertThat(least).isLessThanOrEqualTo(MOST);
    }
}
