package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.plugin.TieBreaker;
import io.stowage.ecs.placement.snapshot.HeldResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request made ready: its needs, its checks in the order in which reasons are reported, its strategies. Made by a {@link PlanMaker},
 * which finds all that is wrong with the request. Immutable; serves any number of tasks.
 *
 * @param request what it was made from. Plans are shared by requests of the same {@linkplain RequestRules rules}; whoever runs one asks the
 *     request that is run for what is no rule
 * @param task the task, all of a request being alike
 * @param customNeeds what the task needs of custom resources
 * @param pool which instances it looks at
 * @param checks in the order in which reasons are reported
 * @param strategies in order, the defaults filled in
 * @param tieBreaker who has the last word
 * @param alike what every task gets, wherever it goes; {@code null} if that differs, because it has devices
 */
public record Plan(
        PlacementRequest request,
        TaskToPlace task,
        List<CustomNeed> customNeeds,
        Pool pool,
        List<Check> checks,
        List<Strategy> strategies,
        TieBreaker tieBreaker,
        @Nullable HeldResources alike) {

    /** The same as made from another request of the same rules. */
    Plan askedBy(PlacementRequest other) {
        return request == other
                ? this
                : new Plan(other, task, customNeeds, pool, checks, strategies, tieBreaker, alike);
    }

    /** The same for the instances of a capacity provider. */
    Plan ofProvider(String provider) {
        Pool other = new Pool(null, Set.of(provider), pool.zone());
        return new Plan(request, task, customNeeds, other, checks, strategies, tieBreaker, alike);
    }

    /** The same for the instances of a zone. */
    Plan inZone(String zone) {
        Pool other = new Pool(pool.launchType(), pool.capacityProviders(), zone);
        return new Plan(request, task, customNeeds, other, checks, strategies, tieBreaker, alike);
    }

    /** The same without constraints, as StartTask has it. */
    Plan withoutConstraints() {
        List<Check> rest = checks.stream()
                .filter(check -> check.kind() != Check.Kind.CONSTRAINT)
                .toList();
        return new Plan(request, task, customNeeds, pool, rest, strategies, tieBreaker, alike);
    }

    /**
     * Whether it may serve more requests than the one it was made from. Rules of ECS forget each request; of others, those may be used again
     * that do not depend on everything.
     */
    boolean isReusable() {
        for (Check check : checks) {
            if (!isOfEcs(check) && check.test().dependsOn().contains(DependsOn.EVERYTHING)) {
                return false;
            }
        }
        for (Strategy strategy : strategies) {
            if (!isOfEcs(strategy) && strategy.ranking().dependsOn().contains(DependsOn.EVERYTHING)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nobody but ECS has constraints and strategies in it. */
    boolean isOfEcs() {
        return checks.stream().allMatch(Plan::isOfEcs) && strategies.stream().allMatch(Plan::isOfEcs);
    }

    private static boolean isOfEcs(Check check) {
        return check.kind() != Check.Kind.CONSTRAINT
                || check.test() instanceof DistinctInstance.OfGroup
                || check.test() instanceof MemberOf.Expression;
    }

    private static boolean isOfEcs(Strategy strategy) {
        return strategy.ranking() instanceof Spread.Over
                || strategy.ranking() instanceof Binpack.By
                || strategy.ranking() instanceof RandomChoice.ByLot;
    }

    /** The first check that an instance of the pool fails, or null if the task can go there. */
    @Nullable
    Failed firstFailed(Candidate instance, Turn turn) {
        for (int i = 0; i < checks.size(); i++) {
            Refusal refusal = checks.get(i).refusal(instance, turn);
            if (refusal != null) {
                return new Failed(i, checks.get(i), refusal);
            }
        }
        return null;
    }

    /** All checks that an instance fails, in their order. */
    List<Failed> allFailed(Candidate instance, Turn turn) {
        List<Failed> failed = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Refusal refusal = checks.get(i).refusal(instance, turn);
            if (refusal != null) {
                failed.add(new Failed(i, checks.get(i), refusal));
            }
        }
        return failed;
    }

    /**
     * A failed check.
     *
     * @param order its place among the checks of the plan
     * @param check the check
     * @param refusal its answer
     */
    record Failed(int order, Check check, Refusal refusal) {
        PlacementFailure of(Candidate instance) {
            return Refused.failure(instance.id(), refusal);
        }
    }

    /** Narrows the candidates, which are in the order of their ids, strategy by strategy. */
    Narrowing<Candidate> narrow(List<Candidate> candidates, Turn turn) {
        return narrow(candidates, 0, turn);
    }

    /** The same for candidates that are equal in the first so many strategies. */
    Narrowing<Candidate> narrow(List<Candidate> candidates, int equalIn, Turn turn) {
        return Narrowing.of(
                candidates,
                strategies.subList(equalIn, strategies.size()),
                (ranking, tied) -> ranking.forPlacement(tied, turn),
                tied -> tieBreaker.choose(tied, turn));
    }
}
