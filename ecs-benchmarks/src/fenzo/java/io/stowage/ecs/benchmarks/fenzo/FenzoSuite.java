package io.stowage.ecs.benchmarks.fenzo;

import io.stowage.ecs.benchmarks.PeerFolder;
import io.stowage.ecs.benchmarks.PeerSuite;
import io.stowage.ecs.benchmarks.place.Batch;
import io.stowage.ecs.benchmarks.place.BatchWork;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Sheet;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures the library and Fenzo on the same batches. */
public final class FenzoSuite implements PeerSuite {
    private static final int LARGE = 5000;
    private static final List<FenzoWork> OF_ONE = List.of(FenzoWork.BALANCED_ONE, FenzoWork.BALANCED_ONE_TUNED);

    /**
     * How many calls of the library are made.
     *
     * @param warmups those before, which are not timed
     * @param measured those that are timed
     */
    private record Shots(int warmups, int measured) {
        /**
         * A call takes a millisecond, and what it calls is compiled while others are made: on a hundred instances it is ten times as fast after
         * some hundred calls as in the first thirty. Most of the time goes into sessions to place on.
         */
        static Shots of(boolean full, boolean large) {
            if (full) {
                return large ? new Shots(150, 40) : new Shots(600, 50);
            }
            return large ? new Shots(150, 30) : new Shots(500, 30);
        }

        String afterWarmups() {
            return measured + " after " + warmups;
        }
    }

    /** For the service loader. */
    public FenzoSuite() {}

    /** The build has put Fenzo, and what it needs, beside the library. */
    @Override
    public boolean isReady() {
        return PeerFolder.of("fenzo").isPresent();
    }

    @Override
    public void measure(Figures figures, boolean full) throws RunnerException {
        PeerFolder folder = PeerFolder.of("fenzo").orElseThrow();
        // Its protobuf is years older than the one of other peers: it comes first, and only where Fenzo runs.
        folder.first(() -> measureThere(figures, full));
    }

    private static void measureThere(Figures figures, boolean full) throws RunnerException {
        if (full) {
            everything(figures);
        } else {
            quick(figures);
        }
    }

    private static void everything(Figures figures) throws RunnerException {
        String[] small = sizes(false);
        String[] large = sizes(true);
        for (Requests requests : Requests.values()) {
            FenzoTargets.add(figures, ofLibrary(true, requests, List.of(BatchWork.values()), small));
            FenzoTargets.add(figures, ofLibrary(true, requests, List.of(BatchWork.values()), large));
        }
        for (Setting setting : Setting.values()) {
            List<FenzoWork> works = works(setting);
            FenzoTargets.add(figures, ofFenzo(true, setting, works, small));
            FenzoTargets.add(figures, ofFenzo(true, setting, works, large));
        }
        FenzoTargets.add(figures, ofFenzo(true, Setting.EXACT, OF_ONE, "100"));
    }

    /** What has a target: all of it up to 1,000 instances, and on 5,000 what headlines speak of. A call for 10,000 takes up to ten seconds. */
    private static void quick(Figures figures) throws RunnerException {
        List<FenzoWork> works = List.of(FenzoWork.BINPACK, FenzoWork.ATTR, FenzoWork.BALANCED, FenzoWork.MIXED);
        List<FenzoWork> ofHeadlines = List.of(FenzoWork.BINPACK, FenzoWork.MIXED);
        List<FenzoWork> ofOne = List.of(FenzoWork.BALANCED_ONE);
        quick(figures, Setting.EXACT, works, "100", "1000");
        quick(figures, Setting.EXACT, ofOne, "100");
        quick(figures, Setting.EXACT, ofHeadlines, "5000");
        FenzoTargets.add(figures, ofFenzo(false, Setting.LOOSE, List.of(FenzoWork.BINPACK), "1000"));
        FenzoTargets.add(figures, ofFenzo(false, Setting.LOOSE, List.of(FenzoWork.BINPACK), "5000"));
    }

    private static void quick(Figures figures, Setting setting, List<FenzoWork> works, String... sizes)
            throws RunnerException {
        List<BatchWork> batches = works.stream().map(FenzoWork::batch).toList();
        FenzoTargets.add(figures, ofLibrary(false, Requests.EACH, batches, sizes));
        FenzoTargets.add(figures, ofFenzo(false, setting, works, sizes));
    }

    private static String[] sizes(boolean large) {
        return FenzoTargets.SIZES.stream()
                .filter(size -> large == (size >= LARGE))
                .map(String::valueOf)
                .toArray(String[]::new);
    }

    /** On which clusters a full run measures what. */
    static List<Integer> sizes(FenzoWork work, Setting setting) {
        if (setting == Setting.EXACT && OF_ONE.contains(work)) {
            return List.of(100);
        }
        return works(setting).contains(work) ? FenzoTargets.SIZES : List.of();
    }

    private static List<FenzoWork> works(Setting setting) {
        return setting == Setting.EXACT
                ? List.of(
                        FenzoWork.BINPACK,
                        FenzoWork.ATTR,
                        FenzoWork.BALANCED,
                        FenzoWork.BALANCED_TUNED,
                        FenzoWork.MIXED)
                : List.of(FenzoWork.BINPACK);
    }

    /** Targets speak of a request for each task, so that is measured in three forks. */
    private static Collection<RunResult> ofLibrary(
            boolean full, Requests requests, List<BatchWork> works, String... sizes) throws RunnerException {
        Shots shots = Shots.of(full, Integer.parseInt(sizes[0]) >= LARGE);
        ChainedOptionsBuilder options = options("BatchBenchmark", full && requests == Requests.EACH ? 3 : 1, sizes)
                .param("requests", requests.name())
                .param("work", works.stream().map(Enum::name).toArray(String[]::new))
                .warmupIterations(shots.warmups())
                .measurementIterations(shots.measured());
        return new Runner(options.build()).run();
    }

    /** On large clusters one call looks at millions of hosts, and is warm long before its end, unless it takes one of the first. */
    private static Collection<RunResult> ofFenzo(boolean full, Setting setting, List<FenzoWork> works, String... sizes)
            throws RunnerException {
        boolean large = Integer.parseInt(sizes[0]) >= LARGE;
        ChainedOptionsBuilder options = options("FenzoBenchmark", 1, sizes)
                .param("setting", setting.name())
                .param("work", works.stream().map(Enum::name).toArray(String[]::new))
                .warmupIterations(!full || (large && setting != Setting.LOOSE) ? 1 : 10)
                .measurementIterations(large ? 2 : full ? 5 : 3)
                .shouldDoGC(true);
        return new Runner(options.build()).run();
    }

    private static ChainedOptionsBuilder options(String benchmark, int forks, String... sizes) {
        return new OptionsBuilder()
                .include("\\.fenzo\\." + benchmark + "\\.")
                .param("instances", sizes)
                .forks(forks)
                .shouldFailOnError(true);
    }

    @Override
    public double seconds(boolean full) {
        return full ? 1030 : 145;
    }

    @Override
    public void check(Sheet sheet) {
        FenzoTargets.check(sheet);
    }

    @Override
    public String mode(boolean full) {
        Shots small = Shots.of(full, false);
        Shots large = Shots.of(full, true);
        return "Batches of " + Batch.TASKS + " tasks, each in a new session and by a new scheduler; of Fenzo the"
                + " fastest of 2 to " + (full ? 5 : 3) + " calls, of Stowage the median of " + small.afterWarmups()
                + " that warm up, on " + LARGE + " instances and more of " + large.afterWarmups()
                + (full ? ", in each of 3 forks" : "");
    }
}
