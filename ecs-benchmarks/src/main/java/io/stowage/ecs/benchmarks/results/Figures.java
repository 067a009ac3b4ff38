package io.stowage.ecs.benchmarks.results;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What was measured, by name: {@code ParseBenchmark.stowage query=E1}. */
public final class Figures {
    private static final Map<String, Double> NANOSECONDS =
            Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);
    /** Behind the name of a benchmark that counts its operations by their time: how many there were. */
    public static final String SAMPLES = ", samples";
    /** The same: what half of them took at most. */
    public static final String MEDIAN = ", median";
    /** The same: what all but one in a thousand took at most. */
    public static final String ONE_IN_A_THOUSAND = ", p99.9";
    /** The same: what the slowest took. */
    public static final String MOST = ", most";

    /** The same: what the slowest took while its thread had the processor; 0 if none was slow. */
    public static final String MOST_OWN = ", most of its own";

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final SortedMap<String, Figure> figures = new TreeMap<>();

    /** Makes an empty collection. */
    public Figures() {}

    /**
     * Adds a figure.
     *
     * @param name its name
     * @param figure the figure
     * @throws IllegalArgumentException if there is one of that name
     */
    public void add(String name, Figure figure) {
        if (figures.putIfAbsent(name, figure) != null) {
            throw new IllegalArgumentException("two figures are called " + name);
        }
    }

    /** Adds what JMH measured; times become nanoseconds. */
    public void addAll(Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = name(result.getParams());
            add(name, figure(result));
            addCounted(name, result);
        }
    }

    /** Puts what JMH measured in the place of what was measured before. */
    public void replaceAll(Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = name(result.getParams());
            figures.keySet().removeIf(known -> known.equals(name) || known.startsWith(name + ", "));
        }
        addAll(results);
    }

    /** The names of the times whose iterations lie further apart than that, as a part of the time. */
    public SortedSet<String> restless(double limit) {
        SortedSet<String> names = new TreeSet<>();
        figures.forEach((name, figure) -> {
            if (figure.spread() > limit) {
                names.add(name);
            }
        });
        return names;
    }

    /** Of several iterations, which are counted apart, the worst is what counts. */
    private void addCounted(String name, RunResult result) {
        double samples = counts(result, "samples").sum();
        if (samples > 0) {
            add(name + SAMPLES, Figure.counted(samples, "samples"));
            add(name + MEDIAN, Figure.counted(counts(result, "median").average().orElse(Double.NaN), "ns"));
            add(
                    name + ONE_IN_A_THOUSAND,
                    Figure.counted(counts(result, "oneInAThousand").max().orElse(Double.NaN), "ns"));
            add(name + MOST, Figure.counted(counts(result, "most").max().orElse(Double.NaN), "ns"));
            add(name + MOST_OWN, Figure.counted(counts(result, "mostOwn").max().orElse(Double.NaN), "ns"));
        }
    }

    private static DoubleStream counts(RunResult result, String counter) {
        DoubleStream.Builder counts = DoubleStream.builder();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                Result<?> counted = iteration.getSecondaryResults().get(counter);
                if (counted != null) {
                    counts.add(counted.getScore());
                }
            }
        }
        return counts.build();
    }

    private static double nanoseconds(Result<?> result) {
        Double factor = NANOSECONDS.get(result.getScoreUnit());
        if (factor == null) {
            throw new IllegalArgumentException("no time: " + result.getScoreUnit());
        }
        return factor;
    }

    /** The figure of that name, or null. */
    public @Nullable Figure get(String name) {
        return figures.get(name);
    }

    /** All figures by name. */
    public SortedMap<String, Figure> all() {
        return new TreeMap<>(figures);
    }

    private static String name(BenchmarkParams params) {
        SortedMap<String, String> values = new TreeMap<>();
        params.getParamsKeys().forEach(key -> values.put(key, params.getParam(key)));
        return name(params.getBenchmark(), values);
    }

    /** What the figure of a benchmark is called. */
    public static String name(String benchmark, SortedMap<String, String> params) {
        int method = benchmark.lastIndexOf('.');
        StringBuilder name = new StringBuilder(benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1));
        params.forEach((key, value) -> name.append(' ').append(key).append('=').append(value));
        return name.toString();
    }

    private static Figure figure(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        double factor = nanoseconds(primary);
        double[] iterations = result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .<Result<?>>map(IterationResult::getPrimaryResult)
                .mapToDouble(Result::getScore)
                .toArray();
        double least = DoubleStream.of(iterations).min().orElse(Double.NaN);
        double most = DoubleStream.of(iterations).max().orElse(Double.NaN);
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return new Figure(
                primary.getScore() * factor,
                "ns",
                (most - least) / primary.getScore(),
                allocated == null ? Double.NaN : allocated.getScore());
    }
}
