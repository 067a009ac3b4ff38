package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an Auto Scaling group.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param name its name
 * @param arn its ARN
 * @param newInstancesProtectedFromScaleIn whether new instances are protected from scale-in; absent: no
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KnownAutoScalingGroup(
        @Nullable String name,
        @Nullable String arn,
        @Nullable Boolean newInstancesProtectedFromScaleIn,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KnownAutoScalingGroup {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KnownAutoScalingGroupBuilder builder() {
        return KnownAutoScalingGroupBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KnownAutoScalingGroupBuilder toBuilder() {
        return KnownAutoScalingGroupBuilder.builder(this);
    }
}
