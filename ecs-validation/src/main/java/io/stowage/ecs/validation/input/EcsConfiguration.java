package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.capacity.CreateCapacityProviderRequest;
import io.stowage.ecs.model.cluster.CreateClusterRequest;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one validation looks at. All members are optional: a rule speaks only when everything it needs is there, so more
 * context means more rules. JSON pointers of findings begin with the name of a member, {@code /taskDefinition/cpu}.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param taskDefinition what is given to register-task-definition
 * @param service what is given to create-service
 * @param runTask what is given to run-task
 * @param cluster what is given to create-cluster
 * @param capacityProviders what is given to create-capacity-provider, for each provider of the cluster
 */
public record EcsConfiguration(
        @Nullable TaskDefinition taskDefinition,
        @Nullable CreateServiceRequest service,
        @Nullable RunTaskRequest runTask,
        @Nullable CreateClusterRequest cluster,
        List<CreateCapacityProviderRequest> capacityProviders) {

    /** Copies lists; null stands for absent. */
    public EcsConfiguration {
        capacityProviders = Presence.listOf(capacityProviders);
    }

    /**
     * A task definition alone.
     *
     * @param taskDefinition the task definition
     * @return a configuration that holds nothing else
     */
    public static EcsConfiguration of(TaskDefinition taskDefinition) {
        return builder().taskDefinition(taskDefinition).build();
    }

    /**
     * Container definitions of which the task definition around them is not known, as in a Terraform {@code container_definitions} or
     * a file that holds only the list. Rules that need another member of the task definition are silent.
     *
     * @param containers the container definitions
     * @return a configuration that holds nothing else
     */
    public static EcsConfiguration ofContainers(List<ContainerDefinition> containers) {
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>();
        for (RecordComponent component : TaskDefinition.class.getRecordComponents()) {
            unknown.put(component.getName(), "${not given}");
        }
        unknown.remove("containerDefinitions");
        unknown.remove("otherMembers");
        return of(TaskDefinition.builder()
                .containerDefinitions(containers)
                .otherMembers(unknown)
                .build());
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the members of an {@link EcsConfiguration}. Not thread-safe. */
    public static final class Builder {
        private @Nullable TaskDefinition taskDefinition;
        private @Nullable CreateServiceRequest service;
        private @Nullable RunTaskRequest runTask;
        private @Nullable CreateClusterRequest cluster;
        private @Nullable List<CreateCapacityProviderRequest> capacityProviders;

        private Builder() {}

        /**
         * Sets the task definition.
         *
         * @param value what is given to register-task-definition; null for absent
         * @return this builder
         */
        public Builder taskDefinition(@Nullable TaskDefinition value) {
            taskDefinition = value;
            return this;
        }

        /**
         * Sets the service.
         *
         * @param value what is given to create-service; null for absent
         * @return this builder
         */
        public Builder service(@Nullable CreateServiceRequest value) {
            service = value;
            return this;
        }

        /**
         * Sets the tasks to run.
         *
         * @param value what is given to run-task; null for absent
         * @return this builder
         */
        public Builder runTask(@Nullable RunTaskRequest value) {
            runTask = value;
            return this;
        }

        /**
         * Sets the cluster.
         *
         * @param value what is given to create-cluster; null for absent
         * @return this builder
         */
        public Builder cluster(@Nullable CreateClusterRequest value) {
            cluster = value;
            return this;
        }

        /**
         * Sets the capacity providers of the cluster.
         *
         * @param values what is given to create-capacity-provider; null for absent
         * @return this builder
         */
        public Builder capacityProviders(@Nullable List<CreateCapacityProviderRequest> values) {
            capacityProviders = values;
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @return what was collected
         */
        public EcsConfiguration build() {
            return new EcsConfiguration(taskDefinition, service, runTask, cluster, Presence.listOf(capacityProviders));
        }
    }
}
