package io.stowage.ecs.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
    @Test
    void atMost_shortTimes_isExact() {
        Latencies latencies = new Latencies();
        for (int time = 1; time <= 100; time++) {
            latencies.add(time);
        }

        assertThat(latencies.samples()).isEqualTo(100);
        assertThat(latencies.atMost(0)).isEqualTo(1);
        assertThat(latencies.atMost(0.5)).isEqualTo(50);
        assertThat(latencies.atMost(0.501)).isEqualTo(51);
        assertThat(latencies.atMost(0.99)).isEqualTo(99);
        assertThat(latencies.atMost(1)).isEqualTo(100);
        assertThat(latencies.most()).isEqualTo(100);
    }

    /** The exact figure comes from the sorted times themselves. */
    @ParameterizedTest
    @ValueSource(longs = {3, 7, 42})
    void atMost_timesOfAllSizes_isAtMostASixtyFourthMoreThanExact(long seed) {
        Random random = new Random(seed);
        long[] times = new long[10_000];
        Latencies latencies = new Latencies();
        for (int i = 0; i < times.length; i++) {
            times[i] = random.nextLong() >>> 2 + random.nextInt(61);
            latencies.add(times[i]);
        }
        Arrays.sort(times);

        for (int nth = 1; nth <= times.length; nth++) {
            long exact = times[nth - 1];
            assertThat(latencies.atMost((double) nth / times.length)).isBetween(exact, exact + exact / 64);
        }
        assertThat(latencies.most()).isEqualTo(times[times.length - 1]);
    }

    @Test
    void add_oneInAThousandIsSlow_showsJustBehindP999() {
        Latencies latencies = new Latencies();
        for (int i = 0; i < 1_000_000; i++) {
            latencies.add(i % 1000 == 999 ? 50_000 : 400);
        }

        assertThat(latencies.atMost(0.999)).isBetween(400L, 406L);
        assertThat(latencies.atMost(0.9990001)).isEqualTo(50_000);
    }

    @Test
    void add_timesThatNoClockGives_areCounted() {
        Latencies latencies = new Latencies();
        latencies.add(-5);
        latencies.add(0);
        latencies.add(Long.MAX_VALUE);

        assertThat(latencies.atMost(0.6)).isZero();
        assertThat(latencies.atMost(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(latencies.samples()).isEqualTo(3);
    }

    @Test
    void clear_afterOperations_knowsNone() {
        Latencies latencies = new Latencies();
        latencies.add(1000);
        latencies.clear();

        assertThat(latencies.samples()).isZero();
        assertThat(latencies.most()).isZero();
        assertThat(latencies.atMost(0.5)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void atMost_noPart_isRefused(double part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Latencies().atMost(part))
                .withMessageEndingWith("0 to 1 was expected");
    }
}
