package io.stowage.ecs.benchmarks.fenzo;

import io.stowage.ecs.benchmarks.place.Batch;
import io.stowage.ecs.benchmarks.place.BatchWork;
import io.stowage.ecs.benchmarks.results.Figure;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Measured;
import io.stowage.ecs.benchmarks.results.Sheet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** How many times as many tasks a second the library has to place: its median against Fenzo's fastest. */
final class FenzoTargets {
    /** The sizes that targets speak of. */
    static final List<Integer> SIZES = List.of(100, 1000, 5000, 10_000);

    private static final String ROW = "F";
    private static final double NANOSECONDS = 1e9;

    private static final List<Target> TARGETS = List.of(
            new Target(FenzoWork.BINPACK, Setting.EXACT, 100, 100),
            new Target(FenzoWork.BINPACK, Setting.EXACT, 1000, 1000),
            new Target(FenzoWork.BINPACK, Setting.EXACT, 5000, 5000),
            new Target(FenzoWork.BINPACK, Setting.EXACT, 10_000, 10_000),
            new Target(FenzoWork.ATTR, Setting.EXACT, 100, 100),
            new Target(FenzoWork.ATTR, Setting.EXACT, 1000, 700),
            new Target(FenzoWork.ATTR, Setting.EXACT, 5000, 2500),
            new Target(FenzoWork.ATTR, Setting.EXACT, 10_000, 5000),
            new Target(FenzoWork.BALANCED, Setting.EXACT, 100, 200),
            new Target(FenzoWork.BALANCED, Setting.EXACT, 1000, 4000),
            new Target(FenzoWork.BALANCED, Setting.EXACT, 5000, 15_000),
            new Target(FenzoWork.BALANCED, Setting.EXACT, 10_000, 25_000),
            new Target(FenzoWork.BALANCED_ONE, Setting.EXACT, 100, 5000),
            new Target(FenzoWork.MIXED, Setting.EXACT, 100, 100),
            new Target(FenzoWork.MIXED, Setting.EXACT, 1000, 800),
            new Target(FenzoWork.MIXED, Setting.EXACT, 5000, 4000),
            new Target(FenzoWork.MIXED, Setting.EXACT, 10_000, 8000),
            new Target(FenzoWork.BINPACK, Setting.LOOSE, 1000, 100),
            new Target(FenzoWork.BINPACK, Setting.LOOSE, 5000, 300),
            new Target(FenzoWork.BINPACK, Setting.LOOSE, 10_000, 800));

    private record Target(FenzoWork work, Setting setting, int instances, double times) {
        boolean speaksOf(FenzoWork otherWork, Setting otherSetting, int otherInstances) {
            return work == otherWork && setting == otherSetting && instances == otherInstances;
        }
    }

    private FenzoTargets() {}

    /** Adds what JMH measured, as tasks a second: of Fenzo the fastest iteration, of the library the median. */
    static void add(Figures figures, Collection<RunResult> results) {
        for (RunResult result : results) {
            double[] nanoseconds = result.getBenchmarkResults().stream()
                    .map(BenchmarkResult::getIterationResults)
                    .flatMap(Collection::stream)
                    .<Result<?>>map(IterationResult::getPrimaryResult)
                    .mapToDouble(Result::getScore)
                    .sorted()
                    .toArray();
            String benchmark = result.getParams().getBenchmark();
            String work = result.getParams().getParam("work");
            int instances = Integer.parseInt(result.getParams().getParam("instances"));
            if (benchmark.endsWith(".fenzo")) {
                Setting setting = Setting.valueOf(result.getParams().getParam("setting"));
                figures.add(
                        fenzo(FenzoWork.valueOf(work), setting, instances),
                        tasksPerSecond(nanoseconds, nanoseconds[0]));
            } else {
                figures.add(
                        library(
                                BatchWork.valueOf(work),
                                Requests.valueOf(result.getParams().getParam("requests")),
                                instances),
                        tasksPerSecond(nanoseconds, median(nanoseconds)));
            }
        }
    }

    private static Figure tasksPerSecond(double[] sorted, double nanoseconds) {
        double spread = (sorted[sorted.length - 1] - sorted[0]) / median(sorted);
        return new Figure(Batch.TASKS * NANOSECONDS / nanoseconds, "tasks/s", spread, Double.NaN);
    }

    static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Holds the figures against the targets, and shows what else was measured. */
    static void check(Sheet sheet) {
        for (Target target : TARGETS) {
            sheet.atLeastTimes(
                    ROW,
                    target.work().words(target.setting()) + on(target.instances()),
                    library(target.work(), Requests.EACH, target.instances()),
                    fenzoFastest(target.work(), target.setting(), target.instances()),
                    target.times());
        }
        for (FenzoWork work : FenzoWork.values()) {
            for (Setting setting : Setting.values()) {
                for (int instances : FenzoSuite.sizes(work, setting)) {
                    Measured fenzo = fenzoFastest(work, setting, instances);
                    String words = work.words(setting) + on(instances);
                    if (TARGETS.stream().noneMatch(target -> target.speaksOf(work, setting, instances))) {
                        sheet.beside(ROW, words, library(work, Requests.EACH, instances), fenzo);
                    } else {
                        Measured known = library(work, Requests.KNOWN, instances);
                        sheet.beside(ROW, words + ", " + Requests.KNOWN.words(), known, fenzo);
                    }
                }
            }
        }
    }

    private static Measured library(FenzoWork work, Requests requests, int instances) {
        return Measured.of("Stowage", library(work.batch(), requests, instances));
    }

    private static Measured fenzoFastest(FenzoWork work, Setting setting, int instances) {
        return Measured.of("Fenzo", fenzo(work, setting, instances));
    }

    /** The figure of the library; of the same batch for all means of Fenzo to do it. */
    static String library(BatchWork work, Requests requests, int instances) {
        return "fenzo.batch, Stowage, median, " + requests.words() + ", " + work + ", " + instances;
    }

    static String fenzo(FenzoWork work, Setting setting, int instances) {
        return "fenzo.batch, Fenzo, fastest, " + setting + ", " + work + ", " + instances;
    }

    private static String on(int instances) {
        return String.format(Locale.ROOT, ", %,d instances", instances);
    }
}
