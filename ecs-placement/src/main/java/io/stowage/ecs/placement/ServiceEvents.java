package io.stowage.ecs.placement;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words of ECS about a task that could not be placed (developer guide, service event messages, 2026-08). */
final class ServiceEvents {
    private ServiceEvents() {}

    static String notPlaced(String service, @Nullable PlacementFailure closest, @Nullable String error) {
        String start = "(service " + service
                + ") was unable to place a task because no container instance met all of its requirements. ";
        String cause = closest == null
                ? "Reason: " + Objects.requireNonNullElse(error, "No Container Instances were found in your cluster.")
                : "The closest matching (container-instance " + shortId(closest.containerInstance()) + ") "
                        + cause(closest.reason()) + ".";
        return start + cause
                + " For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";
    }

    private static String shortId(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** ECS has words for a few reasons and quotes the rest; those about memory are ours, after those about CPU. */
    private static String cause(String reason) {
        return switch (reason) {
            case "RESOURCE:PORTS", "RESOURCE:PORTS_UDP" -> "is already using a port required by your task";
            case "RESOURCE:CPU" -> "has insufficient CPU units available";
            case "RESOURCE:MEMORY" -> "has insufficient memory available";
            case "ATTRIBUTE" -> "is missing an attribute required by your task";
            default -> "encountered error \"" + reason + "\"";
        };
    }
}
