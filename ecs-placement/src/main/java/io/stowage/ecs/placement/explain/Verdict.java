package io.stowage.ecs.placement.explain;

import java.util.List;
import java.util.Objects;

/**
 * What can be expected of a task. Immutable.
 *
 * @param kind whether it can be placed, and whether it ever could
 * @param because why, one sentence without its full stop
 * @param containerInstances {@link Kind#PLACEABLE}: the instances that take it; {@link Kind#NOT_NOW}: the instances that would take it if
 *     they were empty, active and connected; in the order of their ids; unmodifiable, else empty
 */
public record Verdict(Kind kind, String because, List<String> containerInstances) {
    /** Copies the list. */
    public Verdict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(because, "because");
        containerInstances = List.copyOf(containerInstances);
    }

    /** From good to hopeless. */
    public enum Kind {
        /** An instance takes it. */
        PLACEABLE,
        /**
         * None takes it as things stand, but a new instance like one that there is would. Or all that fails on such an instance is a
         * constraint that hangs on the tasks which run there, and so may hold later.
         */
        NOT_NOW,
        /** No new instance like one that there is would take it, the cluster's capacity providers and zones included. */
        NEVER_ON_THESE_TYPES,
        /** No instance could take it, however large: the request contradicts itself or a limit of ECS. */
        NEVER_ANYWHERE
    }
}
