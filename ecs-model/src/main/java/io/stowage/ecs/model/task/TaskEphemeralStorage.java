package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The temporary disk space that a task on Fargate has, and the key it is encrypted with.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskEphemeralStorage.html">TaskEphemeralStorage</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param kmsKeyId the KMS key of the customer; absent: a key that Fargate owns
 * @param sizeInGiB size in GiB, 20 to 200
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record TaskEphemeralStorage(
        @Nullable String kmsKeyId, @Nullable Integer sizeInGiB, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public TaskEphemeralStorage {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TaskEphemeralStorageBuilder builder() {
        return TaskEphemeralStorageBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TaskEphemeralStorageBuilder toBuilder() {
        return TaskEphemeralStorageBuilder.builder(this);
    }
}
