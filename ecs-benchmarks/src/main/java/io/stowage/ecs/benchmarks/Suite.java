package io.stowage.ecs.benchmarks;

import io.stowage.ecs.benchmarks.check.ValidationTargets;
import io.stowage.ecs.benchmarks.expr.ExpressionParts;
import io.stowage.ecs.benchmarks.expr.ExpressionTargets;
import io.stowage.ecs.benchmarks.place.MemoryFigures;
import io.stowage.ecs.benchmarks.place.PlacementParts;
import io.stowage.ecs.benchmarks.place.PlacementTargets;
import io.stowage.ecs.benchmarks.quality.QualityFigures;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.benchmarks.results.Verdict;
import io.stowage.ecs.benchmarks.service.SimulationTargets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
        List<Part> parts(boolean full) {
            return full ? ExpressionParts.full() : ExpressionParts.quick();
        }

        @Override
        void check(Sheet sheet) {
            ExpressionTargets.check(sheet);
        }
    },

    /** P1 to P16, and what loading costs. */
    PLACEMENT("Placement") {
        @Override
        List<Part> parts(boolean full) {
            return full ? PlacementParts.full() : PlacementParts.quick();
        }

        /** Nothing is timed before engine and scan agree. */
        @Override
        void prepare(boolean full) {
            PlacementTargets.compare(full ? PlacementTargets.SIZES : PlacementTargets.TENFOLD);
        }

        @Override
        double otherSeconds(boolean full) {
            return full ? 75 : 60;
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
        void measureOthers(Figures figures, boolean full) {
            MemoryFigures.measure(figures, INSTANCES);
        }

        @Override
        double otherSeconds(boolean full) {
            return 25;
        }

        @Override
        void check(Sheet sheet) {
            MemoryFigures.check(sheet, INSTANCES);
        }
    },

    /** Q2 to Q5. Q1 is what the placement suite begins with. */
    QUALITY("Quality") {
        @Override
        void measureOthers(Figures figures, boolean full) {
            QualityFigures.measure(figures, full ? 10 : 1);
        }

        /** The solver, if it is there, has thirty seconds. */
        @Override
        double otherSeconds(boolean full) {
            return full ? 60 : 40;
        }

        @Override
        void check(Sheet sheet) {
            QualityFigures.check(sheet);
        }
    },

    /** V1. So many rules take the compiler seconds, and there are only four figures: they are measured longer than others. */
    VALIDATION("Validation") {
        @Override
        List<Part> parts(boolean full) {
            return List.of(Part.of(ValidationTargets.BENCHMARKS, Part.Pace.WARM));
        }

        @Override
        void check(Sheet sheet) {
            ValidationTargets.check(sheet);
        }
    },

    /** S1 and S2. A day is seconds long, so that an iteration is one of them. */
    SERVICES("Services") {
        @Override
        List<Part> parts(boolean full) {
            return List.of(
                    full
                            ? Part.of(SimulationTargets.BENCHMARKS, Part.Pace.SLOW)
                                    .taking(32)
                            : Part.of(SimulationTargets.BENCHMARKS, Part.Pace.ONCE)
                                    .taking(14));
        }

        @Override
        void check(Sheet sheet) {
            SimulationTargets.check(sheet);
        }
    },

    /** The rows of Fenzo; there only if the build had the profile of that name. */
    FENZO("Fenzo") {
        @Override
        void measureOthers(Figures figures, boolean full) throws RunnerException {
            peer().measure(figures, full);
        }

        @Override
        double otherSeconds(boolean full) {
            return peer().seconds(full);
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
        Verdict unmeasuredInQuickRun() {
            return Verdict.NOT_IN_QUICK_RUN;
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

    /** What JMH measures. */
    List<Part> parts(boolean full) {
        return List.of();
    }

    /** What has to be right before anything is measured. */
    void prepare(boolean full) {}

    /** Measures what JMH does not. */
    void measureOthers(Figures figures, boolean full) throws RunnerException {}

    /** About how long that takes, and what has to be right before. */
    double otherSeconds(boolean full) {
        return 0;
    }

    /** Measures everything that the targets speak of, headlines as the rest. */
    final void measure(Figures figures, Effort effort) throws RunnerException {
        prepare(effort.full());
        for (Part part : parts(effort.full())) {
            figures.addAll(run(part.options(effort)));
        }
        measureOthers(figures, effort.full());
    }

    /** Those of the figures that JMH measures, by how they are measured. */
    final SortedMap<Part.Pace, SortedSet<String>> byPace(SortedSet<String> figures, boolean full) {
        SortedMap<Part.Pace, SortedSet<String>> byPace = new TreeMap<>();
        for (Part part : parts(full)) {
            SortedSet<String> ofPart = part.figures();
            ofPart.retainAll(figures);
            byPace.computeIfAbsent(part.pace(), pace -> new TreeSet<>()).addAll(ofPart);
        }
        return byPace;
    }

    /** What the table says of a target whose figures a quick run has not. */
    Verdict unmeasuredInQuickRun() {
        return parts(true).equals(parts(false)) ? Verdict.NOT_MEASURED : Verdict.NOT_IN_QUICK_RUN;
    }

    /** About how long it takes on an idle machine of two cores, repetitions left out. */
    final double seconds(Effort effort) {
        double headlines = headlines().size() * effort.timing(Part.Pace.LONG).seconds();
        double parts = parts(effort.full()).stream()
                .mapToDouble(part -> part.seconds(effort))
                .sum();
        return otherSeconds(effort.full()) + parts + headlines;
    }

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
