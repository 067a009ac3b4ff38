package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;
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
    private static final List<Limit> LIMITS = List.of(Limit.values());
    static final String EXTERNAL = "ecs.capability.external";

    /** Why the request does not look at the instance; null if it does. */
    @Nullable
    String outside(Candidate instance) {
        for (Limit limit : LIMITS) {
            String outside = outside(instance, limit);
            if (outside != null) {
                return outside;
            }
        }
        return null;
    }

    /** What keeps an instance out of a pool, in the order in which it is told. */
    enum Limit {
        STATUS,
        ZONE,
        CAPACITY_PROVIDER,
        LAUNCH_TYPE
    }

    /** Why that limit keeps the instance out; null if it does not. */
    @Nullable
    String outside(Candidate instance, Limit limit) {
        return switch (limit) {
            case STATUS -> instance.status().equals("ACTIVE") ? null : "its status is " + instance.status();
            case ZONE ->
                zone == null || zone.equals(instance.attributeValue(InstanceSnapshot.ZONE_ATTRIBUTE))
                        ? null
                        : "it is not in " + zone;
            case CAPACITY_PROVIDER -> outsideProviders(instance.capacityProvider());
            // Instances of a capacity provider are used whatever they are.
            case LAUNCH_TYPE -> capacityProviders.isEmpty() ? outsideLaunchType(instance) : null;
        };
    }

    private @Nullable String outsideProviders(@Nullable String provider) {
        return capacityProviders.isEmpty() || (provider != null && capacityProviders.contains(provider))
                ? null
                : "it does not belong to capacity provider " + String.join(" or ", capacityProviders);
    }

    private @Nullable String outsideLaunchType(Candidate instance) {
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
