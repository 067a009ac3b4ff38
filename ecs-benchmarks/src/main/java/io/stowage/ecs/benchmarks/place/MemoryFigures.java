package io.stowage.ecs.benchmarks.place;

import com.sun.management.ThreadMXBean;
import io.stowage.ecs.benchmarks.results.Figure;
import io.stowage.ecs.benchmarks.results.Figures;
import io.stowage.ecs.benchmarks.results.Measured;
import io.stowage.ecs.benchmarks.results.Sheet;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final String SERVICE = "memory.service";
    private static final String DISTINCT = "memory.service, distinctInstance with 2,000 tasks";
    private static final String SPREAD = "memory.service, spread(instanceId) with 2,000 tasks";
    private static final String PRIVATE = "memory.service, with a tree";
    private static final String TREE_SHARE = "load.json, retained against the JSON tree";
    private static final String LOAD_ALLOCATED = "load.json, allocated beyond what is kept";
    private static final String MILLION_ALLOCATED = "place.million, allocated";

    private static final int SERVICES = 200;
    private static final int MORE_SERVICES = 1000;
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
        sheet.atMost("M4", "a service without tasks", of(SERVICE), 1024);
        sheet.atMost("M4", "a service with 2,000 tasks, distinctInstance", of(DISTINCT), instances / 4.0);
        sheet.atMost("M4", "a service with 2,000 tasks, spread(instanceId)", of(SPREAD), instances / 4.0);
        sheet.atMost("M4", "a service with an index of its own", of(PRIVATE), 20.0 * instances);
        sheet.atMost("M6", "retained of what was loaded, against the JSON tree", of(TREE_SHARE), 0.01);
        sheet.atMost("M6", "allocated for an instance, beyond what is kept", of(LOAD_ALLOCATED), 64);
        for (Fill fill : List.of(Fill.EMPTY, Fill.HALF)) {
            String cluster = fill == Fill.EMPTY ? ", empty" : ", half full";
            sheet.atMost("P12", "allocated for a task of a million" + cluster, of(MILLION_ALLOCATED + cluster), 1);
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
        int[] stream = Streams.zipf(SERVICES);
        int tasks = 10 * instances;
        int placed = 0;
        for (int i = 0; i < tasks; i++) {
            if (few.place(stream[i & Streams.LENGTH - 1]) != Placing.NONE) {
                placed++;
            }
        }
        add(TASK, CALLERS_TASK + (double) (retained(few) - before) / placed);
    }

    private void heavyServices() {
        add(DISTINCT, ofService(Kind.DISTINCT, 2000, 0));
        add(SPREAD, ofService(Kind.SPREAD_INSTANCE, 2000, 0));
        // Enough walks past own tasks that the engine finds a tree worth its while.
        add(PRIVATE, ofService(Kind.DISTINCT, instances / 2, 2000));
    }

    /** How much more an index is with a service than with the same tasks of a service that nothing is counted of by instance. */
    private double ofService(Kind kind, int tasks, int operations) {
        Work work = Work.ofOne(kind, instances).withTasks(tasks);
        long before = retained(new Indexed(columns, work.asks()));
        Steady steady = Steady.start(work);
        for (int i = 0; i < operations; i++) {
            steady.operation();
        }
        return new ObjectWalk().without(columns, work, steady.columns()).bytes(((Indexed) steady.placing()).index)
                - (double) before;
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
    }

    private void loading() {
        int described = Math.min(instances, 1000);
        byte[] document = Described.document(Columns.of(Fill.HALF, described)).getBytes(StandardCharsets.UTF_8);
        Allocated<PlacementSession> load = allocated(() -> load(document));
        long kept = new ObjectWalk().bytes(load.result);
        long tree = new ObjectWalk().bytes(new JsonMapper().readTree(document));
        figures.add(TREE_SHARE, Figure.counted((double) kept / tree, "of it"));
        add(LOAD_ALLOCATED, (double) (load.bytes - kept) / described);
    }

    private static PlacementSession load(byte[] document) {
        try {
            List<ContainerInstance> instances = EcsJson.read(
                            DocumentKind.CONTAINER_INSTANCES,
                            "instances.json",
                            new ByteArrayInputStream(document),
                            ReadOptions.standard())
                    .orThrow();
            return PlacementEngine.standard().open(ClusterSnapshot.of(instances, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void million() {
        int[] stream = Streams.zipf(SERVICES);
        int tasks = 10 * instances;
        for (Fill fill : List.of(Fill.EMPTY, Fill.HALF)) {
            Indexed engine = new Indexed(Columns.of(fill, instances), asks.subList(0, SERVICES));
            Allocated<Integer> filled = allocated(() -> {
                int placed = 0;
                for (int i = 0; i < tasks; i++) {
                    if (engine.place(stream[i & Streams.LENGTH - 1]) != Placing.NONE) {
                        placed++;
                    }
                }
                return placed;
            });
            add(
                    MILLION_ALLOCATED + (fill == Fill.EMPTY ? ", empty" : ", half full"),
                    (double) filled.bytes / filled.result);
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
