package io.stowage.ecs.benchmarks;

import io.stowage.ecs.benchmarks.check.ValidationTargets;
import io.stowage.ecs.benchmarks.expr.ExpressionTargets;
import io.stowage.ecs.benchmarks.place.MemoryFigures;
import io.stowage.ecs.benchmarks.place.PlacementTargets;
import io.stowage.ecs.benchmarks.quality.QualityFigures;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.benchmarks.service.SimulationTargets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** A set of figures that is held against targets. */
enum Suite {
    /** X1 to X7. */
    EXPRESSIONS("The query language") {
        @Override
        void measure(Figures figures, Effort effort) throws RunnerException {
            figures.addAll(run(effort.options(ExpressionTargets.BENCHMARKS)));
        }

        @Override
        void check(Sheet sheet) {
            ExpressionTargets.check(sheet);
        }
    },

    /** P1 to P16, and what loading costs. */
    PLACEMENT("Placement") {
        @Override
        void measure(Figures figures, Effort effort) throws RunnerException {
            PlacementTargets.compare(effort.full() ? PlacementTargets.SIZES : PlacementTargets.TENFOLD);
            ChainedOptionsBuilder all =
                    effort.options(PlacementTargets.BENCHMARKS).exclude(PlacementTargets.WITHOUT_TARGET);
            if (effort.full()) {
                figures.addAll(run(all));
            } else {
                figures.addAll(run(effort.options(PlacementTargets.OF_ALL_SIZES)
                        .exclude(PlacementTargets.WITHOUT_TARGET)
                        .param("instances", PlacementTargets.QUICK_SIZES.toArray(String[]::new))));
                figures.addAll(run(all.exclude(PlacementTargets.OF_ALL_SIZES)));
            }
        }

        @Override
        SortedSet<String> headlines() {
            return PlacementTargets.headlines();
        }

        @Override
        void check(Sheet sheet) {
            PlacementTargets.check(sheet);
        }
    },

    /** M1 to M4, and what loading and filling allocate and retain. */
    MEMORY("Memory") {
        @Override
        void measure(Figures figures, Effort effort) {
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
        void measure(Figures figures, Effort effort) {
            QualityFigures.measure(figures, effort.full() ? 10 : 1);
        }

        @Override
        void check(Sheet sheet) {
            QualityFigures.check(sheet);
        }
    },

    /** V1. */
    VALIDATION("Validation") {
        @Override
        void measure(Figures figures, Effort effort) throws RunnerException {
            figures.addAll(run(effort.options(ValidationTargets.BENCHMARKS)));
        }

        @Override
        void check(Sheet sheet) {
            ValidationTargets.check(sheet);
        }
    },

    /** S1 and S2. */
    SERVICES("Services") {
        @Override
        void measure(Figures figures, Effort effort) throws RunnerException {
            // A day is seconds long, so that an iteration is one of them.
            figures.addAll(run(effort.options(SimulationTargets.BENCHMARKS).warmupIterations(1)));
        }

        @Override
        void check(Sheet sheet) {
            SimulationTargets.check(sheet);
        }
    },

    /** The rows of Fenzo; there only if the build had the profile of that name. */
    FENZO("Fenzo") {
        @Override
        void measure(Figures figures, Effort effort) throws RunnerException {
            peer().measure(figures, effort.full());
        }

        @Override
        void check(Sheet sheet) {
            peer().check(sheet);
        }

        @Override
        String mode(Effort effort) {
            return peer().mode(effort.full());
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
    abstract void measure(Figures figures, Effort effort) throws RunnerException;

    /** Holds the figures against the targets. */
    abstract void check(Sheet sheet);

    /** The names of the figures that headlines speak of, as far as JMH measures them. */
    SortedSet<String> headlines() {
        return new TreeSet<>();
    }

    /** How it measures, in words. */
    String mode(Effort effort) {
        return effort.words();
    }

    /** What it measures, as a title. */
    String title() {
        return title;
    }

    /** Whether this build can run it. */
    boolean isThere() {
        return true;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Runs benchmarks whose engines have been compared with the scan. */
    static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.jvmArgsAppend(PlacementTargets.compared()).build()).run();
    }

    /** The suites of a word: one, or all that are there. */
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
}
