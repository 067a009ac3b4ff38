package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.benchmarks.Service;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The instances of a cluster as numbers, in the order of their ids. What runs there before a workload begins belongs to none of its services
 * and is only missing in what is left.
 */
final class Columns {
    static final int CPU_UNITS = 16_384;
    static final int MEMORY_MIB = 32_768;
    static final List<String> ZONES = List.of("us-east-1a", "us-east-1b", "us-east-1c");
    static final List<String> TYPES =
            List.of("t2.medium", "t2.large", "c5.large", "c5.xlarge", "m5.large", "m5.xlarge", "r5.large", "t3.large");

    private static final long SEED = 42;
    private static final int CAPABILITIES = 36;
    private static final int SCRAP = 64;

    final int[] cpuUnits;
    final int[] memoryMib;
    final int[] zone;
    final int[] type;

    private Columns(int[] cpuUnits, int[] memoryMib, int[] zone, int[] type) {
        this.cpuUnits = cpuUnits;
        this.memoryMib = memoryMib;
        this.zone = zone;
        this.type = type;
    }

    /** Who is told of the tasks that run before a workload begins. */
    @FunctionalInterface
    interface Running {
        void accept(int instance, Service service);
    }

    /** Draws a cluster. A smaller one is the beginning of a greater one of the same fill. */
    static Columns of(Fill fill, int instances) {
        return of(fill, instances, (instance, service) -> {});
    }

    /** The same, and tells of each task that runs there. */
    static Columns of(Fill fill, int instances, Running running) {
        Columns columns = new Columns(new int[instances], new int[instances], new int[instances], new int[instances]);
        Random random = new Random(SEED);
        for (int i = 0; i < instances; i++) {
            columns.zone[i] = random.nextInt(ZONES.size());
            columns.type[i] = random.nextInt(TYPES.size());
            columns.cpuUnits[i] = CPU_UNITS;
            columns.memoryMib[i] = MEMORY_MIB;
            switch (fill) {
                case EMPTY -> {}
                case HALF -> columns.run(i, 0.3 + 0.4 * random.nextDouble(), random, running);
                case PACKED -> columns.run(i, 0.95, random, running);
                case BARRED -> {
                    columns.run(i, 0.3 + 0.4 * random.nextDouble(), random, running);
                    if (i % 2 == 1) {
                        columns.cpuUnits[i] = SCRAP;
                    }
                }
                case ANTI, ANTI_FEW -> {
                    int rest = 2048 + random.nextInt(8193);
                    if (fill == Fill.ANTI || i % 100 != 99) {
                        columns.cpuUnits[i] = i % 3 == 2 ? rest : SCRAP;
                        columns.memoryMib[i] = i % 3 == 2 ? SCRAP : rest;
                    }
                }
            }
        }
        return columns;
    }

    private void run(int instance, double target, Random random, Running running) {
        int usedCpuUnits = 0;
        int usedMemoryMib = 0;
        while (true) {
            Service service = new Service(random.nextInt(Service.COUNT));
            if (usedCpuUnits + service.cpuUnits() > target * CPU_UNITS
                    || usedMemoryMib + service.memoryMib() > target * MEMORY_MIB) {
                break;
            }
            usedCpuUnits += service.cpuUnits();
            usedMemoryMib += service.memoryMib();
            running.accept(instance, service);
        }
        cpuUnits[instance] = CPU_UNITS - usedCpuUnits;
        memoryMib[instance] = MEMORY_MIB - usedMemoryMib;
    }

    int instances() {
        return cpuUnits.length;
    }

    Columns copy() {
        return new Columns(cpuUnits.clone(), memoryMib.clone(), zone.clone(), type.clone());
    }

    /** Padded, so that the order of the ids is the order of the numbers. */
    static String id(int instance) {
        return String.format(
                Locale.ROOT, "arn:aws:ecs:us-east-1:111122223333:container-instance/bench/%032x", instance);
    }

    /** The instance of an id. */
    static int instance(String id) {
        return Integer.parseInt(id.substring(id.length() - 8), 16);
    }

    /**
     * The same cluster as ECS would describe it.
     *
     * @param tasks what runs there; missing in what is left already
     */
    ClusterSnapshot snapshot(Collection<TaskSnapshot> tasks) {
        InstanceResources all = InstanceResources.of(CPU_UNITS, MEMORY_MIB);
        Map<String, Set<Integer>> ports = new HashMap<>();
        for (TaskSnapshot task : tasks) {
            ports.computeIfAbsent(task.instanceId(), id -> new TreeSet<>())
                    .addAll(task.held().ports().tcp());
        }
        List<InstanceSnapshot> instances = new ArrayList<>();
        for (int i = 0; i < instances(); i++) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put(InstanceSnapshot.ZONE_ATTRIBUTE, ZONES.get(zone[i]));
            attributes.put("ecs.instance-type", TYPES.get(type[i]));
            for (int c = 0; c < CAPABILITIES; c++) {
                attributes.put("ecs.capability.number-" + c, "");
            }
            instances.add(InstanceSnapshot.builder(id(i), all)
                    .remaining(InstanceResources.of(cpuUnits[i], memoryMib[i]))
                    .takenPorts(TakenPorts.of(ports.getOrDefault(id(i), Set.of()), List.of()))
                    .attributes(attributes)
                    .build());
        }
        return ClusterSnapshot.ofSnapshots(instances, tasks);
    }
}
