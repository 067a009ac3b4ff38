package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.internal.engine.Plan.Failed;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why no instance of a pool took a task: the first failed check of each, and which instance came closest.
 *
 * @param all ordered by id
 * @param closest the one whose failed check comes latest; of several the one that lacks least of what is needed, then the one with
 *     the smallest id. {@code null} if the pool is empty
 */
record Refusals(List<PlacementFailure> all, @Nullable Closest closest) {

    /**
     * The instance that came closest.
     *
     * @param order the place of its failed check
     * @param lack how much of what is needed is missing, from 0 (nothing) to 1 (all); 1 where it is no matter of amounts
     * @param failure the refusal
     */
    record Closest(int order, double lack, PlacementFailure failure) {
        private static final Comparator<Closest> ORDER = Comparator.comparing(Closest::order, Comparator.reverseOrder())
                .thenComparing(Closest::lack)
                .thenComparing(closest -> closest.failure().containerInstance());

        static @Nullable Closest of(@Nullable Closest one, @Nullable Closest other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return ORDER.compare(one, other) <= 0 ? one : other;
        }
    }

    static Refusals of(EngineCore core, Plan plan, Turn turn) {
        List<PlacementFailure> all = new ArrayList<>();
        Closest closest = null;
        for (Candidate instance : core.cluster()) {
            Closest refused = of(instance, plan, turn);
            if (refused != null) {
                all.add(refused.failure());
                closest = Closest.of(closest, refused);
            }
        }
        return new Refusals(all, closest);
    }

    /** How one instance refuses; null if it does not, or is not asked. */
    static @Nullable Closest of(Candidate instance, Plan plan, Turn turn) {
        if (plan.pool().outside(instance) != null) {
            return null;
        }
        Failed failed = plan.firstFailed(instance, turn);
        return failed == null ? null : new Closest(failed.order(), lack(failed.refusal()), failed.of(instance));
    }

    private static double lack(Refusal refusal) {
        Long have = refusal.have();
        Long need = refusal.need();
        if (have == null || need == null || need <= 0) {
            return 1;
        }
        return Math.min(1, (double) (need - Math.min(have, need)) / need);
    }
}
