package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An amount or a set of something that a container instance has. Only the value that {@code type} names counts; ECS answers the other
 * numbers as 0.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Resource.html">Resource</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param doubleValue the amount for type {@code DOUBLE}
 * @param integerValue the amount for type {@code INTEGER}: CPU units for {@code CPU} (1024 a vCPU), MiB for {@code MEMORY}
 * @param longValue the amount for type {@code LONG}
 * @param name {@code CPU}, {@code MEMORY}, {@code PORTS} (TCP), {@code PORTS_UDP}, {@code GPU} or the name of a user-defined resource
 * @param stringSetValue the elements for type {@code STRINGSET}, distinct: decimal port numbers for ports, where a listed port is taken,
 *     IDs for GPUs
 * @param type {@code INTEGER}, {@code DOUBLE}, {@code LONG} or {@code STRINGSET}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record Resource(
        @Nullable Double doubleValue,
        @Nullable Integer integerValue,
        @Nullable Long longValue,
        @Nullable String name,
        List<String> stringSetValue,
        @Nullable String type,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public Resource {
        stringSetValue = Presence.listOf(stringSetValue);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ResourceBuilder builder() {
        return ResourceBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ResourceBuilder toBuilder() {
        return ResourceBuilder.builder(this);
    }
}
