package io.stowage.ecs.benchmarks;

import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A named cluster with services to place on it, the same on every machine and in every run: {@code cluster-1000} is a thousand
 * instances of 16,384 CPU units and 32,768 MiB in three zones, of eight instance types, each filled to a random 30 to 70 percent
 * with tasks of 200 services of 200 shapes.
 *
 * <p>Immutable and thread-safe.
 */
public final class Workload {
    /** The attribute that says in which zone an instance is. */
    static final String ZONE = "ecs.availability-zone";
    /** The attribute that says of which type an instance is. */
    static final String TYPE = "ecs.instance-type";

    private static final Pattern NAME = Pattern.compile("cluster-([1-9][0-9]{0,6})");

    private final String name;
    private final ClusterSnapshot cluster;

    private Workload(String name, ClusterSnapshot cluster) {
        this.name = name;
        this.cluster = cluster;
    }

    /**
     * Makes the workload of that name.
     *
     * @param name {@code cluster-} and a number of instances from 1 to 9,999,999
     * @return the workload
     * @throws IllegalArgumentException if there is no such workload
     */
    public static Workload named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no workload; cluster- and a number of instances was expected: cluster-1000");
        }
        return new Workload(name, HalfFullCluster.of(Integer.parseInt(matcher.group(1))));
    }

    /**
     * Hands out what expressions can ask of the instances of {@code cluster-} and that number, in the order of their ids: attributes and
     * groups, without the snapshot of a million tasks, which takes seconds for a large cluster.
     *
     * @param instances how many instances there are
     * @param sink takes the attributes of each in a map of its own, where those without a value have an empty one, and the group of each
     *     task on it
     */
    public static void drawAttributes(int instances, BiConsumer<Map<String, String>, List<String>> sink) {
        List<String> capabilities = HalfFullCluster.capabilities();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < Service.COUNT; i++) {
            groups.add(new Service(i).group());
        }
        HalfFullCluster.draw(instances, (zone, type, running) -> {
            Map<String, String> attributes = new HashMap<>();
            attributes.put(ZONE, zone);
            attributes.put(TYPE, type);
            capabilities.forEach(name -> attributes.put(name, ""));
            sink.accept(
                    attributes,
                    running.stream()
                            .map(service -> groups.get(service.number()))
                            .toList());
        });
    }

    /**
     * The cluster before anything is placed.
     *
     * @return the instances and the tasks on them
     */
    public ClusterSnapshot cluster() {
        return cluster;
    }

    /**
     * A deployment of the first service of a kind; tasks of that service run on the cluster already.
     *
     * @param kind how the service asks to be placed
     * @param tasks how many tasks to place
     * @return the request
     */
    public PlacementRequest deployment(ServiceKind kind, int tasks) {
        return new Service(kind.firstService()).request(tasks);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
