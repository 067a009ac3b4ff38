package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The software versions that the agent of a container instance reported.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VersionInfo.html">VersionInfo</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param agentHash the Git commit, often shortened, from which the agent was built
 * @param agentVersion the version of the agent in the form {@code 1.94.0}; what {@code agentVersion} in the cluster query language
 *     compares
 * @param dockerVersion the version of Docker, usually written as {@code DockerVersion: 25.0.3}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record VersionInfo(
        @Nullable String agentHash,
        @Nullable String agentVersion,
        @Nullable String dockerVersion,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public VersionInfo {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static VersionInfoBuilder builder() {
        return VersionInfoBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public VersionInfoBuilder toBuilder() {
        return VersionInfoBuilder.builder(this);
    }
}
