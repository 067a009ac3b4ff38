package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which instances a request looks at at all. The others refuse nothing: they are not asked.
 *
 * @param launchType the launch type, {@code null} for EC2
 * @param capacityProviders the capacity providers whose instances are meant, empty for a launch type
 * @param zone the zone that rebalancing starts a task in, {@code null} for all
 */
record Pool(
        @Nullable LaunchType launchType,
        Set<String> capacityProviders,
        @Nullable String zone) {
    private static final String EXTERNAL = "ecs.capability.external";

    /** Why the request does not look at the instance; null if it does. */
    @Nullable
    String outside(Candidate instance) {
        if (!instance.status().equals("ACTIVE")) {
            return "its status is " + instance.status();
        }
        if (zone != null && !zone.equals(instance.attributeValue(InstanceSnapshot.ZONE_ATTRIBUTE))) {
            return "it is not in " + zone;
        }
        if (!capacityProviders.isEmpty()) {
            String provider = instance.capacityProvider();
            return provider != null && capacityProviders.contains(provider)
                    ? null
                    : "it does not belong to capacity provider " + String.join(" or ", capacityProviders);
        }
        boolean external = instance.hasAttribute(EXTERNAL);
        boolean wanted = LaunchType.EXTERNAL.equals(launchType);
        if (external == wanted) {
            return null;
        }
        return external ? "it is an external instance, the launch type is EC2" : "it is no external instance";
    }

    /** The provider that a task on the instance is launched with; null for a launch type. */
    @Nullable
    String providerOn(Candidate instance) {
        return capacityProviders.isEmpty() ? null : instance.capacityProvider();
    }

    /** What ECS answers when no instance is left. */
    String empty() {
        return "No Container Instances were found in your "
                + (capacityProviders.isEmpty() ? "cluster." : "capacity provider.");
    }
}
