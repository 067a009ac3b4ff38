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
 * which finds all that is wrong with the request. Immutable; serves any number of tasks, and any number of sessions where it stays with
 * the rules of its request.
 */
public final class Plan {
    private final PlacementRequest request;
    private final TaskToPlace task;
    private final List<CustomNeed> customNeeds;
    private final Pool pool;
    private final List<Check> checks;
    private final List<Strategy> strategies;
    private final TieBreaker tieBreaker;
    private final @Nullable HeldResources alike;
    /** Found out when an index asks first; several threads that do come to the same. */
    private @Nullable PlanReading reading;

    /**
     * A plan.
     *
     * @param customNeeds unmodifiable, as the other lists are
     */
    Plan(
            PlacementRequest request,
            TaskToPlace task,
            List<CustomNeed> customNeeds,
            Pool pool,
            List<Check> checks,
            List<Strategy> strategies,
            TieBreaker tieBreaker,
            @Nullable HeldResources alike) {
        this.request = request;
        this.task = task;
        this.customNeeds = customNeeds;
        this.pool = pool;
        this.checks = checks;
        this.strategies = strategies;
        this.tieBreaker = tieBreaker;
        this.alike = alike;
    }

    /**
     * What it was made from. Plans are shared by requests of the same {@linkplain RequestRules rules}; whoever runs one asks the request
     * that is run for what is no rule.
     */
    PlacementRequest request() {
        return request;
    }

    /** The task, all of a request being alike. */
    TaskToPlace task() {
        return task;
    }

    /** What the task needs of custom resources. */
    List<CustomNeed> customNeeds() {
        return customNeeds;
    }

    /** Which instances it looks at. */
    Pool pool() {
        return pool;
    }

    /** In the order in which reasons are reported. */
    List<Check> checks() {
        return checks;
    }

    /** In order, the defaults filled in. */
    List<Strategy> strategies() {
        return strategies;
    }

    /** Who has the last word. */
    TieBreaker tieBreaker() {
        return tieBreaker;
    }

    /** What every task gets, wherever it goes; {@code null} if that differs, because it has devices. */
    @Nullable
    HeldResources alike() {
        return alike;
    }

    /** The plan in the parts that an index asks for. */
    PlanReading reading() {
        PlanReading known = reading;
        if (known == null) {
            known = PlanReader.read(this);
            reading = known;
        }
        return known;
    }

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
