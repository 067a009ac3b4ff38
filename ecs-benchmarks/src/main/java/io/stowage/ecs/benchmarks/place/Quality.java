package io.stowage.ecs.benchmarks.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What the engine makes of the common workload, for those who judge placements and not times. */
public final class Quality {
    /** How many tasks are placed. */
    public static final int TASKS = 1000;

    /** CPU units of an instance. */
    public static final int CPU_UNITS = Columns.CPU_UNITS;

    /** MiB of an instance. */
    public static final int MEMORY_MIB = Columns.MEMORY_MIB;

    private static final int INSTANCES = 1000;

    private Quality() {}

    /** A service spreads its tasks over zones where there is room: how many more the fullest zone has than the emptiest. */
    public static int zoneDifference() {
        Columns columns = Columns.of(Fill.HALF, INSTANCES);
        Indexed engine = new Indexed(columns, Kind.SPREAD_ZONE.asks(1));
        int[] counts = new int[Columns.ZONES.size()];
        for (int i = 0; i < TASKS; i++) {
            counts[columns.zone[engine.place(0)]]++;
        }
        Arrays.sort(counts);
        return counts[counts.length - 1] - counts[0];
    }

    /** Services of all shapes pack on an empty cluster by memory, or by CPU: how many instances they use. */
    public static int usedInstances(boolean byMemory) {
        Kind kind = byMemory ? Kind.BINPACK_MEMORY : Kind.BINPACK_CPU;
        Indexed engine = new Indexed(Columns.of(Fill.EMPTY, INSTANCES), kind.asks(200));
        int[] stream = Streams.uniform(200);
        BitSet used = new BitSet();
        for (int i = 0; i < TASKS; i++) {
            used.set(engine.place(stream[i]));
        }
        return used.cardinality();
    }

    /** The tasks that {@link #usedInstances} packs, each with its CPU units and its MiB. */
    public static List<int[]> packed() {
        int[] stream = Streams.uniform(200);
        List<int[]> sizes = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            Ask ask = Kind.BINPACK_MEMORY.ask(stream[i]);
            sizes.add(new int[] {ask.cpuUnits(), ask.memoryMib()});
        }
        return sizes;
    }
}
