package io.stowage.ecs.benchmarks;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws the cluster of a workload, as ECS would describe it. */
final class HalfFullCluster {
    static final int CPU_UNITS = 16_384;
    static final int MEMORY_MIB = 32_768;

    private static final long SEED = 42;
    private static final int CAPABILITIES = 36;
    private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b", "us-east-1c");
    private static final List<String> TYPES =
            List.of("t2.medium", "t2.large", "c5.large", "c5.xlarge", "m5.large", "m5.xlarge", "r5.large", "t3.large");

    private final List<ContainerInstance> instances = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    private HalfFullCluster() {}

    static ClusterSnapshot of(int size) {
        HalfFullCluster cluster = new HalfFullCluster();
        draw(size, cluster::addInstance);
        return ClusterSnapshot.of(cluster.instances, cluster.tasks);
    }

    /** What becomes of an instance that was drawn. */
    @FunctionalInterface
    interface Sink {
        void accept(String zone, String type, List<Service> running);
    }

    /** Draws the instances, in the order of their ids. */
    static void draw(int size, Sink sink) {
        Random random = new Random(SEED);
        for (int i = 0; i < size; i++) {
            String zone = ZONES.get(random.nextInt(ZONES.size()));
            String type = TYPES.get(random.nextInt(TYPES.size()));
            double target = 0.3 + 0.4 * random.nextDouble();
            int cpuUnits = 0;
            int memoryMib = 0;
            List<Service> running = new ArrayList<>();
            while (true) {
                Service service = new Service(random.nextInt(Service.COUNT));
                cpuUnits += service.cpuUnits();
                memoryMib += service.memoryMib();
                if (cpuUnits > target * CPU_UNITS || memoryMib > target * MEMORY_MIB) {
                    break;
                }
                running.add(service);
            }
            sink.accept(zone, type, running);
        }
    }

    /** The names of the attributes without a value that all instances have. */
    static List<String> capabilities() {
        return IntStream.range(0, CAPABILITIES)
                .mapToObj(i -> "ecs.capability.number-" + i)
                .toList();
    }

    private void addInstance(String zone, String type, List<Service> running) {
        String arn = arn("container-instance", instances.size());
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(attribute(Workload.ZONE, zone));
        attributes.add(attribute(Workload.TYPE, type));
        capabilities().forEach(name -> attributes.add(attribute(name, null)));
        running.forEach(service -> addTask(service, arn));
        instances.add(ContainerInstance.builder()
                .containerInstanceArn(arn)
                .status("ACTIVE")
                .agentConnected(true)
                .attributes(attributes)
                .registeredResources(resources(CPU_UNITS, MEMORY_MIB))
                .remainingResources(resources(
                        CPU_UNITS - running.stream().mapToInt(Service::cpuUnits).sum(),
                        MEMORY_MIB
                                - running.stream().mapToInt(Service::memoryMib).sum()))
                .runningTasksCount(running.size())
                .build());
    }

    private void addTask(Service service, String instanceArn) {
        tasks.add(Task.builder()
                .taskArn(arn("task", tasks.size()))
                .containerInstanceArn(instanceArn)
                .group(service.group())
                .desiredStatus("RUNNING")
                .lastStatus("RUNNING")
                .build());
    }

    private static Attribute attribute(String name, @Nullable String value) {
        return Attribute.builder().name(name).value(value).build();
    }

    private static List<Resource> resources(int cpuUnits, int memoryMib) {
        return List.of(
                Resource.builder()
                        .name("CPU")
                        .type("INTEGER")
                        .integerValue(cpuUnits)
                        .build(),
                Resource.builder()
                        .name("MEMORY")
                        .type("INTEGER")
                        .integerValue(memoryMib)
                        .build());
    }

    /** Padded, so that the order of the ids is the order of the numbers. */
    private static String arn(String kind, int number) {
        return String.format(Locale.ROOT, "arn:aws:ecs:us-east-1:111122223333:%s/bench/%032x", kind, number);
    }
}
