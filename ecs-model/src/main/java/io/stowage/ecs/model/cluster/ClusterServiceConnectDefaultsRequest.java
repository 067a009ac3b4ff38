package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets the Service Connect default of a cluster. It takes effect for services that are created later; running ones keep theirs.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterServiceConnectDefaultsRequest.html">ClusterServiceConnectDefaultsRequest</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param namespace the name or ARN of an AWS Cloud Map namespace in the same account and Region; required. A name is at most 1024
 *     characters, case-sensitive, without {@code < > " /}; one that does not exist yet is created. In an update the empty text removes
 *     the default
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ClusterServiceConnectDefaultsRequest(
        @Nullable String namespace, Map<String, @Nullable Object> otherMembers) implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ClusterServiceConnectDefaultsRequest {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ClusterServiceConnectDefaultsRequestBuilder builder() {
        return ClusterServiceConnectDefaultsRequestBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ClusterServiceConnectDefaultsRequestBuilder toBuilder() {
        return ClusterServiceConnectDefaultsRequestBuilder.builder(this);
    }
}
