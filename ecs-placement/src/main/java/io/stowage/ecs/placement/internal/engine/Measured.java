package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.Refusal;
import org.jspecify.annotations.Nullable;

/** A check of an amount. The amount that an instance has decides it and is all that its refusal hangs on, so the words can wait. */
interface Measured extends ConstraintPlugin.Check {
    /** The reason word of its refusals. */
    String reason();

    /** How much is needed. */
    long need();

    /** How much an instance has. */
    long have(Candidate candidate);

    /** Whether so much is enough. */
    boolean suffices(long have);

    /** Refuses an instance that has so much. */
    Refusal refusal(long have);

    @Override
    default @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
        long have = have(candidate);
        return suffices(have) ? null : refusal(have);
    }
}
