package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Cloud Map service that ECS made for a Service Connect service. Clients use the aliases of the {@link ServiceConnectService}; the
 * discovery name itself does not resolve.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectServiceResource.html">ServiceConnectServiceResource</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param discoveryArn identifies the service in Cloud Map
 * @param discoveryName its name in the Cloud Map namespace
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectServiceResource(
        @Nullable String discoveryArn, @Nullable String discoveryName, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectServiceResource {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectServiceResourceBuilder builder() {
        return ServiceConnectServiceResourceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectServiceResourceBuilder toBuilder() {
        return ServiceConnectServiceResourceBuilder.builder(this);
    }
}
