package io.stowage.ecs.model.network;

import java.util.List;

/**
 * A load balancer with its listeners.
 *
 * @param arn its ARN, or for a classic one its name
 * @param kind what kind it is
 * @param availabilityZones zones of its subnets; they must cover those of the tasks
 * @param securityGroups ids of its security groups
 * @param listeners its listeners
 */
public record ElasticLoadBalancer(
        String arn,
        LoadBalancerKind kind,
        List<String> availabilityZones,
        List<String> securityGroups,
        List<Listener> listeners) {
    /** Copies the lists. */
    public ElasticLoadBalancer {
        availabilityZones = List.copyOf(availabilityZones);
        securityGroups = List.copyOf(securityGroups);
        listeners = List.copyOf(listeners);
    }
}
