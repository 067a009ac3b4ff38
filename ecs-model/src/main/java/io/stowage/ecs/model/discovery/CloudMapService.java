package io.stowage.ecs.model.discovery;

import io.stowage.ecs.model.internal.tables.Figures;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A service of Cloud Map that tasks register with. See <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html">service discovery</a>.
 *
 * @param arn its ARN, as in {@code registryArn}
 * @param name its name
 * @param namespace the name of its namespace
 * @param records the records it makes, in written order
 */
public record CloudMapService(String arn, String name, String namespace, List<DnsRecordType> records) {
    /** Copies the list. */
    public CloudMapService {
        records = List.copyOf(records);
    }

    /**
     * A task that is registered with it.
     *
     * @param taskId the id of the task
     * @param healthy whether its health checks say so
     */
    public record RegisteredTask(String taskId, boolean healthy) {}

    /**
     * The name that clients ask for.
     *
     * @return {@code name.namespace}
     */
    public String dnsName() {
        return name + "." + namespace;
    }

    /**
     * The tasks that an answer names: the healthy ones, or if there is none all of them, and never more than eight. Which eight, ECS
     * does not say; the first by task id is our rule.
     *
     * @param tasks the registered tasks
     * @return sorted by task id; unmodifiable
     */
    public static List<RegisteredTask> answer(Collection<RegisteredTask> tasks) {
        boolean anyHealthy = tasks.stream().anyMatch(RegisteredTask::healthy);
        return tasks.stream()
                .filter(task -> task.healthy() || !anyHealthy)
                .sorted(Comparator.comparing(RegisteredTask::taskId))
                .limit(Figures.of("cloud-map-answer"))
                .toList();
    }
}
