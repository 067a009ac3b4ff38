package io.stowage.ecs.placement.plugin;

import org.jspecify.annotations.Nullable;

/**
 * A constraint or strategy as a request has it.
 *
 * @param type the {@code type}, which is the name of the plug-in
 * @param argument the {@code expression} of a constraint, the {@code field} of a strategy; {@code null} if absent
 * @param pointer where it stands in the request: {@code /placementConstraints/0}, {@code
 *     /taskDefinition/placementConstraints/0}, {@code /placementStrategy/1}
 * @param task the task that it is about
 */
public record RuleDefinition(String type, @Nullable String argument, String pointer, TaskToPlace task) {
    /**
     * Whether it stands in the task definition instead of the request.
     *
     * @return true for a constraint of the task definition
     */
    public boolean inTaskDefinition() {
        return pointer.startsWith("/taskDefinition/");
    }
}
