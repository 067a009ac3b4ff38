package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import org.jspecify.annotations.Nullable;

/** Which instances a request looks at at all. The others refuse nothing: they are not asked. */
final class Pool {
    private static final String EXTERNAL = "ecs.capability.external";

    private Pool() {}

    /** Why the request does not look at the instance; null if it does. */
    static @Nullable String outside(InstanceSnapshot instance, PlacementRequest request) {
        if (!instance.status().equals("ACTIVE")) {
            return "its status is " + instance.status();
        }
        String provider = request.capacityProvider();
        if (provider != null) {
            return provider.equals(instance.capacityProvider())
                    ? null
                    : "it does not belong to capacity provider " + provider;
        }
        boolean external = instance.attributes().containsKey(EXTERNAL);
        boolean wanted = LaunchType.EXTERNAL.equals(request.launchType());
        if (external == wanted) {
            return null;
        }
        return external ? "it is an external instance, the launch type is EC2" : "it is no external instance";
    }

    /** What ECS answers when no instance is left. */
    static String empty(PlacementRequest request) {
        return "No Container Instances were found in your "
                + (request.capacityProvider() == null ? "cluster." : "capacity provider.");
    }
}
