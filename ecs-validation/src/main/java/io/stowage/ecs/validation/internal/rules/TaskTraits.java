package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.ServiceConnectConfiguration;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.FirelensConfiguration;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.function.Predicate;

/** Features that a task or its service uses, for rules that ask whether instances, roles or agents can do them. */
final class TaskTraits {
    private TaskTraits() {}

    /** True if one container has the trait; containers of which that is not known do not count. */
    static boolean anyContainer(Facts facts, Predicate<View<ContainerDefinition>> trait) {
        for (View<ContainerDefinition> container : facts.task().each(TaskDefinition::containerDefinitions)) {
            if (container.tells(trait)) {
                return true;
            }
        }
        return false;
    }

    static boolean anyVolume(Facts facts, Predicate<View<Volume>> trait) {
        for (View<Volume> volume : facts.task().each(TaskDefinition::volumes)) {
            if (volume.tells(trait)) {
                return true;
            }
        }
        return false;
    }

    static boolean logsToCloudWatch(View<ContainerDefinition> container) {
        return container
                .member(ContainerDefinition::logConfiguration)
                .is(LogConfiguration::logDriver, LogDriver.AWSLOGS);
    }

    static boolean isLogRouter(View<ContainerDefinition> container) {
        return container.member(ContainerDefinition::firelensConfiguration).has(FirelensConfiguration::type);
    }

    /** Whether the service or run-task switches ECS Exec on. */
    static boolean usesExec(Facts facts) {
        return facts.service().is(CreateServiceRequest::enableExecuteCommand, true)
                || facts.runTask().is(RunTaskRequest::enableExecuteCommand, true);
    }

    static boolean usesServiceConnect(Facts facts) {
        return facts.service()
                .member(CreateServiceRequest::serviceConnectConfiguration)
                .is(ServiceConnectConfiguration::enabled, true);
    }
}
