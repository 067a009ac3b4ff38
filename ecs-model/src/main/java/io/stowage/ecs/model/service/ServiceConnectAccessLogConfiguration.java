package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns on the access log of the Service Connect proxy, which goes where the {@code logConfiguration} of the
 * {@link ServiceConnectConfiguration} sends it.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectAccessLogConfiguration.html">ServiceConnectAccessLogConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param format how an entry is written; required
 * @param includeQueryParameters whether entries hold the query parameters of requests, which may be confidential; absent:
 *     {@link ServiceConnectIncludeQueryParameters#DISABLED}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectAccessLogConfiguration(
        @Nullable ServiceConnectAccessLoggingFormat format,
        @Nullable ServiceConnectIncludeQueryParameters includeQueryParameters,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectAccessLogConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectAccessLogConfigurationBuilder builder() {
        return ServiceConnectAccessLogConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectAccessLogConfigurationBuilder toBuilder() {
        return ServiceConnectAccessLogConfigurationBuilder.builder(this);
    }
}
