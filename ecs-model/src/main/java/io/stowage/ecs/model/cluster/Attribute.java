package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name, usually with a value, that marks a container instance, and that placement compares. Custom ones are set with
 * {@code PutAttributes}; the agent registers capabilities, and ECS adds such as {@code ecs.availability-zone}.
 *
 * <p>In a task definition's {@code requiresAttributes} it stands for an attribute that the instance must have.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attribute.html">Attribute</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param name what {@code attribute:NAME} in the cluster query language refers to; required, 1 to 128 letters, digits and {@code - _ . /}
 *     or backslashes; case-sensitive
 * @param targetId the ID or ARN of what is marked, where attributes are set, deleted or listed; absent within a {@link ContainerInstance}
 * @param targetType the kind of {@code targetId}, needed where that is an ID and no ARN; absent within a {@link ContainerInstance}
 * @param value 1 to 128 letters, digits, inner spaces and {@code - _ . @ / :} or backslashes; absent: the attribute exists without a
 *     value, as most capabilities do
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Attribute(
        @Nullable String name,
        @Nullable String targetId,
        @Nullable TargetType targetType,
        @Nullable String value,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Attribute {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static AttributeBuilder builder() {
        return AttributeBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public AttributeBuilder toBuilder() {
        return AttributeBuilder.builder(this);
    }
}
