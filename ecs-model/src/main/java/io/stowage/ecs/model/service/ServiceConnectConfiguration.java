package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service takes part in Service Connect: as a client, which only reaches others, or also as a server, which is reached by others.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html">ServiceConnectConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param accessLogConfiguration the access log of the proxy; absent: none. Needs {@code logConfiguration}
 * @param enabled whether the service takes part; required
 * @param logConfiguration where the proxy container writes its log; absent: nowhere
 * @param namespace name or ARN of the Cloud Map namespace, in the Region of the cluster; absent: the default namespace of the cluster
 * @param services the ports that are offered to others; empty for a client only
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectConfiguration(
        @Nullable ServiceConnectAccessLogConfiguration accessLogConfiguration,
        @Nullable Boolean enabled,
        @Nullable LogConfiguration logConfiguration,
        @Nullable String namespace,
        List<ServiceConnectService> services,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectConfiguration {
        services = Presence.listOf(services);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectConfigurationBuilder builder() {
        return ServiceConnectConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectConfigurationBuilder toBuilder() {
        return ServiceConnectConfigurationBuilder.builder(this);
    }
}
