package io.stowage.ecs.model.common;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a capacity provider strategy: how many of the tasks a capacity provider gets. First {@code base} is filled, the rest is
 * divided by {@code weight}. A strategy has at most 20 entries.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html">CapacityProviderStrategyItem</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param base how many tasks go to this provider before weights count, 0 to 100000; only one entry may have one; absent: 0
 * @param capacityProvider the name of a provider that is associated with the cluster; required
 * @param weight the share of the tasks beyond the base, relative to the other entries, 0 to 1000; absent: 0, no tasks beyond the base. Of
 *     several entries one at least needs more than 0
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record CapacityProviderStrategyItem(
        @Nullable Integer base,
        @Nullable String capacityProvider,
        @Nullable Integer weight,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public CapacityProviderStrategyItem {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static CapacityProviderStrategyItemBuilder builder() {
        return CapacityProviderStrategyItemBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public CapacityProviderStrategyItemBuilder toBuilder() {
        return CapacityProviderStrategyItemBuilder.builder(this);
    }

    /**
     * How many tasks run before weights count: what is written, or 0.
     *
     * @return the value that counts
     */
    public int effectiveBase() {
        return base == null ? 0 : base;
    }

    /**
     * The share of the tasks beyond the base: what is written, or 0.
     *
     * @return the value that counts
     */
    public int effectiveWeight() {
        return weight == null ? 0 : weight;
    }
}
