package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Measured;
import io.stowage.ecs.benchmarks.results.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The targets P1 to P16, and M5 and M6 as far as they are times. */
public final class PlacementTargets {
    /** All sizes of clusters. */
    public static final List<Integer> SIZES = List.of(100, 1000, 5000, 10_000, 100_000);
    /** Those of them that targets speak of by name. */
    public static final List<Integer> TENFOLD = List.of(1000, 10_000, 100_000);

    private static final int SMALL = 1000;
    private static final int GREAT = 100_000;
    private static final double MICROSECOND = 1000;
    private static final double TEN_MILLION = 10_000_000;
    private static final double MILLISECOND = 1_000_000;

    private final Sheet sheet;

    private PlacementTargets(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Compares the engine with the scan on every workload that is timed, several at once: nothing is timed yet. */
    public static void compare(List<Integer> sizes) {
        PlacementWorks.all(sizes).entrySet().parallelStream().forEach(entry -> {
            int placed = Agreement.check(entry.getValue(), Agreement.OPERATIONS);
            System.out.println("Engine and scan agree: " + entry.getKey() + ", " + placed + " placed");
        });
        for (int size : sizes) {
            int placed = Runs.check(RunsBenchmark.work(size), RunsBenchmark.RUN, Agreement.OPERATIONS);
            System.out.println(
                    "Engine and scan agree: runs by one call, " + size + " instances, " + placed + " placed");
        }
    }

    /** What tells the forks that they need not compare again. */
    public static String compared() {
        return "-D" + Agreement.DONE + "=true";
    }

    /** The names of the figures that headlines speak of. */
    public static SortedSet<String> headlines() {
        List<Measured> spoken = new ArrayList<>(List.of(
                binpack(SMALL),
                binpack(GREAT),
                named("fork", GREAT, "ForkBenchmark.fork", ""),
                named("deep copy", GREAT, "ForkBenchmark.deepCopy", "")));
        spoken.add(mixed(SMALL));
        spoken.add(mixed(GREAT));
        spoken.add(many(GREAT));
        for (Fill fill : List.of(Fill.EMPTY, Fill.HALF)) {
            spoken.add(aMillion("stowage", fill));
        }
        SortedSet<String> names = new TreeSet<>();
        spoken.forEach(figure -> names.add(figure.figure()));
        return names;
    }

    /** Holds the figures against the targets. */
    public static void check(Sheet sheet) {
        PlacementTargets targets = new PlacementTargets(sheet);
        targets.one();
        targets.ofInstances();
        targets.expressions();
        targets.many();
        targets.deployments();
        targets.full();
        targets.latency();
        targets.million();
        targets.others();
        targets.loading();
    }

    private void one() {
        for (Kind kind : List.of(Kind.BINPACK_MEMORY, Kind.BINPACK_CPU)) {
            String work = kind == Kind.BINPACK_MEMORY ? "binpack memory" : "binpack cpu";
            growth("P1", work, kind, "BinpackBenchmark", 2);
            fasterThanScan("P1", work, SMALL, 8, "BinpackBenchmark", "kind=" + kind);
            fasterThanScan("P1", work, GREAT, 500, "BinpackBenchmark", "kind=" + kind);
            allocation("P1", work, "BinpackBenchmark", "kind=" + kind);
        }
        growth("P2", "spread zones, binpack", null, "SpreadBenchmark", 2);
        allocation("P2", "spread zones, binpack", "SpreadBenchmark", "");
        for (int size : SIZES) {
            sheet.atMostTimes("P2", "spread zones, binpack" + on(size), spread(size), binpack(size), 2.5);
        }
    }

    private void ofInstances() {
        for (Kind kind : List.of(Kind.SPREAD_INSTANCE, Kind.SPREAD_ZONE_INSTANCE)) {
            String work = kind == Kind.SPREAD_INSTANCE ? "spread instances" : "spread zones and instances";
            for (int tasks : List.of(1, 10, 5000)) {
                sheet.atMostTimes(
                        "P3",
                        work + ", service of " + number(tasks) + growing(SMALL),
                        spreadInstance(kind, GREAT, tasks),
                        spreadInstance(kind, SMALL, tasks),
                        2);
            }
            for (int size : SIZES) {
                Measured many = spreadInstance(kind, size, 5000);
                String service = work + ", service of 5,000" + on(size);
                sheet.atMostTimes("P3", service, many, spreadInstance(kind, size, 10), 2);
                sheet.allocatesNothing("P3", service, many);
            }
        }
        for (int tasks : List.of(10, 1000, 5000)) {
            sheet.atMostTimes(
                    "P4",
                    "distinctInstance, service of " + number(tasks) + growing(10_000),
                    distinct(GREAT, tasks),
                    distinct(10_000, tasks),
                    2);
        }
        for (int size : List.of(10_000, GREAT)) {
            String service = "distinctInstance, service of 5,000" + on(size);
            sheet.atMostTimes("P4", service, distinct(size, 5000), distinct(size, 10), 3);
            sheet.allocatesNothing("P4", service, distinct(size, 5000));
        }
    }

    private void expressions() {
        for (Kind kind : List.of(Kind.MEMBER_OF, Kind.MEMBER_OF_SPREAD)) {
            for (int expressions : List.of(1, 200)) {
                String work = (kind == Kind.MEMBER_OF ? "memberOf, binpack, " : "memberOf, spread zones, binpack, ")
                        + (expressions == 1 ? "1 expression" : expressions + " expressions");
                for (int size : SIZES) {
                    Measured ours = memberOf(kind, expressions, size);
                    sheet.atMostTimes("P5", work + on(size), ours, spread(size), 1.5);
                    sheet.allocatesNothing("P5", work + on(size), ours);
                }
                sheet.atMostTimes(
                        "P5",
                        work + growing(SMALL),
                        memberOf(kind, expressions, GREAT),
                        memberOf(kind, expressions, SMALL),
                        2);
            }
        }
        growth("P6", "random, half of the instances full", null, "RandomBenchmark", 1.5);
        allocation("P6", "random, half of the instances full", "RandomBenchmark", "");
    }

    private void many() {
        growth("P7", "200 mixed services", null, "MixedBenchmark", 2);
        fasterThanScan("P7", "200 mixed services", SMALL, 6, "MixedBenchmark", "");
        fasterThanScan("P7", "200 mixed services", 10_000, 60, "MixedBenchmark", "");
        for (int size : TENFOLD) {
            sheet.atMostTimes("P7", "5,000 mixed services against 200" + on(size), many(size), mixed(size), 1.5);
        }
        allocation("P7", "200 mixed services", "MixedBenchmark", "");
        for (int size : TENFOLD) {
            sheet.allocatesAtMost(
                    "P7",
                    "200 mixed services by request and result" + on(size),
                    named("objects", size, "ObjectsBenchmark.place", ""),
                    48);
        }
    }

    private void deployments() {
        for (int size : SIZES) {
            Measured fifty = named("runs", size, "RunsBenchmark.fifty", "");
            sheet.atMostTimes("P8", "runs of 50 tasks" + on(size), fifty, mixed(size), 0.8);
            sheet.allocatesNothing("P8", "runs of 50 tasks" + on(size), fifty);
            sheet.atMostTimes(
                    "P8",
                    "1,000 tasks of one service by handles" + on(size),
                    named("run", size, "RunsBenchmark.thousand", ""),
                    binpack(size),
                    0.25);
            sheet.atMostTimes(
                    "P8",
                    "1,000 tasks of one service by one request" + on(size),
                    named("request", size, "RunsBenchmark.request", ""),
                    binpack(size),
                    0.25);
        }
    }

    private void full() {
        for (int size : SIZES) {
            Measured packed = named("packed", size, "PackedBenchmark.stowage", "");
            sheet.atMostTimes("P9", "nearly full" + on(size), packed, mixed(size), 3);
            sheet.atMostTimes(
                    "P9",
                    "nearly full, a task that fits nowhere" + on(size),
                    named("refused", size, "RefusalBenchmark.refused", ""),
                    packed,
                    3);
            sheet.allocatesNothing("P9", "nearly full" + on(size), packed);
        }
        for (Fill fill : List.of(Fill.ANTI, Fill.ANTI_FEW)) {
            for (Kind kind : List.of(Kind.BINPACK_MEMORY, Kind.SPREAD_ZONE, Kind.DISTINCT)) {
                for (int size : TENFOLD) {
                    String work = (fill == Fill.ANTI ? "no room anywhere, " : "room on one in a hundred, ")
                            + (kind == Kind.BINPACK_MEMORY
                                    ? "binpack"
                                    : kind == Kind.SPREAD_ZONE ? "spread zones, binpack" : "distinctInstance, binpack")
                            + on(size);
                    String params = "fill=" + fill + " instances=" + size + " kind=" + kind;
                    Measured ours = Measured.of("Stowage", "AdversarialBenchmark.stowage " + params);
                    sheet.atMostTimes("P10", work, ours, mixed(size), 3);
                    Measured scan = Measured.of("scan", "AdversarialBenchmark.scan " + params);
                    sheet.atMostTimes("P10", work, ours, scan, 1.2);
                    sheet.allocatesNothing("P10", work, ours);
                }
            }
        }
    }

    private void latency() {
        for (String benchmark : List.of("placement", "afterPauses")) {
            String work = benchmark.equals("placement") ? "one after the other" : "with pauses of 20 ms";
            String name = "LatencyBenchmark." + benchmark + " instances=" + GREAT;
            sheet.atLeast("P11", work + ", operations", Measured.of("timed", name + Figures.SAMPLES), TEN_MILLION);
            sheet.atMostTimes(
                    "P11",
                    work + ", p99.9 against the median",
                    Measured.of("p99.9", name + Figures.ONE_IN_A_THOUSAND),
                    Measured.of("median", name + Figures.MEDIAN),
                    20);
            sheet.atMost("P11", work + ", the slowest", Measured.of("slowest", name + Figures.MOST), MILLISECOND);
            sheet.shown(
                    "P11",
                    work + ", the slowest while its thread had the processor",
                    Measured.of("slowest", name + Figures.MOST_OWN));
        }
    }

    private void million() {
        for (Fill fill : List.of(Fill.EMPTY, Fill.HALF)) {
            String work = "a million tasks on 100,000 instances, " + (fill == Fill.EMPTY ? "empty" : "half full");
            Measured ours = aMillion("stowage", fill);
            sheet.atMost("P12", work, ours, MICROSECOND);
            sheet.rate("P12", work + ", placements", ours);
            sheet.faster("P12", work, ours, aMillion("scan", fill), 100);
        }
    }

    private void others() {
        for (int size : List.of(1000, 10_000)) {
            Measured scan = named("scan", size, "ExplainBenchmark.scan", "");
            sheet.atMostTimes(
                    "P13",
                    "a task that fits nowhere, reasons counted, another one moved before" + on(size),
                    named("Stowage", size, "ExplainBenchmark.stowage", ""),
                    scan,
                    1.5);
            sheet.atMostTimes(
                    "P13",
                    "a task that fits nowhere, reasons counted, nothing changed" + on(size),
                    named("Stowage", size, "ExplainBenchmark.again", ""),
                    scan,
                    1.5);
        }
        for (String change : List.of("joinAndLeave", "attribute", "drain")) {
            String work = change.equals("joinAndLeave") ? "join and leave" : change;
            Measured great = named("change", GREAT, "ChurnBenchmark." + change, "");
            sheet.atMostTimes("P14", work + on(GREAT), great, mixed(GREAT), 20);
            Measured small = named("1,000 instances", SMALL, "ChurnBenchmark." + change, "");
            sheet.atMostTimes("P14", work + growing(SMALL), great, small, 2);
            sheet.allocatesNothing("P14", work + on(GREAT), great);
        }
        sheet.faster(
                "P15",
                "fork a million tasks, place a hundred",
                named("fork", GREAT, "ForkBenchmark.fork", ""),
                named("deep copy", GREAT, "ForkBenchmark.deepCopy", ""),
                50);
        for (Kind kind : List.of(Kind.BINPACK_MEMORY, Kind.SPREAD_ZONE, Kind.SPREAD_INSTANCE)) {
            String params = " instances=10000 kind=" + kind;
            sheet.faster(
                    "P16",
                    "stop 500 of 1,000 tasks, " + kind + on(10_000),
                    Measured.of("Stowage", "ScaleInBenchmark.stowage" + params),
                    Measured.of("scan", "ScaleInBenchmark.scan" + params),
                    10);
        }
    }

    private void loading() {
        sheet.atMostTimes(
                "M5",
                "build the index of 100,000 instances",
                named("build", GREAT, "BuildBenchmark.stowage", ""),
                named("sort", GREAT, "BuildBenchmark.sort", ""),
                3);
        Measured load = named("load", SMALL, "LoadBenchmark.stowage", "");
        sheet.faster(
                "M6", "load 1,000 described instances", load, named("tokens", SMALL, "LoadBenchmark.tokens", ""), 0.6);
        sheet.faster("M6", "load 1,000 described instances", load, named("tree", SMALL, "LoadBenchmark.tree", ""), 1.3);
    }

    private void growth(String row, String work, @Nullable Kind kind, String benchmark, double limit) {
        String params = kind == null ? "" : " kind=" + kind;
        sheet.atMostTimes(
                row,
                work + growing(SMALL),
                Measured.of("100,000 instances", benchmark + ".stowage instances=" + GREAT + params),
                Measured.of("1,000 instances", benchmark + ".stowage instances=" + SMALL + params),
                limit);
    }

    private void fasterThanScan(String row, String work, int size, double times, String benchmark, String params) {
        sheet.faster(
                row,
                work + on(size),
                named("Stowage", size, benchmark + ".stowage", params),
                named("scan", size, benchmark + ".scan", params),
                times);
    }

    private void allocation(String row, String work, String benchmark, String params) {
        for (int size : SIZES) {
            sheet.allocatesNothing(row, work + on(size), named("Stowage", size, benchmark + ".stowage", params));
        }
    }

    private static Measured binpack(int size) {
        return named("P1", size, "BinpackBenchmark.stowage", "kind=BINPACK_MEMORY");
    }

    private static Measured spread(int size) {
        return named("P2", size, "SpreadBenchmark.stowage", "");
    }

    private static Measured mixed(int size) {
        return named("P7", size, "MixedBenchmark.stowage", "");
    }

    private static Measured many(int size) {
        return named("5,000 services", size, "ManyServicesBenchmark.stowage", "");
    }

    private static Measured aMillion(String who, Fill fill) {
        return Measured.of(
                who.equals("scan") ? "scan" : "Stowage",
                "MillionBenchmark." + who + " fill=" + fill + " instances=" + GREAT);
    }

    private static Measured spreadInstance(Kind kind, int size, int tasks) {
        return named(
                "service of " + number(tasks),
                size,
                "SpreadInstanceBenchmark.stowage",
                "kind=" + kind + " tasks=" + tasks);
    }

    private static Measured distinct(int size, int tasks) {
        return named("service of " + number(tasks), size, "DistinctBenchmark.stowage", "tasks=" + tasks);
    }

    private static Measured memberOf(Kind kind, int expressions, int size) {
        return Measured.of(
                "memberOf",
                "MemberOfBenchmark.stowage expressions=" + expressions + " instances=" + size + " kind=" + kind);
    }

    /** A figure whose first parameter is the size of the cluster. */
    private static Measured named(String who, int size, String benchmark, String otherParams) {
        return Measured.of(who, benchmark + " instances=" + size + (otherParams.isEmpty() ? "" : " " + otherParams));
    }

    private static String on(int size) {
        return ", " + number(size) + " instances";
    }

    private static String growing(int from) {
        return ", 100,000 against " + number(from) + " instances";
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
