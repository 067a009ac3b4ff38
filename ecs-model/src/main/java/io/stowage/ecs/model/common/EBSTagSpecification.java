package io.stowage.ecs.model.common;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tags an EBS volume gets that ECS makes for a task.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EBSTagSpecification.html">EBSTagSpecification</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param propagateTags from where tags are copied in addition; absent: from nowhere
 * @param resourceType what is tagged; required, always {@link EBSResourceType#VOLUME}
 * @param tags tags for the volume, at most 50; the keys {@code AmazonECSCreated} and {@code AmazonECSManaged} are reserved for ECS
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record EBSTagSpecification(
        @Nullable PropagateTags propagateTags,
        @Nullable EBSResourceType resourceType,
        List<Tag> tags,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public EBSTagSpecification {
        tags = Presence.listOf(tags);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static EBSTagSpecificationBuilder builder() {
        return EBSTagSpecificationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public EBSTagSpecificationBuilder toBuilder() {
        return EBSTagSpecificationBuilder.builder(this);
    }
}
