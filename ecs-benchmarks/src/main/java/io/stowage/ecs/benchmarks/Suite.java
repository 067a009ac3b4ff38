package io.stowage.ecs.benchmarks;

import io.stowage.ecs.benchmarks.check.ValidationTargets;
import io.stowage.ecs.benchmarks.expr.ExpressionTargets;
import io.stowage.ecs.benchmarks.place.MemoryFigures;
import io.stowage.ecs.benchmarks.place.PlacementTargets;
import io.stowage.ecs.benchmarks.quality.QualityFigures;
import io.stowage.ecs.benchmarks.results.Again;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Remarks;
import io.stowage.ecs.benchmarks.results.Results;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.benchmarks.service.SimulationTargets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** A set of figures that is held against targets: measures, and writes one table and one file with every figure. */
enum Suite {
    /** X1 to X7. */
    EXPRESSIONS("The query language") {
        @Override
        void measure(Figures figures, boolean full) throws RunnerException {
            figures.addAll(
                    new Runner(options(ExpressionTargets.BENCHMARKS, full).build()).run());
        }

        @Override
        void check(Sheet sheet) {
            ExpressionTargets.check(sheet);
        }
    },

    /** P1 to P16, and what loading costs. */
    PLACEMENT("Placement") {
        @Override
        void measure(Figures figures, boolean full) throws RunnerException {
            PlacementTargets.compare(full);
            if (full) {
                figures.addAll(run(options(PlacementTargets.BENCHMARKS, true)));
            } else {
                figures.addAll(run(options(PlacementTargets.OF_ALL_SIZES, false)
                        .exclude(PlacementTargets.WITHOUT_TARGET)
                        .param("instances", PlacementTargets.QUICK_SIZES.toArray(String[]::new))));
                figures.addAll(run(options(PlacementTargets.BENCHMARKS, false)
                        .exclude(PlacementTargets.OF_ALL_SIZES)
                        .exclude(PlacementTargets.WITHOUT_TARGET)));
            }
        }

        private Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
            return new Runner(options.jvmArgsAppend(PlacementTargets.compared()).build()).run();
        }

