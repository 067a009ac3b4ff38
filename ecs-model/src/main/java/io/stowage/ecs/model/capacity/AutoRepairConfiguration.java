package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Managed Instances capacity provider does about container instances that turn out to be unhealthy.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AutoRepairConfiguration.html">AutoRepairConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param actionsStatus whether such instances are replaced
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record AutoRepairConfiguration(
        @Nullable AutoRepairActionsStatus actionsStatus, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public AutoRepairConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static AutoRepairConfigurationBuilder builder() {
        return AutoRepairConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public AutoRepairConfigurationBuilder toBuilder() {
        return AutoRepairConfigurationBuilder.builder(this);
    }
}
