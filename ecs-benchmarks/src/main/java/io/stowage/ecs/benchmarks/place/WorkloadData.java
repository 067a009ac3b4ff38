package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.benchmarks.results.DataHash;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the workloads are drawn from, told apart by hashes: they are the same on every machine. */
public final class WorkloadData {
    private static final int INSTANCES = 100_000;

    private WorkloadData() {}

    /** Each cluster and each stream of tasks by name. */
    public static Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Fill fill : Fill.values()) {
            Columns columns = Columns.of(fill, INSTANCES);
            String hash = new DataHash()
                    .add(columns.cpuUnits)
                    .add(columns.memoryMib)
                    .add(columns.zone)
                    .add(columns.type)
                    .hex();
            hashes.put(String.format(Locale.ROOT, "cluster of %d, %s", INSTANCES, fill), hash);
        }
        hashes.put("zipf(200)", new DataHash().add(Streams.zipf(200)).hex());
        hashes.put("zipf(5000)", new DataHash().add(Streams.zipf(5000)).hex());
        return hashes;
    }
}
