package io.stowage.ecs.benchmarks.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every workload that is timed, for the comparison before. */
final class PlacementWorks {
    private PlacementWorks() {}

    /** By a name for people. */
    static Map<String, Work> all(List<Integer> sizes) {
        Map<String, Work> works = new LinkedHashMap<>();
        for (int size : sizes) {
            String suffix = ", " + size + " instances";
            for (Kind kind : List.of(Kind.BINPACK_MEMORY, Kind.BINPACK_CPU, Kind.SPREAD_ZONE, Kind.PORT)) {
                works.put(kind + suffix, Work.ofOne(kind, size));
            }
            for (Kind kind : List.of(Kind.SPREAD_INSTANCE, Kind.SPREAD_ZONE_INSTANCE)) {
                for (int tasks : List.of(1, 10, 5000)) {
                    works.put(
                            kind + ", " + tasks + " tasks" + suffix,
                            Work.ofOne(kind, size).withTasks(tasks));
                }
            }
            for (int tasks : List.of(10, 1000, 5000)) {
                // A service with a task on every instance has no place for another.
                if (tasks < size) {
                    works.put(
                            "DISTINCT, " + tasks + " tasks" + suffix,
                            Work.ofOne(Kind.DISTINCT, size).withTasks(tasks));
                }
            }
            for (Kind kind : List.of(Kind.MEMBER_OF, Kind.MEMBER_OF_SPREAD)) {
                for (int expressions : List.of(1, 200)) {
                    works.put(
                            kind + ", " + expressions + " expressions" + suffix,
                            MemberOfBenchmark.work(kind, expressions, size));
                }
            }
            works.put("RANDOM" + suffix, Work.of(Fill.BARRED, size, Kind.RANDOM.asks(1), new int[1]));
            works.put("MIXED" + suffix, Work.ofMany(Fill.HALF, Kind.MIXED, size));
            works.put("MIXED, uniform" + suffix, Work.of(Fill.HALF, size, Kind.MIXED.asks(200), Streams.uniform(200)));
            works.put("MIXED, 5000 services" + suffix, ManyServicesBenchmark.work(size));
            works.put(
                    "MIXED, runs" + suffix,
                    Work.of(Fill.HALF, size, Kind.MIXED.asks(200), Streams.runs(RunsBenchmark.RUN, 200)));
            works.put("MIXED, packed" + suffix, Work.ofMany(Fill.PACKED, Kind.MIXED, size));
            works.put("MIXED, empty" + suffix, Work.ofMany(Fill.EMPTY, Kind.MIXED, size));
            for (Fill fill : List.of(Fill.ANTI, Fill.ANTI_FEW)) {
                for (Kind kind : List.of(Kind.BINPACK_MEMORY, Kind.SPREAD_ZONE, Kind.DISTINCT)) {
                    works.put(kind + ", " + fill + suffix, Work.ofMany(fill, kind, size));
                }
            }
        }
        return works;
    }
}
