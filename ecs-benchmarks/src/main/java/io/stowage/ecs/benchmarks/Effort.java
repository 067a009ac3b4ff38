package io.stowage.ecs.benchmarks;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long a run measures. A quick run is a first look. A full run measures every figure, those in the headlines the way figures are
 * published, in three forks of five iterations of 5 s; the others by one fork of three iterations of half a second, unless it is told otherwise,
 * because all of them the longer way take most of a day. Half a second is a million operations of most of them.
 *
 * @param full whether every figure is measured
 * @param again whether a quick run measures longer what missed its target at the first look
 * @param forks forks of a figure that is in no headline
 * @param iterations measured iterations of each
 * @param milliseconds how long an iteration takes
 */
record Effort(boolean full, boolean again, int forks, int iterations, int milliseconds) {
    /** How far apart the iterations of a figure may lie, as a part of it, before it is measured once more. */
    static final double RESTLESS = 0.3;

    private static final String FORKS = "--forks=";
    private static final String ITERATION = "--iteration-ms=";

    /**
     * What the arguments say.
     *
     * @throws IllegalArgumentException if one of them is none, or makes no sense with the others
     */
    static Effort of(List<String> args) {
        boolean full = args.contains("--full");
        boolean again = args.contains("--again");
        int forks = 1;
        int milliseconds = full ? 500 : 200;
        for (String arg : args) {
            if (arg.startsWith(FORKS)) {
                forks = number(arg, FORKS);
            } else if (arg.startsWith(ITERATION)) {
                milliseconds = number(arg, ITERATION);
            } else if (arg.startsWith("--") && !arg.equals("--full") && !arg.equals("--again")) {
                throw new IllegalArgumentException("\"" + arg + "\" is no option; --full, --again, " + FORKS + "N or "
                        + ITERATION + "N was expected");
            }
        }
        if (full && again) {
            throw new IllegalArgumentException("--again is for a quick run; a full run repeats by itself what it must");
        }
        return new Effort(full, again, forks, full ? 3 : 2, milliseconds);
    }

    private static int number(String arg, String option) {
        String number = arg.substring(option.length());
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("\"" + arg + "\" has no number; " + option + "3 was expected");
        }
        return Integer.parseInt(number);
    }

    /** How the figures of JMH are measured, in words. */
    String words() {
        String ordinary = String.format(
                Locale.ROOT,
                "%d %s of %d iterations of %s s",
                forks,
                forks == 1 ? "fork" : "forks",
                iterations,
                milliseconds % 1000 == 0 ? Integer.toString(milliseconds / 1000) : Double.toString(milliseconds / 1e3));
        if (full) {
            return "3 forks of 5 iterations of 5 s for what headlines speak of, " + ordinary
                    + " for the rest; what was restless once more";
        }
        return ordinary + ", for a first look" + (again ? "; 3 iterations of 2 s for what missed its target then" : "");
    }

    /** Options for benchmarks of which no headline speaks. */
    ChainedOptionsBuilder options(String benchmarks) {
        return lasting(benchmarks, forks, 2, milliseconds, iterations, milliseconds);
    }

    /** Options for figures that are published. */
    static ChainedOptionsBuilder published(String benchmarks) {
        return lasting(benchmarks, 3, 2, 2000, 5, 5000);
    }

    /** Options for what missed its target at the first look. */
    static ChainedOptionsBuilder longer(String benchmarks) {
        return lasting(benchmarks, 1, 3, 2000, 3, 2000);
    }

    private static ChainedOptionsBuilder lasting(
            String benchmarks, int forks, int warmups, int warmupMillis, int iterations, int millis) {
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
}
