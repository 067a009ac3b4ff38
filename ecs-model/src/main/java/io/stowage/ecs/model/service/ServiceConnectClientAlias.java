package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name and port under which other tasks of the namespace reach a Service Connect service. The pair is unique in the namespace.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html">ServiceConnectClientAlias</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param dnsName the name that clients use: up to 127 lower-case letters, digits, {@code _}, {@code -} and {@code .}, not beginning with
 *     a hyphen; absent: {@code discoveryName.namespace}
 * @param port the port that clients use; the proxy in their task listens on it. 0 to 65535 in the API, where 0 is of no use; required
 * @param testTrafficRules which requests count as test traffic in a deployment that shifts traffic; optional
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ServiceConnectClientAlias(
        @Nullable String dnsName,
        @Nullable Integer port,
        @Nullable ServiceConnectTestTrafficRules testTrafficRules,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ServiceConnectClientAlias {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ServiceConnectClientAliasBuilder builder() {
        return ServiceConnectClientAliasBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ServiceConnectClientAliasBuilder toBuilder() {
        return ServiceConnectClientAliasBuilder.builder(this);
    }
}
