package io.stowage.ecs.benchmarks.results;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
            add(name(result.getParams()), figure(result));
        }
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
        String path = params.getBenchmark();
        int method = path.lastIndexOf('.');
        StringBuilder name = new StringBuilder(path.substring(path.lastIndexOf('.', method - 1) + 1));
        for (String key : params.getParamsKeys()) {
            name.append(' ').append(key).append('=').append(params.getParam(key));
        }
        return name.toString();
    }

    private static Figure figure(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        Double factor = NANOSECONDS.get(primary.getScoreUnit());
        if (factor == null) {
            throw new IllegalArgumentException("no time: " + primary.getScoreUnit());
        }
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
