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
 * What a session allocates for a placement, which is the same on every machine. Kept of a task are its id, 72 bytes where the session gives
 * it, and 40 bytes; result, list and placement have 88 bytes. The rest serves the call alone.
 */
class SessionCostTest {
    private static final int SERVICES = 40;
    private static final int KEPT = 400;
    private static final int OPERATIONS = 2_000;
    private static final int BETWEEN_STOPS = 100;

    private final PlacementSession session = PlacementEngine.standard().open(Clusters.cluster(instances()));
    private final Queue<String> tasks = new ArrayDeque<>();

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
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** The bytes of a placement, stops left out; the least of some rounds. */
    private long bytesEach(IntFunction<PlacementRequest> requests) {
        PlacementResult[] results = new PlacementResult[BETWEEN_STOPS];
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long placing = 0;
            for (int i = 0; i < OPERATIONS; i += BETWEEN_STOPS) {
                long before = allocated();
                for (int j = i; j < i + BETWEEN_STOPS; j++) {
                    results[j - i] = session.place(requests.apply(j));
                }
                placing += allocated() - before;
                for (PlacementResult result : results) {
                    result.placements().forEach(placement -> tasks.add(placement.taskId()));
                }
                while (tasks.size() > KEPT) {
                    session.stop(tasks.remove());
                }
            }
            least = Math.min(least, placing / OPERATIONS);
        }
        return least;
    }

    @Test
    void place_byKnownRequests_allocatesWhatIsKeptAndReturnedAndLittleMore() {
        List<PlacementRequest> known = IntStream.range(0, SERVICES)
                .mapToObj(number -> service(number).build())
                .toList();

        assertThat(bytesEach(i -> known.get(i % SERVICES))).isLessThanOrEqualTo(360);
    }

    /** Of requests that are made for each call out of parts that there are, as callers do; 200 bytes are their own, and their builders'. */
    @Test
    void place_byEqualRequests_allocatesTheRequestBesides() {
        List<PlacementRequest> known = IntStream.range(0, SERVICES)
                .mapToObj(number -> service(number).build())
                .toList();

        assertThat(bytesEach(i -> known.get(i % SERVICES).toBuilder().build())).isLessThanOrEqualTo(600);
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
            result.placements().forEach(placement -> session.stop(placement.taskId()));
        }

        assertThat(least).isLessThanOrEqualTo(160);
    }
}
