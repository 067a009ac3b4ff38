package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service of AWS Cloud Map.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param arn its ARN
 * @param recordTypes types of its DNS records, such as {@code A} and {@code SRV}
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record KnownServiceRegistry(
        @Nullable String arn, List<String> recordTypes, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public KnownServiceRegistry {
        recordTypes = Presence.listOf(recordTypes);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static KnownServiceRegistryBuilder builder() {
        return KnownServiceRegistryBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public KnownServiceRegistryBuilder toBuilder() {
        return KnownServiceRegistryBuilder.builder(this);
    }
}
