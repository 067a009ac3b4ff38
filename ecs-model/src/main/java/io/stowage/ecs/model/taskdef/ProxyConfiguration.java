package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The App Mesh proxy of a task, through which its traffic is led. Network mode {@code awsvpc} only; not on Windows or external
 * instances.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html">ProxyConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param containerName the {@code name} of the container that is the proxy; required
 * @param properties {@code AppPorts}, {@code ProxyIngressPort}, {@code ProxyEgressPort}, one of {@code IgnoredUID} and
 *     {@code IgnoredGID}, and if wanted {@code EgressIgnoredPorts} and {@code EgressIgnoredIPs}
 * @param type the kind of proxy; only {@link ProxyConfigurationType#APPMESH} exists
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ProxyConfiguration(
        @Nullable String containerName,
        List<KeyValuePair> properties,
        @Nullable ProxyConfigurationType type,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ProxyConfiguration {
        properties = Presence.listOf(properties);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ProxyConfigurationBuilder builder() {
        return ProxyConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ProxyConfigurationBuilder toBuilder() {
        return ProxyConfigurationBuilder.builder(this);
    }
}
