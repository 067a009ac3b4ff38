package io.stowage.ecs.benchmarks.fenzo;

import io.stowage.ecs.benchmarks.PeerSuite;
import io.stowage.ecs.benchmarks.place.Batch;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Sheet;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures the library and Fenzo on the same batches. */
public final class FenzoSuite implements PeerSuite {
    private static final String PROTOBUF = "com/google/protobuf/GeneratedMessage.class";
    private static final int LARGE = 5000;
    private static final int OF_LIBRARY = 50;

    /** For the service loader. */
    public FenzoSuite() {}

    /** Fenzo is there, and the version of protobuf that it was built for comes before that of others. */
    @Override
    public boolean isReady() {
        ClassLoader loader = FenzoSuite.class.getClassLoader();
        URL protobuf = loader.getResource(PROTOBUF);
        return loader.getResource("com/netflix/fenzo/TaskScheduler.class") != null
                && protobuf != null
                && protobuf.toString().contains("protobuf-java-2.");
    }

    @Override
    public void measure(Figures figures, boolean full) throws RunnerException {
        String[] small = sizes(full, false);
        String[] large = sizes(full, true);
        FenzoTargets.add(
                figures,
                ofLibrary(full, Stream.of(small, large).flatMap(Stream::of).toArray(String[]::new)));
        for (Setting setting : Setting.values()) {
            List<FenzoWork> works = works(full, setting);
            FenzoTargets.add(figures, ofFenzo(full, setting, works, small));
            FenzoTargets.add(figures, ofFenzo(full, setting, works, large));
        }
        List<FenzoWork> ofOne = List.of(FenzoWork.BALANCED_ONE, FenzoWork.BALANCED_ONE_TUNED);
        FenzoTargets.add(figures, ofFenzo(full, Setting.EXACT, ofOne, "100"));
    }

    private static String[] sizes(boolean full, boolean large) {
        return FenzoTargets.SIZES.stream()
                .filter(size -> large == (size >= LARGE) && (full || size <= LARGE))
                .map(String::valueOf)
                .toArray(String[]::new);
    }

    private static List<FenzoWork> works(boolean full, Setting setting) {
        return setting == Setting.EXACT || full
                ? List.of(
                        FenzoWork.BINPACK,
                        FenzoWork.ATTR,
                        FenzoWork.BALANCED,
                        FenzoWork.BALANCED_TUNED,
                        FenzoWork.MIXED)
                : List.of(FenzoWork.BINPACK);
    }

    /** Its calls are short, so that it takes many until all of it is compiled. */
    private static Collection<RunResult> ofLibrary(boolean full, String... sizes) throws RunnerException {
        ChainedOptionsBuilder options =
                options("BatchBenchmark", full, sizes).warmupIterations(300).measurementIterations(OF_LIBRARY);
        return new Runner(options.build()).run();
    }

    /** On large clusters one call looks at millions of hosts, and is warm long before its end. */
    private static Collection<RunResult> ofFenzo(boolean full, Setting setting, List<FenzoWork> works, String... sizes)
            throws RunnerException {
        boolean large = Integer.parseInt(sizes[0]) >= LARGE;
        ChainedOptionsBuilder options = options("FenzoBenchmark", full, sizes)
                .param("setting", setting.name())
                .param("work", works.stream().map(Enum::name).toArray(String[]::new))
                .warmupIterations(large ? 1 : 3)
                .measurementIterations(large ? 2 : 5)
                .shouldDoGC(true);
        return new Runner(options.build()).run();
    }

    private static ChainedOptionsBuilder options(String benchmark, boolean full, String... sizes) {
        return new OptionsBuilder()
                .include("\\.fenzo\\." + benchmark + "\\.")
                .param("instances", sizes)
                .forks(full ? 3 : 1)
                .shouldFailOnError(true);
    }

    @Override
    public void check(Sheet sheet) {
        FenzoTargets.check(sheet);
    }

    @Override
    public String mode(boolean full) {
        return "Batches of " + Batch.TASKS + " tasks, each in a new session and by a new scheduler, " + (full ? 3 : 1)
                + " forks; of Fenzo the fastest of 2 to 5 iterations, of Stowage the median of "
                + OF_LIBRARY;
    }
}
