package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service to simulate: what create-service says of it, its task definition, and how its tasks behave. Immutable.
 *
 * @param request the service; its name is required
 * @param taskDefinition what its tasks are
 * @param behavior how its tasks behave
 * @param targetGroup the target group that its tasks are registered with; {@code null} for one with the usual numbers, if the service has a
 *     load balancer
 */
public record SimulatedService(
        CreateServiceRequest request,
        TaskDefinition taskDefinition,
        TaskBehavior behavior,
        @Nullable TargetGroup targetGroup) {
    /**
     * Checks that there is a name.
     *
     * @throws IllegalArgumentException if the service has no name, or a negative desired count
     */
    public SimulatedService {
        Objects.requireNonNull(taskDefinition, "taskDefinition");
        Objects.requireNonNull(behavior, "behavior");
        if (request.serviceName() == null || request.serviceName().isEmpty()) {
            throw new IllegalArgumentException("serviceName is missing; a name was expected");
        }
        if (request.desiredCount() != null && request.desiredCount() < 0) {
            throw new IllegalArgumentException(
                    "desiredCount is " + request.desiredCount() + "; 0 or more was expected");
        }
    }

    /**
     * A service whose tasks are steady.
     *
     * @param request the service
     * @param taskDefinition what its tasks are
     * @return the service
     * @throws IllegalArgumentException if it has no name, or a negative desired count
     */
    public static SimulatedService of(CreateServiceRequest request, TaskDefinition taskDefinition) {
        return new SimulatedService(request, taskDefinition, TaskBehavior.always(TaskScript.STEADY), null);
    }

    /**
     * The same service with other tasks.
     *
     * @param tasks how they behave
     * @return a changed copy
     */
    public SimulatedService behaving(TaskBehavior tasks) {
        return new SimulatedService(request, taskDefinition, tasks, targetGroup);
    }

    /**
     * The same service behind a target group.
     *
     * @param group its numbers hold for health and deregistration
     * @return a changed copy
     */
    public SimulatedService behind(TargetGroup group) {
        return new SimulatedService(request, taskDefinition, behavior, group);
    }

    /**
     * The name of the service.
     *
     * @return never null
     */
    public String name() {
        return Objects.requireNonNull(request.serviceName());
    }
}
