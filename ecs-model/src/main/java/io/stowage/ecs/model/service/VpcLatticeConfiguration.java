package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ties a named port of the tasks of a service to a target group of VPC Lattice.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VpcLatticeConfiguration.html">VpcLatticeConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param portName which port is registered: the {@code name} of a port mapping of the task definition; required
 * @param roleArn the infrastructure role with which ECS registers the tasks; required
 * @param targetGroupArn the VPC Lattice target group; required
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record VpcLatticeConfiguration(
        @Nullable String portName,
        @Nullable String roleArn,
        @Nullable String targetGroupArn,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public VpcLatticeConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static VpcLatticeConfigurationBuilder builder() {
        return VpcLatticeConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public VpcLatticeConfigurationBuilder toBuilder() {
        return VpcLatticeConfigurationBuilder.builder(this);
    }
}
