package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Cloud Map service in which the tasks of a service are registered for service discovery.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html">ServiceRegistry</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerName the container whose port is registered; goes with {@code containerPort}. Both are required for network modes
 *     {@code bridge} and {@code host}
 * @param containerPort port of that container, as mapped in the task definition; not together with {@code port}
 * @param port the port of an SRV record, for network mode {@code awsvpc}; not together with {@code containerName} and
 *     {@code containerPort}
 * @param registryArn the Cloud Map service
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceRegistry(
        @Nullable String containerName,
        @Nullable Integer containerPort,
        @Nullable Integer port,
        @Nullable String registryArn,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceRegistry {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceRegistryBuilder builder() {
        return ServiceRegistryBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceRegistryBuilder toBuilder() {
        return ServiceRegistryBuilder.builder(this);
    }
}
