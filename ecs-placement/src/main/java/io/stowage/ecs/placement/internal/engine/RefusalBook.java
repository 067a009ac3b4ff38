package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.internal.engine.Refusals.Closest;
import io.stowage.ecs.placement.plugin.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan fits on none of the instances, put into words anew only for instances that have changed since it was asked before. For plans
 * whose checks depend on nothing but the instance.
 */
final class RefusalBook {
    private final Plan plan;
    private int[] askedAt = new int[0];
    private @Nullable Closest[] answers = new Closest[0];

    RefusalBook(Plan plan) {
        this.plan = plan;
    }

    /**
     * All refusals.
     *
     * @param inOrder the instances in the order of their ids
     * @param versions another number, never 0, for each state of an instance; by instance
     */
    Refusals refusals(int[] inOrder, int[] versions, IntFunction<Candidate> candidates, Turn turn) {
        if (askedAt.length < versions.length) {
            askedAt = Arrays.copyOf(askedAt, versions.length);
            answers = Arrays.copyOf(answers, versions.length);
        }
        List<PlacementFailure> all = new ArrayList<>(inOrder.length);
        Closest closest = null;
        for (int instance : inOrder) {
            if (askedAt[instance] != versions[instance]) {
                answers[instance] = Refusals.of(candidates.apply(instance), plan, turn);
                askedAt[instance] = versions[instance];
            }
            Closest answer = answers[instance];
            if (answer != null) {
                all.add(answer.failure());
                closest = Closest.of(closest, answer);
            }
        }
        return new Refusals(all, closest);
    }
}
