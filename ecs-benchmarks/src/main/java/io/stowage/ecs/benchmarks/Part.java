package io.stowage.ecs.benchmarks;

import io.stowage.ecs.benchmarks.results.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Benchmarks of a suite that are measured in the same way.
 *
 * @param benchmarks a regular expression for their names, as JMH takes it
 * @param pace how long they are measured
 * @param params the values of their parameters, where those are not all that the benchmark has
 * @param extraSeconds how much longer than others each of them takes, because of what is made ready before or of operations that are
 *     longer than an iteration
 */
public record Part(String benchmarks, Pace pace, SortedMap<String, List<String>> params, double extraSeconds) {
    /** How long something is measured, in an order that each run gives a meaning to. */
    public enum Pace {
        /** Operations of microseconds at most. */
        ORDINARY,
        /** Operations of more than that, or much code that takes a while to be compiled: longer. */
        SLOW,
        /** So much code that the compiler takes seconds: as the specification has a quick run, at least. */
        WARM,
        /** What is published: as the specification says. */
        LONG,
        /** One iteration that takes as long as it takes. */
        ONCE
    }

    /** Copies the values. */
    public Part {
        params = new TreeMap<>(params);
    }

    /** All benchmarks of that name, with all their parameters. */
    public static Part of(String benchmarks, Pace pace) {
        return new Part(benchmarks, pace, new TreeMap<>(), 0);
    }

    /** Only with these values of a parameter; benchmarks without it stay as they are. */
    public Part with(String param, Collection<?> values) {
        SortedMap<String, List<String>> more = new TreeMap<>(params);
        more.put(param, values.stream().map(String::valueOf).toList());
        return new Part(benchmarks, pace, more, extraSeconds);
    }

    /** The same for values that are counted out. */
    public Part with(String param, Object... values) {
        return with(param, Arrays.asList(values));
    }

    /** That much longer for each. */
    public Part taking(double moreSeconds) {
        return new Part(benchmarks, pace, params, moreSeconds);
    }

    /** Options for JMH. */
    ChainedOptionsBuilder options(Effort effort) {
        ChainedOptionsBuilder options = effort.timing(pace).options(benchmarks);
        params.forEach((param, values) -> options.param(param, values.toArray(String[]::new)));
        return options;
    }

    /** About how long it takes, in seconds. */
    double seconds(Effort effort) {
        Timing timing = effort.timing(pace);
        return figures().size() * (timing.seconds() + timing.forks() * extraSeconds);
    }

    /** The names of the figures that JMH comes to. */
    SortedSet<String> figures() {
        SortedSet<String> names = new TreeSet<>();
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        for (BenchmarkListEntry entry : BenchmarkList.defaultList().find(silent, List.of(benchmarks), List.of())) {
            for (SortedMap<String, String> values :
                    combinations(entry.getParams().orElse(Map.of()))) {
                names.add(Figures.name(entry.getUsername(), values));
            }
        }
        return names;
    }

    private List<SortedMap<String, String>> combinations(Map<String, String[]> declared) {
        List<SortedMap<String, String>> all = List.of(new TreeMap<>());
        for (Map.Entry<String, String[]> param : declared.entrySet()) {
            List<SortedMap<String, String>> more = new ArrayList<>();
            for (SortedMap<String, String> before : all) {
                for (String value : params.getOrDefault(param.getKey(), List.of(param.getValue()))) {
                    SortedMap<String, String> one = new TreeMap<>(before);
                    one.put(param.getKey(), value);
                    more.add(one);
                }
            }
            all = more;
        }
        return all;
    }
}
