package io.stowage.ecs.model.common;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A label that users put on an ECS resource. A resource has at most 50; keys and values beginning with {@code aws:}, in any letter case,
 * are reserved.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html">Tag</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param key what the tag is about: 1 to 128 letters, digits, spaces and {@code _ . : / = + - @}; case-sensitive and unique on its
 *     resource; required
 * @param value 0 to 256 characters of the same kinds, case-sensitive; may be absent
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Tag(@Nullable String key, @Nullable String value, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Tag {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static TagBuilder builder() {
        return TagBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public TagBuilder toBuilder() {
        return TagBuilder.builder(this);
    }
}
