package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why no instance of a pool took a task: the first failed check of each, and which instance came closest.
 *
 * @param all ordered by id
 * @param closest the one whose failed check comes latest; of several the one that lacks least of what is needed, then the one with
 *     the smallest id. {@code null} if the pool is empty
 */
record Refusals(FailureList all, @Nullable Refused closest) {
    /** The message with which ECS refuses a request if there is no instance in the pool; null if there is one. */
    @Nullable
    String error(Pool pool) {
        return all.isEmpty() ? pool.empty() : null;
    }

    static Refusals of(EngineCore core, Plan plan, Turn turn) {
        List<Refused> all = new ArrayList<>();
        Refused closest = null;
        for (Candidate instance : core.cluster()) {
            Refused refused = Refused.of(instance, plan, turn);
            if (refused != null) {
                all.add(refused);
                closest = Refused.closest(closest, refused);
            }
        }
        ReasonCounts reasons = new ReasonCounts();
        all.forEach(refused -> reasons.count(refused.reason(), 1));
        return new Refusals(new FailureList(reasons, all::stream), closest);
    }
}
