package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import java.util.List;
import java.util.Objects;

/**
 * Whether requests ask for the same task by the same rules, so that one {@link Plan} serves them. What belongs to one call of many is not
 * looked at: how many tasks, their ids and their time of creation, where random choices start, whether tasks wait, and for which daemons
 * room is kept. Those who share a plan ask their own request for these.
 */
final class SameRules {
    private SameRules() {}

    /** Mostly a comparison of references: callers who make a request for each task have its parts already. */
    static boolean test(PlacementRequest one, PlacementRequest other) {
        return one == other
                || (one.taskDefinition().equals(other.taskDefinition())
                        && Objects.equals(one.service(), other.service())
                        // The group of a service follows from its name.
                        && (one.service() != null || one.group().equals(other.group()))
                        && one.placementConstraints().equals(other.placementConstraints())
                        && one.placementStrategy().equals(other.placementStrategy())
                        && Objects.equals(one.overrides(), other.overrides())
                        && one.requiredAttributes().equals(other.requiredAttributes())
                        && one.subnetAvailabilityZones().equals(other.subnetAvailabilityZones())
                        && Objects.equals(one.capacityProvider(), other.capacityProvider())
                        && Objects.equals(one.launchType(), other.launchType())
                        && one.capacityProviderStrategy().equals(other.capacityProviderStrategy())
                        && one.apiLimits() == other.apiLimits()
                        && one.platformCheck() == other.platformCheck()
                        && one.derivesRequiredAttributes() == other.derivesRequiredAttributes());
    }

    /**
     * Equal for requests of the same rules. Of all that may differ it looks at what does differ where there are many requests, and whose
     * hash is cheap, because it is asked for every request: texts know theirs, a whole task definition does not.
     */
    static int hash(PlacementRequest request) {
        int hash = Objects.hashCode(request.service());
        hash = 31 * hash + hash(request.taskDefinition());
        List<PlacementStrategy> strategies = request.placementStrategy();
        for (int i = 0; i < strategies.size(); i++) {
            hash = 31 * hash + Objects.hashCode(strategies.get(i).field());
        }
        List<PlacementConstraint> constraints = request.placementConstraints();
        for (int i = 0; i < constraints.size(); i++) {
            hash = 31 * hash + Objects.hashCode(constraints.get(i).expression());
        }
        return 31 * hash + Objects.hashCode(request.capacityProvider());
    }

    private static int hash(TaskDefinition definition) {
        int hash = Objects.hashCode(definition.family());
        hash = 31 * hash + Objects.hashCode(definition.revision());
        List<ContainerDefinition> containers = definition.containerDefinitions();
        for (int i = 0; i < containers.size(); i++) {
            hash = 31 * hash + Objects.hashCode(containers.get(i).cpu());
            hash = 31 * hash + Objects.hashCode(containers.get(i).memory());
        }
        return hash;
    }
}
