package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that is fetched from Secrets Manager or Parameter Store when a container starts. Needs an {@code executionRoleArn}.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html">Secret</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param name the environment variable, or the option of the log driver, that gets the value; required
 * @param valueFrom the ARN of a secret, with {@code :json-key:version-stage:version-id} behind it for a part of it, or the ARN of
 *     an SSM parameter, or its name when it is in the same region; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Secret(@Nullable String name, @Nullable String valueFrom, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Secret {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static SecretBuilder builder() {
        return SecretBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public SecretBuilder toBuilder() {
        return SecretBuilder.builder(this);
    }
}
