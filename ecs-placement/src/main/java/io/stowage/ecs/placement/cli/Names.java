package io.stowage.ecs.placement.cli;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The instances of a cluster by what people call them. */
final class Names {
    /** Of an ARN, what stands behind the last slash. */
    private static final Pattern ARN = Pattern.compile("arn:[^\\s,]*/([^\\s,/]+)");

    private final Map<String, InstanceSnapshot> instances = new LinkedHashMap<>();

    Names(ClusterSnapshot cluster) {
        cluster.instances().forEach(instance -> instances.put(instance.id(), instance));
    }

    InstanceSnapshot instance(String id) {
        InstanceSnapshot instance = instances.get(id);
        if (instance == null) {
            throw new IllegalStateException("the engine answered with an unknown instance: " + id);
        }
        return instance;
    }

    String name(String id) {
        return InstanceText.name(instance(id));
    }

    /** A sentence with names instead of ids; ARNs of tasks are shortened. */
    String in(String sentence) {
        String named = sentence;
        for (Map.Entry<String, InstanceSnapshot> instance : instances.entrySet()) {
            if (instance.getKey().startsWith("arn:")) {
                named = named.replace(instance.getKey(), InstanceText.name(instance.getValue()));
            }
        }
        return ARN.matcher(named).replaceAll("$1");
    }

    /** The id of the instance that somebody calls by its id, its machine or the last part of its ARN. */
    String id(String called) {
        List<String> ids = instances.values().stream()
                .filter(instance -> called.equals(instance.id())
                        || called.equals(instance.shortId())
                        || called.equals(instance.ec2InstanceId()))
                .map(InstanceSnapshot::id)
                .toList();
        if (ids.size() != 1) {
            throw new UnusableInputException(
                    ids.isEmpty()
                            ? "there is no container instance " + called + " in the cluster"
                            : "several container instances are called " + called + ": " + String.join(", ", ids));
        }
        return ids.get(0);
    }
}
