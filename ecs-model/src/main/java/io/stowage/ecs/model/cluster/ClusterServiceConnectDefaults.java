package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Service Connect default that a cluster has, as ECS answers it; {@link ClusterServiceConnectDefaultsRequest} sets it.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterServiceConnectDefaults.html">ClusterServiceConnectDefaults</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param namespace the name or ARN of the AWS Cloud Map namespace that services use when they enable Service Connect and name none
 *     themselves
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ClusterServiceConnectDefaults(@Nullable String namespace, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ClusterServiceConnectDefaults {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ClusterServiceConnectDefaultsBuilder builder() {
        return ClusterServiceConnectDefaultsBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ClusterServiceConnectDefaultsBuilder toBuilder() {
        return ClusterServiceConnectDefaultsBuilder.builder(this);
    }
}
