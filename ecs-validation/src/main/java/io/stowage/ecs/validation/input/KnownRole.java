package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an IAM role.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param arn its ARN
 * @param name its name
 * @param trustedServices services that may assume it, such as {@code ecs-tasks.amazonaws.com}
 * @param allowedActions actions that it is allowed; {@code *} stands for any text. Resources and conditions are not looked at
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KnownRole(
        @Nullable String arn,
        @Nullable String name,
        List<String> trustedServices,
        List<String> allowedActions,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KnownRole {
        trustedServices = Presence.listOf(trustedServices);
        allowedActions = Presence.listOf(allowedActions);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KnownRoleBuilder builder() {
        return KnownRoleBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KnownRoleBuilder toBuilder() {
        return KnownRoleBuilder.builder(this);
    }
}
