package io.stowage.ecs.benchmarks;

import io.stowage.ecs.benchmarks.expr.ExpressionTargets;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Remarks;
import io.stowage.ecs.benchmarks.results.Results;
import io.stowage.ecs.benchmarks.results.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** A set of benchmarks that is held against targets: measures, and writes one table and one file with every figure. */
enum Suite {
    /** X1 to X7. */
    EXPRESSIONS("expressions", "The query language", ExpressionTargets.BENCHMARKS, ExpressionTargets::check);

    private final String word;
    private final String title;
    private final String benchmarks;
    private final Consumer<Sheet> targets;

    Suite(String word, String title, String benchmarks, Consumer<Sheet> targets) {
        this.word = word;
        this.title = title;
        this.benchmarks = benchmarks;
        this.targets = targets;
    }

    /**
     * Runs a suite.
     *
     * @param args its name, then {@code --full} for figures that are published, then the folder for what is written
     * @throws IOException if the files cannot be written
     * @throws RunnerException if a benchmark fails
     */
    static void run(List<String> args) throws IOException, RunnerException {
        Suite suite = of(args.isEmpty() ? "" : args.get(0));
        boolean full = args.contains("--full");
        Path folder = Path.of(args.stream()
                .skip(1)
                .filter(arg -> !arg.startsWith("--"))
                .findFirst()
                .orElse("target"));
        suite.run(full, folder);
    }

    private static Suite of(String word) {
        for (Suite suite : values()) {
            if (suite.word.equals(word)) {
                return suite;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no suite; expressions was expected");
    }

    private void run(boolean full, Path folder) throws IOException, RunnerException {
        Figures figures = new Figures();
        figures.addAll(new Runner(options(full).build()).run());
        Sheet sheet = new Sheet(figures, Remarks.read());
        targets.accept(sheet);
        String mode = full ? "3 forks of 5 iterations of 5 s" : "1 fork of 3 iterations of 1 s";
        Results results = new Results(title, mode, figures, sheet.lines());
        results.writeJson(folder.resolve(word + ".json"));
        results.writeTable(folder.resolve(word + ".md"));
        System.out.println(results.table());
    }

    private ChainedOptionsBuilder options(boolean full) {
        return new OptionsBuilder()
                .include(benchmarks)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .forks(full ? 3 : 1)
                .warmupIterations(full ? 5 : 2)
                .warmupTime(TimeValue.seconds(full ? 2 : 1))
                .measurementIterations(full ? 5 : 3)
                .measurementTime(TimeValue.seconds(full ? 5 : 1));
    }
}
