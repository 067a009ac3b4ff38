package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.function.Function;

/** Facts about the load balancers of a service that rules of several sections share. */
final class Balancing {
    private static final Function<Facts, Boolean> HAS_CLASSIC = Balancing::findClassic;

    private Balancing() {}

    /** Whether an entry is for a Classic Load Balancer: it gives a name, and no target group besides, which is a finding of its own. */
    static boolean isClassic(View<LoadBalancer> entry) {
        return entry.has(LoadBalancer::loadBalancerName) && entry.lacks(LoadBalancer::targetGroupArn);
    }

    /** Whether the service uses a Classic Load Balancer. */
    static boolean hasClassic(Facts facts) {
        return facts.once(HAS_CLASSIC);
    }

    private static boolean findClassic(Facts facts) {
        return facts.service().each(CreateServiceRequest::loadBalancers).stream()
                .anyMatch(Balancing::isClassic);
    }
}
