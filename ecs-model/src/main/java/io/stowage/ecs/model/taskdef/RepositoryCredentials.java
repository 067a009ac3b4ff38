package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The login to a private registry other than Amazon ECR; needs an {@code executionRoleArn}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html">RepositoryCredentials</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param credentialsParameter the ARN of a Secrets Manager secret with user name and password, or its name when it is in the same
 *     region; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record RepositoryCredentials(@Nullable String credentialsParameter, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public RepositoryCredentials {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static RepositoryCredentialsBuilder builder() {
        return RepositoryCredentialsBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public RepositoryCredentialsBuilder toBuilder() {
        return RepositoryCredentialsBuilder.builder(this);
    }
}
