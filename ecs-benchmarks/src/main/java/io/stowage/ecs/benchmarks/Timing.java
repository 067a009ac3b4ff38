package io.stowage.ecs.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How a figure is measured.
 *
 * @param forks how many JVMs measure it, one after the other
 * @param warmups iterations that are not counted
 * @param warmupMillis how long each of them takes
 * @param iterations iterations that are
 * @param millis how long each of them takes
 */
record Timing(int forks, int warmups, int warmupMillis, int iterations, int millis) {
    /** As the specification has a quick run. */
    static final Timing LOOK = new Timing(1, 2, 1000, 3, 2000);

    /** The same in three forks. */
    static final Timing LOOK_IN_THREE = new Timing(3, 2, 1000, 3, 2000);

    /** As the specification has what is published. */
    static final Timing PUBLISHED = new Timing(3, 2, 2000, 5, 5000);

    /** Operations that are counted and not timed by JMH: one iteration after one that is not counted, however long they take. */
    static final Timing ONCE = new Timing(1, 1, 1000, 1, 1000);

    /** What a JVM needs to start and to make the work ready, on an idle machine: 0.25 s for most, seconds for some. */
    private static final double START = 0.3;

    /** Options for JMH. */
    ChainedOptionsBuilder options(String benchmarks) {
        return new OptionsBuilder()
                .include(benchmarks)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .forks(forks)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(warmupMillis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis));
    }

    /** About how long a figure takes, in seconds. */
    double seconds() {
        return forks * (START + (warmups * warmupMillis + iterations * millis) / 1e3);
    }

    /** For people: {@code 1 fork of 3 iterations of 2 s}. */
    String words() {
        return forks + (forks == 1 ? " fork of " : " forks of ") + iterations + " iterations of "
                + (millis % 1000 == 0 ? Integer.toString(millis / 1000) : Double.toString(millis / 1e3)) + " s";
    }
}
