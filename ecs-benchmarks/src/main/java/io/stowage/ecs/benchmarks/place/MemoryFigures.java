package io.stowage.ecs.benchmarks.place;

import com.sun.management.ThreadMXBean;
import io.stowage.ecs.benchmarks.results.Figure;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Measured;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** M1 to M4, and of M6 and P12 what is allocated and retained. What is retained is counted by an {@link ObjectWalk}. */
public final class MemoryFigures {
    private static final String INSTANCE = "memory.instance";
    private static final String INSTANCE_ID = "memory.instance.id";
    private static final String TASK = "memory.task";
    private static final String TASK_OBJECT = "memory.task, objects";
    private static final String TASK_PLACED = "memory.task, objects, placed by the session";
    private static final String SERVICE = "memory.service";
    private static final String DISTINCT = "memory.service, distinctInstance with 2,000 tasks";
    private static final String SPREAD = "memory.service, spread(instanceId) with 2,000 tasks";
    private static final String PRIVATE = "memory.service, with a tree";
    private static final String TREE_SHARE = "load.json, retained against the JSON tree";
    private static final String LOAD_ALLOCATED = "load.json, allocated beyond what is kept";
    private static final String MILLION_ALLOCATED = "place.million, allocated";

    private static final String MILLION_FIRST = "place.million, allocated the first time, growth of the index included";

    private static final int SERVICES = 200;
    private static final int[] STREAM = Streams.zipf(SERVICES);
    private static final int MORE_SERVICES = 1000;
    /** The tasks of a service that counts them by instance and has many. */
    private static final int HEAVY = 2000;
    /** How often a document is read before anybody counts: until no class is loaded any more. */
    private static final int LOADS = 5;
    /** The identifier of a task as 128 bits, its service and its instance: what a caller of handles keeps. */
    private static final int CALLERS_TASK = 16 + 4 + 4;

    private final Figures figures;
    private final int instances;
    private final Columns columns;
    private final List<Ask> asks = Kind.MIXED.asks(SERVICES + MORE_SERVICES);

    private MemoryFigures(Figures figures, int instances) {
        this.figures = figures;
        this.instances = instances;
        this.columns = Columns.of(Fill.HALF, instances);
    }

    /**
     * Measures.
     *
     * @param instances how large the cluster is; targets are meant for 100,000
     */
    public static void measure(Figures figures, int instances) {
        MemoryFigures memory = new MemoryFigures(figures, instances);
        memory.handles();
        memory.heavyServices();
        memory.objects();
        memory.loading();
        memory.million();
    }

    /** Holds the figures against the targets. */
    public static void check(Sheet sheet, int instances) {
        sheet.atMost("M1", "an instance, by handles, indexes for 200 mixed services included", of(INSTANCE), 96);
        sheet.atMost("M2", "an instance of a session, with its identifier and its attributes", of(INSTANCE_ID), 160);
        sheet.atMost("M3", "a task, by handles, with 128 bits of identifier", of(TASK), 40);
        sheet.atMost("M3", "a task of a session", of(TASK_OBJECT), 40);
        sheet.atMost("M3", "a task that a session placed and named", of(TASK_PLACED), 40);
        sheet.atMost("M4", "a service without tasks", of(SERVICE), 1024);
        sheet.atMost("M4", "a service with 2,000 tasks, distinctInstance", of(DISTINCT), instances / 4.0);
        sheet.atMost("M4", "a service with 2,000 tasks, spread(instanceId)", of(SPREAD), instances / 4.0);
        sheet.atMost("M4", "a service with an index of its own", of(PRIVATE), 20.0 * instances);
        sheet.atMost("M6", "retained of what was loaded, against the JSON tree", of(TREE_SHARE), 0.01);
        sheet.atMost("M6", "allocated for an instance, beyond what is kept", of(LOAD_ALLOCATED), 64);
        for (Fill fill : List.of(Fill.EMPTY, Fill.HALF)) {
            String cluster = fill == Fill.EMPTY ? ", empty" : ", half full";
            sheet.atMost("P12", "allocated for a task of a million" + cluster, of(MILLION_ALLOCATED + cluster), 1);
            sheet.atMost(
                    "P12",
                    "allocated the first time for a task of a million, growth of the index included" + cluster,
                    of(MILLION_FIRST + cluster),
                    1);
        }
    }

    private static Measured of(String figure) {
        return Measured.of("Stowage", figure);
    }

    private void add(String name, double bytes) {
        figures.add(name, Figure.counted(bytes, "B"));
    }

    /** What an engine holds itself: neither the columns that it was made from, nor the services as they were asked for. */
    private long retained(Indexed engine) {
        return new ObjectWalk().without(columns, asks).bytes(engine.index);
    }

    private void handles() {
        Indexed few = new Indexed(columns, asks.subList(0, SERVICES));
        long before = retained(few);
        add(INSTANCE, (double) before / instances);
        Indexed many = new Indexed(columns, asks);
        add(SERVICE, (double) (retained(many) - before) / MORE_SERVICES);
        int tasks = 10 * instances;
        int placed = 0;
        for (int i = 0; i < tasks; i++) {
            if (few.place(STREAM[i & Streams.LENGTH - 1]) != Placing.NONE) {
                placed++;
            }
        }
        add(TASK, CALLERS_TASK + (double) (retained(few) - before) / placed);
    }

