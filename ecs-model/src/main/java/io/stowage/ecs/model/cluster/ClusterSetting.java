package io.stowage.ecs.model.cluster;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a cluster by name and value. It takes precedence over the account setting of the same name.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html">ClusterSetting</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param name which setting; {@link ClusterSettingName#CONTAINER_INSIGHTS} is the only one
 * @param value for {@code containerInsights}: {@code enhanced}, {@code enabled} or {@code disabled}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ClusterSetting(
        @Nullable ClusterSettingName name, @Nullable String value, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ClusterSetting {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ClusterSettingBuilder builder() {
        return ClusterSettingBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ClusterSettingBuilder toBuilder() {
        return ClusterSettingBuilder.builder(this);
    }
}
