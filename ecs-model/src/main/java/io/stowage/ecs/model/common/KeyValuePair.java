package io.stowage.ecs.model.common;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name with a text: an environment variable of a container, a fact about an {@link Attachment}, a figure in the statistics of a
 * cluster.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html">KeyValuePair</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param name for an environment variable its name, case-sensitive
 * @param value the text; numbers are written as text too
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KeyValuePair(@Nullable String name, @Nullable String value, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KeyValuePair {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KeyValuePairBuilder builder() {
        return KeyValuePairBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KeyValuePairBuilder toBuilder() {
        return KeyValuePairBuilder.builder(this);
    }
}