    private void heavyServices() {
        add(DISTINCT, ofService(Kind.DISTINCT, false));
        add(SPREAD, ofService(Kind.SPREAD_INSTANCE, false));
        add(PRIVATE, ofService(Kind.DISTINCT, true));
    }

    /**
     * How much more an index is with a service of many tasks than with the same tasks where nobody counts them by instance.
     *
     * @param placed whether the service placed its tasks itself, walking past those before, which gets it an index of its own; otherwise it
     *     has them as one has that is read from a snapshot
     */
    private double ofService(Kind kind, boolean placed) {
        Steady steady = Steady.start(Work.ofOne(kind, instances).withTasks(HEAVY));
        Indexed without = new Indexed(columns, Kind.BINPACK_MEMORY.asks(1));
        steady.forEachTask((service, instance) -> without.book(kind.asks(1).get(service), instance));
        Indexed with = (Indexed) steady.placing();
        if (!placed) {
            Indexed loaded = new Indexed(columns, kind.asks(1));
            steady.forEachTask((service, instance) -> {
                loaded.book(kind.asks(1).get(service), instance);
                loaded.count(service, instance);
            });
            with = loaded;
        }
        return new ObjectWalk().without(columns, steady.columns()).bytes(with.index) - (double) retained(without);
    }

    private void objects() {
        Work work = Work.ofMany(Fill.HALF, Kind.MIXED, instances).withTasks(3 * instances);
        ClusterSnapshot empty = columns.snapshot(List.of());
        PlacementSession session = PlacementEngine.standard().open(empty);
        work.asks().forEach(ask -> session.place(ask.request(1)));
        long bytes = new ObjectWalk().bytes(session);
        add(INSTANCE_ID, (double) bytes / instances);
        PlacementSession filled =
                PlacementEngine.standard().open(Steady.start(work).snapshot());
        work.asks().forEach(ask -> filled.place(ask.request(1)));
        add(TASK_OBJECT, (double) (new ObjectWalk().bytes(filled) - bytes) / work.tasks());
        PlacementSession placing = PlacementEngine.standard().open(empty);
        List<PlacementRequest> requests =
                work.asks().stream().map(ask -> ask.request(1)).toList();
        requests.forEach(placing::place);
        int placed = 0;
        for (int i = 0; i < work.tasks(); i++) {
            placed +=
                    placing.place(requests.get(STREAM[i & Streams.LENGTH - 1])).placed();
        }
        add(TASK_PLACED, (double) (new ObjectWalk().bytes(placing) - bytes) / placed);
    }

    private void loading() {
        int described = Math.min(instances, 1000);
        byte[] document = Described.document(Columns.of(Fill.HALF, described)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < LOADS; i++) {
            LoadBenchmark.load(document);
        }
        Allocated<PlacementSession> load = allocated(() -> LoadBenchmark.load(document));
        long kept = new ObjectWalk().bytes(load.result);
        long tree = new ObjectWalk().bytes(new JsonMapper().readTree(document));
        figures.add(TREE_SHARE, Figure.counted((double) kept / tree, "of it"));
        add(LOAD_ALLOCATED, (double) (load.bytes - kept) / described);
    }

    /**
     * A placement allocates nothing, but the tallies of an index grow with the tasks that they count. So the cluster is filled, emptied and
     * filled again: what is allocated then is what placements allocate. The first time has a row of its own, and {@link #TASK} says what
     * of it stays.
     */
    private void million() {
        int tasks = 10 * instances;
        int[] goesTo = new int[tasks];
        for (Fill fill : List.of(Fill.EMPTY, Fill.HALF)) {
            Indexed engine = new Indexed(Columns.of(fill, instances), asks.subList(0, SERVICES));
            Allocated<Integer> first = allocated(() -> fill(engine, goesTo));
            release(engine, goesTo);
            Allocated<Integer> again = allocated(() -> fill(engine, goesTo));
            String cluster = fill == Fill.EMPTY ? ", empty" : ", half full";
            add(MILLION_FIRST + cluster, (double) first.bytes / first.result);
            add(MILLION_ALLOCATED + cluster, (double) again.bytes / again.result);
        }
    }

    private static int fill(Indexed engine, int[] goesTo) {
        int placed = 0;
        for (int i = 0; i < goesTo.length; i++) {
            goesTo[i] = engine.place(STREAM[i & Streams.LENGTH - 1]);
            if (goesTo[i] != Placing.NONE) {
                placed++;
            }
        }
        return placed;
    }

    private static void release(Indexed engine, int[] goesTo) {
        for (int i = 0; i < goesTo.length; i++) {
            if (goesTo[i] != Placing.NONE) {
                engine.release(STREAM[i & Streams.LENGTH - 1], goesTo[i]);
            }
        }
    }

    private record Allocated<T>(T result, long bytes) {}

    private static <T> Allocated<T> allocated(Supplier<T> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        T result = work.get();
        return new Allocated<>(result, threads.getCurrentThreadAllocatedBytes() - before);
    }
}
