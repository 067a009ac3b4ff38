package io.stowage.ecs.benchmarks;

import io.stowage.ecs.benchmarks.place.WorkloadData;
import io.stowage.ecs.benchmarks.quality.QualityFigures;
import io.stowage.ecs.benchmarks.results.Again;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Remarks;
import io.stowage.ecs.benchmarks.results.Results;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.benchmarks.results.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Runs suites, and writes one table and one file with every figure. What is known is written whenever a suite is done. */
final class SuiteRun {
    private final String word;
    private final List<Suite> suites;
    private final Effort effort;
    private final Path folder;
    private final Figures figures = new Figures();
    private final List<Suite> done = new ArrayList<>();

    private SuiteRun(String word, List<Suite> suites, Effort effort, Path folder) {
        this.word = word;
        this.suites = suites;
        this.effort = effort;
        this.folder = folder;
    }

    /**
     * What the arguments ask for.
     *
     * @param args the name of a suite or {@code all}, then the options of {@link Effort} and the folder for what is written
     * @throws IllegalArgumentException if the arguments make no sense
     */
    static SuiteRun of(List<String> args) {
        String word = args.isEmpty() ? "" : args.get(0);
        List<Suite> suites = Suite.of(word);
        List<String> folders =
                args.stream().skip(1).filter(arg -> !arg.startsWith("--")).toList();
        if (folders.size() > 1) {
            throw new IllegalArgumentException("what is written goes to one folder; " + folders + " are several");
        }
        Path folder = Path.of(folders.isEmpty() ? "target" : folders.get(0));
        return new SuiteRun(word, suites, Effort.of(args), folder);
    }

    /**
     * Runs the suites, into one table.
     *
     * @throws IOException if the files cannot be written
     * @throws RunnerException if a benchmark fails
     */
    void run() throws IOException, RunnerException {
        double seconds =
                suites.stream().mapToDouble(suite -> suite.seconds(effort)).sum();
        System.out.println("This takes about " + minutes(seconds) + " on an idle machine of two cores.");
        long before = System.nanoTime();
        for (Suite suite : suites) {
            measure(suite);
            System.out.println(suite.title() + ", done after " + minutes((System.nanoTime() - before) / 1e9) + ".");
        }
        System.out.println(results().table());
    }

    private void measure(Suite suite) throws IOException, RunnerException {
        Set<String> before = figures.all().keySet();
        suite.measure(figures, effort);
        done.add(suite);
        results();
        if (effort.full()) {
            SortedSet<String> restless = figures.restless(Effort.RESTLESS);
            restless.removeAll(before);
            restless.removeAll(suite.headlines());
            for (Map.Entry<Part.Pace, SortedSet<String>> entry :
                    suite.byPace(restless, true).entrySet()) {
                measureAgain(entry.getValue(), effort.timing(entry.getKey()));
            }
        }
        measureAgain(suite.headlines(), effort.timing(Part.Pace.LONG));
        if (effort.again()) {
            SortedSet<String> missing = new TreeSet<>();
            // What JMH measures, without what was counted of it.
            sheet().missing().forEach(name -> missing.add(name.split(", ", 2)[0]));
            missing.removeAll(suite.headlines());
            for (Map.Entry<Part.Pace, SortedSet<String>> entry :
                    suite.byPace(missing, false).entrySet()) {
                Part.Pace pace = entry.getKey();
                measureAgain(entry.getValue(), pace == Part.Pace.ONCE ? Timing.ONCE : Timing.LOOK);
            }
        }
        results();
    }

    /** For people. */
    static String minutes(double seconds) {
        long minutes = Math.round(Math.ceil(seconds / 60));
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }

    private void measureAgain(SortedSet<String> names, Timing timing) throws RunnerException {
        for (Again again : Again.of(names)) {
            ChainedOptionsBuilder options = timing.options(again.benchmark());
            again.params().forEach(options::param);
            figures.replaceAll(Suite.run(options));
        }
    }

    private Sheet sheet() {
        Sheet sheet = new Sheet(figures, Remarks.read());
        for (Suite suite : done) {
            sheet.unmeasured(effort.full() ? Verdict.NOT_MEASURED : suite.unmeasuredInQuickRun());
            suite.check(sheet);
        }
        return sheet;
    }

    /** What the suites that are done came to, written. */
    private Results results() throws IOException {
        String title = done.stream().map(Suite::title).collect(Collectors.joining(", "));
        String mode = done.stream().map(suite -> suite.mode(effort)).distinct().collect(Collectors.joining("; "));
        Map<String, String> data = new LinkedHashMap<>(WorkloadData.hashes());
        data.put("GPU trace", QualityFigures.traceHash());
        Results results = new Results(title, mode, figures, sheet().lines(), data, done.contains(Suite.PLACEMENT));
        results.writeJson(folder.resolve(word + ".json"));
        results.writeTable(folder.resolve(word + ".md"));
        return results;
    }
}
