package io.stowage.ecs.cql;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.task.Task;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one container instance, as plain values. Immutable.
 *
 * @param agentConnected whether the container agent is connected
 * @param agentVersion the version of the agent, or null when unknown
 * @param ec2InstanceId the id of the EC2 instance, or null when unknown
 * @param registeredAt when the instance was registered, or null when unknown
 * @param runningTasksCount how many tasks are wanted to run on it
 * @param taskGroups the groups of those tasks
 * @param attributes the attributes by name; an empty value for one that has none. Unmodifiable, in written order
 */
public record InstanceDescription(
        boolean agentConnected,
        @Nullable String agentVersion,
        @Nullable String ec2InstanceId,
        @Nullable Instant registeredAt,
        int runningTasksCount,
        List<String> taskGroups,
        Map<String, String> attributes)
        implements InstanceFacts {

    /**
     * Copies the groups and the attributes.
     *
     * @throws IllegalArgumentException if the number of tasks is negative
     */
    public InstanceDescription {
        if (runningTasksCount < 0) {
            throw new IllegalArgumentException("runningTasksCount is " + runningTasksCount);
        }
        taskGroups = List.copyOf(taskGroups);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * What the ECS API says of an instance and of the tasks on it.
     *
     * @param instance an instance as {@code DescribeContainerInstances} describes it
     * @param tasks tasks as {@code DescribeTasks} describes them; those of other instances are left out
     * @return the facts
     * @implNote A task counts when its desired status is {@code RUNNING}, or when it has none and has not stopped. An instance
     *     that reports more running tasks than are given has as many as it reports; the groups of the others are not known. Of
     *     an attribute named twice the last value counts. An instance that does not say whether its agent is connected counts
     *     as not connected.
     */
    public static InstanceDescription of(ContainerInstance instance, Collection<Task> tasks) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : instance.attributes()) {
            if (attribute.name() != null) {
                attributes.put(attribute.name(), Objects.requireNonNullElse(attribute.value(), ""));
            }
        }
        TreeSet<String> groups = new TreeSet<>();
        int counted = 0;
        for (Task task : tasks) {
            if (Objects.equals(task.containerInstanceArn(), instance.containerInstanceArn()) && counts(task)) {
                counted++;
                if (task.group() != null) {
                    groups.add(task.group());
                }
            }
        }
        int reported = Objects.requireNonNullElse(instance.runningTasksCount(), 0);
        return new InstanceDescription(
                Boolean.TRUE.equals(instance.agentConnected()),
                instance.versionInfo() == null ? null : instance.versionInfo().agentVersion(),
                instance.ec2InstanceId(),
                instance.registeredAt(),
                Math.max(counted, reported),
                List.copyOf(groups),
                attributes);
    }

    private static boolean counts(Task task) {
        String desired = task.desiredStatus();
        return desired == null ? !"STOPPED".equals(task.lastStatus()) : desired.equals("RUNNING");
    }

    @Override
    public boolean hasAttribute(String name) {
        return attributes.containsKey(name);
    }

    @Override
    public @Nullable String attributeValue(String name) {
        return attributes.get(name);
    }
}
