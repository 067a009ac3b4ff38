package io.stowage.ecs.model.common;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The network settings of a task or service. Network mode {@code awsvpc} requires them, the other modes do not allow them.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkConfiguration.html">NetworkConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param awsvpcConfiguration the subnets and security groups to use; absent outside network mode {@code awsvpc}
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record NetworkConfiguration(
        @Nullable AwsVpcConfiguration awsvpcConfiguration, Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public NetworkConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static NetworkConfigurationBuilder builder() {
        return NetworkConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public NetworkConfigurationBuilder toBuilder() {
        return NetworkConfigurationBuilder.builder(this);
    }
}
