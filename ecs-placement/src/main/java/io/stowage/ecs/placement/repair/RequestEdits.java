package io.stowage.ecs.placement.repair;

import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinitionPlacementConstraint;
import io.stowage.ecs.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changed copies of requests. */
final class RequestEdits {
    static final String TASK_DEFINITION = "/taskDefinition";
    static final String CONSTRAINTS = "/placementConstraints/";

    private RequestEdits() {}

    static PlacementRequest withDynamicPort(PlacementRequest request, String pointer) {
        // /taskDefinition/containerDefinitions/0/portMappings/0
        String[] parts = pointer.split("/", -1);
        int mapping = Integer.parseInt(parts[5]);
        return withContainer(request, Integer.parseInt(parts[3]), container -> {
            List<PortMapping> mappings = new ArrayList<>(container.portMappings());
            mappings.set(mapping, mappings.get(mapping).toBuilder().hostPort(0).build());
            return container.toBuilder().portMappings(mappings).build();
        });
    }

    static PlacementRequest withContainer(
            PlacementRequest request, int index, UnaryOperator<ContainerDefinition> change) {
        TaskDefinition definition = request.taskDefinition();
        List<ContainerDefinition> containers = new ArrayList<>(definition.containerDefinitions());
        containers.set(index, change.apply(containers.get(index)));
        return request.toBuilder()
                .taskDefinition(
                        definition.toBuilder().containerDefinitions(containers).build())
                .build();
    }

    static PlacementRequest withSubnetZone(PlacementRequest request, String zone) {
        List<String> zones = new ArrayList<>(request.subnetAvailabilityZones());
        zones.add(zone);
        return request.toBuilder().subnetAvailabilityZones(zones).build();
    }

    static PlacementRequest withoutConstraint(PlacementRequest request, Change.DropConstraint dropped) {
        if (dropped.pointer().startsWith(TASK_DEFINITION)) {
            TaskDefinition definition = request.taskDefinition();
            List<TaskDefinitionPlacementConstraint> rest = without(
                    definition.placementConstraints(),
                    constraint -> constraint.type() != null
                            && constraint.type().value().equals(dropped.type())
                            && Objects.equals(constraint.expression(), dropped.expression()));
            return request.toBuilder()
                    .taskDefinition(
                            definition.toBuilder().placementConstraints(rest).build())
                    .build();
        }
        List<PlacementConstraint> rest = without(
                request.placementConstraints(),
                constraint -> constraint.type() != null
                        && constraint.type().value().equals(dropped.type())
                        && Objects.equals(constraint.expression(), dropped.expression()));
        return request.toBuilder().placementConstraints(rest).build();
    }

    /** By what it is and not by where it stands: where it stands changes when another one goes first. */
    private static <T> List<T> without(List<T> all, Predicate<T> wanted) {
        List<T> rest = new ArrayList<>(all);
        for (int i = 0; i < rest.size(); i++) {
            if (wanted.test(rest.get(i))) {
                rest.remove(i);
                return rest;
            }
        }
        return rest;
    }
}
