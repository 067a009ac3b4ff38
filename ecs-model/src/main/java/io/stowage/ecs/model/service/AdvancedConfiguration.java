package io.stowage.ecs.model.service;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ECS needs to shift traffic between two target groups in a blue/green, linear or canary deployment: the second target group, the
 * listener rules and a role.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AdvancedConfiguration.html">AdvancedConfiguration</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param alternateTargetGroupArn the second target group; ECS lets the two change places from deployment to deployment. Required for
 *     these strategies
 * @param productionListenerRule ARN of the listener rule (Application Load Balancer) or listener (Network Load Balancer) that carries
 *     production traffic; required for these strategies
 * @param roleArn the infrastructure role with which ECS changes target groups and listener rules; required for these strategies
 * @param testListenerRule ARN of the rule or listener that carries test traffic to the new revision; absent: there is no test traffic
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record AdvancedConfiguration(
        @Nullable String alternateTargetGroupArn,
        @Nullable String productionListenerRule,
        @Nullable String roleArn,
        @Nullable String testListenerRule,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public AdvancedConfiguration {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static AdvancedConfigurationBuilder builder() {
        return AdvancedConfigurationBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public AdvancedConfigurationBuilder toBuilder() {
        return AdvancedConfigurationBuilder.builder(this);
    }
}
