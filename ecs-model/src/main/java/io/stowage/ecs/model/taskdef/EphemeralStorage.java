package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The disk space of a task on Fargate that ends with it, image included. On Linux from platform version 1.4.0; elsewhere it has
 * no effect.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html">EphemeralStorage</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param sizeInGiB GiB, 21 to 200; required. A task without this structure has 20
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record EphemeralStorage(@Nullable Integer sizeInGiB, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public EphemeralStorage {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static EphemeralStorageBuilder builder() {
        return EphemeralStorageBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public EphemeralStorageBuilder toBuilder() {
        return EphemeralStorageBuilder.builder(this);
    }
}
