package io.stowage.ecs.placement.internal.engine;

import org.jspecify.annotations.Nullable;

/** One thing that must hold for a task to run on an instance. Pure: the same instance in the same state gives the same answer. */
@FunctionalInterface
interface Check {
    /** Why the instance fails it, or null if it passes. */
    @Nullable
    Refusal refusal(Node node);
}
