package io.stowage.ecs.placement.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.stowage.ecs.placement.internal.index.HalfFull.Kind;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What placements cost, in figures that are the same on every machine: what is looked at, and what is allocated. */
class IndexCostTest {
    private static final int TASKS = 20_000;

    private static double visitedEach(HalfFull cluster, int kept) {
        cluster.run(kept, kept);
        cluster.index.takeVisited();
        cluster.run(TASKS, kept);
        return (double) cluster.index.takeVisited() / TASKS;
    }

    @ParameterizedTest
    @EnumSource(names = {"BINPACK", "SPREAD_BINPACK", "MEMBER_OF", "BINPACK_CPU"})
    void place_ofOneServiceOnManyInstances_looksAtFew(Kind kind) {
        HalfFull cluster = HalfFull.of(100_000, 1, kind);

        assertThat(visitedEach(cluster, 60_000)).isLessThanOrEqualTo(256);
        assertThat(cluster.failed).isZero();
    }

    @Test
    void place_mixedOnManyInstances_looksAtFew() {
        HalfFull cluster = HalfFull.of(100_000, 200, Kind.MIXED);

        assertThat(visitedEach(cluster, 60_000)).isLessThanOrEqualTo(256);
        assertThat(cluster.failed).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINPACK", "SPREAD_BINPACK", "DISTINCT", "MIXED"})
    void place_whereEachInstanceLacksOneResource_looksAtOneInThirtyTwoAtWorst(Kind kind) {
        int instances = 100_000;
        HalfFull cluster = HalfFull.adversarial(instances, kind);
        for (int i = 0; i < 500; i++) {
            cluster.index.takeVisited();
            cluster.place();

            assertThat(cluster.index.takeVisited()).isLessThanOrEqualTo(instances / 32);
        }
        assertThat(cluster.failed).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISTINCT", "SPREAD_INSTANCES", "SPREAD_EVENLY"})
    void place_ofAServiceWithThousandsOfOwnTasks_looksAtFew(Kind kind) {
        HalfFull cluster = HalfFull.of(10_000, 1, kind);

        assertThat(visitedEach(cluster, 5_000)).isLessThanOrEqualTo(256);
        assertThat(cluster.failed).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void place_andRelease_allocateNothing(Kind kind) {
        HalfFull cluster = HalfFull.of(2_000, kind == Kind.MIXED ? 200 : 1, kind);
        int kept = 1_500;
        cluster.run(20_000, kept);

        // Less than a byte each: a block that is split now and then has its arrays from one that was given up.
        assertThat(leastAllocated(() -> cluster.run(TASKS, kept))).isLessThan(TASKS);
    }

    private static long leastAllocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getThreadAllocatedBytes(thread);
            work.run();
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }

    /** What happens to an instance while services live; a placement follows each, so that nothing is only put off. */
    private enum Churn {
        JOIN_AND_LEAVE,
        ATTRIBUTE,
        DRAIN
    }

    @ParameterizedTest
    @EnumSource
    void churn_ofInstances_allocatesNothing(Churn churn) {
        int instances = 2_000;
        HalfFull cluster = HalfFull.of(instances, 200, Kind.MIXED);
        int status = cluster.index.addDimension(instance -> 1);
        int[] values = new int[status + 1];
        Runnable work = () -> {
            for (int i = 0; i < TASKS; i++) {
                int instance = (int) (7_919L * i % instances);
                values[0] = 1 + (instance + i) % 3;
                values[status] = 1;
                switch (churn) {
                    case JOIN_AND_LEAVE -> {
                        int joined = cluster.index.register(instance, values, 16_384, 32_768);
                        cluster.run(1, 1_500);
                        cluster.index.deregister(joined);
                    }
                    case ATTRIBUTE -> {
                        cluster.index.reclassify(instance, values);
                        cluster.run(1, 1_500);
                    }
                    case DRAIN -> {
                        values[0] = cluster.index.value(instance, 0);
                        values[status] = 2;
                        cluster.index.reclassify(instance, values);
                        cluster.run(1, 1_500);
                        values[status] = 1;
                        cluster.index.reclassify(instance, values);
                    }
                }
            }
        };
        work.run();

        assertThat(leastAllocated(work)).isLessThan(TASKS);
    }
}
