package io.stowage.ecs.placement.service;

/** What becomes of a rolling deployment, over every order of starts and stops that its settings allow. */
public enum RolloutVerdict {
    /** Whatever the order, it finishes. */
    ALWAYS_FINISHES,
    /** Some order ends where nothing can start or stop any more, and others may finish. */
    MAY_STALL,
    /** It begins, but no order finishes. */
    ALWAYS_STALLS,
    /** Nothing can start and nothing can stop from the beginning. */
    CANNOT_START,
    /** There are more states than were looked at, no stall among them, and no proof that there is none. */
    NOT_DECIDED
}