        @Override
        void check(Sheet sheet) {
            PlacementTargets.check(sheet);
        }
    },

    /** M1 to M4, and what loading and filling allocate and retain. */
    MEMORY("Memory") {
        @Override
        void measure(Figures figures, boolean full) {
            MemoryFigures.measure(figures, INSTANCES);
        }

        @Override
        void check(Sheet sheet) {
            MemoryFigures.check(sheet, INSTANCES);
        }
    },

    /** Q2 to Q5. Q1 is what the placement suite begins with. */
    QUALITY("Quality") {
        @Override
        void measure(Figures figures, boolean full) {
            QualityFigures.measure(figures, full ? 10 : 1);
        }

        @Override
        void check(Sheet sheet) {
            QualityFigures.check(sheet);
        }
    },

    /** V1. */
    VALIDATION("Validation") {
        @Override
        void measure(Figures figures, boolean full) throws RunnerException {
            figures.addAll(
                    new Runner(options(ValidationTargets.BENCHMARKS, full).build()).run());
        }

        @Override
        void check(Sheet sheet) {
            ValidationTargets.check(sheet);
        }
    },

    /** S1 and S2. */
    SERVICES("Services") {
        @Override
        void measure(Figures figures, boolean full) throws RunnerException {
            figures.addAll(new Runner(options(SimulationTargets.BENCHMARKS, full)
                            .warmupIterations(1)
                            .measurementIterations(full ? 3 : 1)
                            .build())
                    .run());
        }

        @Override
        void check(Sheet sheet) {
            SimulationTargets.check(sheet);
        }
    },

    /** The rows of Fenzo; there only if the build had the profile of that name. */
    FENZO("Fenzo") {
        @Override
        void measure(Figures figures, boolean full) throws RunnerException {
            peer().measure(figures, full);
        }

        @Override
        void check(Sheet sheet) {
            peer().check(sheet);
        }

        @Override
        String mode(boolean full) {
            return peer().mode(full);
        }

        @Override
        boolean isThere() {
            return PeerSuite.find().isPresent();
        }

        private PeerSuite peer() {
            return PeerSuite.find().orElseThrow();
        }
    };

    private static final int INSTANCES = 100_000;

    private final String title;

    Suite(String title) {
        this.title = title;
    }

    /** Measures everything that the targets speak of. */
    abstract void measure(Figures figures, boolean full) throws RunnerException;

    /** Holds the figures against the targets. */
    abstract void check(Sheet sheet);

    /** How it measures, in words. */
    String mode(boolean full) {
        return full ? "3 forks of 5 iterations of 5 s" : "1 fork of 2 iterations of 0.2 s, for a first look";
    }

    /** Whether this build can run it. */
    boolean isThere() {
        return true;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Runs a suite, or all of them into one table.
     *
     * @param args its name or {@code all}, then {@code --full} for figures that are published, or {@code --again} to measure longer what
     *     missed its target at the first look, then the folder for what is written
     * @throws IOException if the files cannot be written
     * @throws RunnerException if a benchmark fails
     */
    static void run(List<String> args) throws IOException, RunnerException {
        String word = args.isEmpty() ? "" : args.get(0);
        List<Suite> suites = of(word);
        boolean full = args.contains("--full");
        Path folder = Path.of(args.stream()
                .skip(1)
                .filter(arg -> !arg.startsWith("--"))
                .findFirst()
                .orElse("target"));
        Figures figures = new Figures();
        for (Suite suite : suites) {
            suite.measure(figures, full);
        }
        Sheet sheet = sheet(suites, figures);
        String mode = suites.stream().map(suite -> suite.mode(full)).distinct().collect(Collectors.joining("; "));
        if (args.contains("--again")) {
            for (Again again : Again.of(sheet.missing())) {
                ChainedOptionsBuilder options =
                        lasting(3, 2000, common(again.benchmark()).forks(1));
                again.params().forEach(options::param);
                figures.replaceAll(new Runner(options.jvmArgsAppend(PlacementTargets.compared())
                                .build())
                        .run());
            }
            sheet = sheet(suites, figures);
            mode += "; 3 iterations of 2 s for what missed its target then";
        }
        String title = suites.stream().map(suite -> suite.title).collect(Collectors.joining(", "));
        Results results = new Results(title, mode, figures, sheet.lines());
        results.writeJson(folder.resolve(word + ".json"));
        results.writeTable(folder.resolve(word + ".md"));
        System.out.println(results.table());
    }

    private static Sheet sheet(List<Suite> suites, Figures figures) throws IOException {
        Sheet sheet = new Sheet(figures, Remarks.read());
        for (Suite suite : suites) {
            suite.check(sheet);
        }
        return sheet;
    }

    static List<Suite> of(String word) {
        List<Suite> there = Stream.of(values()).filter(Suite::isThere).toList();
        if (word.equals("all")) {
            return there;
        }
        List<String> known = there.stream().map(Suite::word).toList();
        if (word.equals(FENZO.word()) && !known.contains(word)) {
            throw new IllegalArgumentException(
                    "suite fenzo is only there if the build had -Pfenzo and Fenzo comes first on the class path; CONTRIBUTING.md has the command");
        }
        if (!known.contains(word)) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is no suite; all or " + String.join(" or ", known) + " was expected");
        }
        return List.of(there.get(known.indexOf(word)));
    }

    private static ChainedOptionsBuilder options(String benchmarks, boolean full) {
        ChainedOptionsBuilder options = common(benchmarks);
        return full
                ? options.forks(3)
                        .warmupIterations(5)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(5))
                : lasting(2, 200, options.forks(1));
    }

    private static ChainedOptionsBuilder common(String benchmarks) {
        return new OptionsBuilder()
                .include(benchmarks)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
    }

    private static ChainedOptionsBuilder lasting(int iterations, int milliseconds, ChainedOptionsBuilder options) {
        TimeValue time = TimeValue.milliseconds(milliseconds);
        return options.warmupIterations(iterations)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time);
    }
}
