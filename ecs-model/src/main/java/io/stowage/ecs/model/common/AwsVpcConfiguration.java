package io.stowage.ecs.model.common;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The subnets and security groups for tasks that have a network interface of their own (network mode {@code awsvpc}). All belong to one
 * VPC.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html">AwsVpcConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param assignPublicIp whether tasks get a public address; absent: {@link AssignPublicIp#DISABLED}
 * @param securityGroups the IDs of at most 5 security groups; empty: the default group of the VPC
 * @param subnets the IDs of the subnets to choose from, at least 1 and at most 16; they determine the Availability Zones that are
 *     possible
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record AwsVpcConfiguration(
        @Nullable AssignPublicIp assignPublicIp,
        List<String> securityGroups,
        List<String> subnets,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public AwsVpcConfiguration {
        securityGroups = Presence.listOf(securityGroups);
        subnets = Presence.listOf(subnets);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static AwsVpcConfigurationBuilder builder() {
        return AwsVpcConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public AwsVpcConfigurationBuilder toBuilder() {
        return AwsVpcConfigurationBuilder.builder(this);
    }

    /**
     * Whether the interface gets a public address: what is written, or not.
     *
     * @return never null
     */
    public AssignPublicIp effectiveAssignPublicIp() {
        return assignPublicIp == null ? AssignPublicIp.DISABLED : assignPublicIp;
    }
}
