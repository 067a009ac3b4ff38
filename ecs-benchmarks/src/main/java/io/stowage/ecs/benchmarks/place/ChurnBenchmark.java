package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.placement.internal.index.Demand;
import io.stowage.ecs.placement.internal.index.PlacementIndex;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * P14: instances come, go and change while 200 services live. A placement and a release follow each change, so that work that is only put off
 * is counted too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChurnBenchmark {
    private static final int SERVICES = 200;
    private static final int ACTIVE = 1;
    private static final int DRAINING = 2;

    /** How many instances there are. */
    @Param({"1000", "10000", "100000"})
    public int instances = 1000;

    private PlacementIndex index = new PlacementIndex();
    private int[] zones = {};
    private int[] states = {};
    private int[] stream = {};
    private int next;
    private int place;
    private final int[] values = new int[2];

    /** For JMH. */
    public ChurnBenchmark() {}

    /** Places the tasks that are there before anything is timed. */
    @Setup
    public void prepare() {
        Columns columns = Columns.of(Fill.HALF, instances);
        stream = Streams.zipf(SERVICES);
        index = Indexed.instances(columns);
        zones = new int[instances + 1];
        states = new int[instances + 1];
        for (int i = 0; i < instances; i++) {
            zones[i] = 1 + columns.zone[i];
            states[i] = ACTIVE;
        }
        int zone = index.addDimension(instance -> zones[instance]);
        index.addDimension(instance -> states[instance]);
        List<Ask> asks = Kind.MIXED.asks(SERVICES);
        for (Ask ask : asks) {
            int[] chain =
                    ask.order() == Ask.Order.ZONE_MEMORY ? new int[] {zone, Demand.MEMORY} : new int[] {Demand.MEMORY};
            Demand demand = Demand.of(ask.cpuUnits(), ask.memoryMib(), index.addTally())
                    .by(chain)
                    .among(instance -> states[instance] == ACTIVE && (ask.zones() >> zones[instance] - 1 & 1) != 0);
            index.addService(ask.distinct() ? demand.distinctInstance() : demand);
        }
        for (int i = 0; i < 3 * instances && i < 60_000; i++) {
            place();
        }
    }

    private int place() {
        int service = stream[next];
        next = next + 1 & Streams.LENGTH - 1;
        return index.place(service);
    }

    private int placeAndRelease() {
        int service = stream[next];
        int instance = place();
        if (instance != Placing.NONE) {
            index.release(service, instance);
        }
        return instance;
    }

    private int nextInstance() {
        place = place + 7919;
        if (place >= instances) {
            place %= instances;
        }
        return place;
    }

    /** Only the placement and the release, for comparison. */
    @Benchmark
    public int nothing() {
        return placeAndRelease();
    }

    /** An instance joins in the middle of the others, and leaves. */
    @Benchmark
    public int joinAndLeave() {
        int at = nextInstance();
        values[0] = 1 + at % 3;
        values[1] = ACTIVE;
        zones[instances] = values[0];
        states[instances] = ACTIVE;
        int instance = index.register(at, values, Columns.CPU_UNITS, Columns.MEMORY_MIB);
        int placed = placeAndRelease();
        index.deregister(instance);
        return placed;
    }

    /** An attribute that services spread over changes. */
    @Benchmark
    public int attribute() {
        int instance = nextInstance();
        zones[instance] = 1 + zones[instance] % 3;
        reclassify(instance);
        return placeAndRelease();
    }

    /** An instance begins to drain, and is active again after the placement. */
    @Benchmark
    public int drain() {
        int instance = nextInstance();
        states[instance] = DRAINING;
        reclassify(instance);
        int placed = placeAndRelease();
        states[instance] = ACTIVE;
        reclassify(instance);
        return placed;
    }

    private void reclassify(int instance) {
        values[0] = zones[instance];
        values[1] = states[instance];
        index.reclassify(instance, values);
    }
}
