package io.stowage.ecs.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one instance did not take a task: the first check that it failed, in ECS's own word, with the numbers.
 *
 * @param containerInstance the id of the instance
 * @param reason ECS's reason, for example {@code RESOURCE:MEMORY} or {@code MemberOf placement constraint unsatisfied.}
 * @param detail one sentence with what was needed and what was there
 * @param have how much the instance has left; {@code null} if the reason is no amount
 * @param need how much the task needs; {@code null} if the reason is no amount
 * @param askedBy JSON pointers to the members of the request that ask for it: {@code /taskDefinition/containerDefinitions/0/cpu},
 *     {@code /overrides/memory}, {@code /placementConstraints/0}; unmodifiable, may be empty
 */
public record PlacementFailure(
        String containerInstance,
        String reason,
        String detail,
        @Nullable Long have,
        @Nullable Long need,
        List<String> askedBy) {
    /** Copies the list. */
    public PlacementFailure {
        askedBy = List.copyOf(askedBy);
    }
}
