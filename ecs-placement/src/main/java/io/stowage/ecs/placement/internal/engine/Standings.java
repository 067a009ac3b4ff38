package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.plugin.StrategyPlugin.Scores;
import io.stowage.ecs.placement.plugin.TieBreaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has found out of each instance: whether its task fits there, and the scores of strategies that the index does not know. An
 * answer stays good for as long as the instance is what it was, because the plan has no rule that depends on anything else; so a decision
 * asks plug-ins about the instances that have changed since the one before. The rest is a pass over numbers.
 *
 * <p>Nothing is asked that the {@link ExhaustiveCore} would not ask too: no scores if one instance alone is left, none of a later strategy but
 * of those that tie.
 */
final class Standings {
    private final Plan plan;
    private final int[][] scoredAt;
    private final @Nullable Score[][] scores;
    private int[] askedAt = new int[0];
    private boolean[] fits = new boolean[0];
    private int[] left = new int[0];

    Standings(Plan plan) {
        this.plan = plan;
        this.scoredAt = new int[plan.strategies().size()][0];
        this.scores = new Score[plan.strategies().size()][0];
    }

    /** Whether all that decides between two instances can be found by looking at each of them alone. */
    static boolean canKeep(Plan plan) {
        return canKeepRefusals(plan)
                && plan.strategies().stream()
                        .noneMatch(strategy -> isOpen(strategy.ranking().dependsOn()));
    }

    /** Whether what refuses a task can be found by looking at each instance alone. */
    static boolean canKeepRefusals(Plan plan) {
        return plan.checks().stream().noneMatch(check -> isOpen(check.test().dependsOn()));
    }

    private static boolean isOpen(Iterable<DependsOn> dependsOn) {
        for (DependsOn one : dependsOn) {
            if (one == DependsOn.EVERYTHING) {
                return true;
            }
        }
        return false;
    }

    /** How many answers it keeps, if there are so many instances. */
    long size(int instances) {
        return (1L + scores.length) * instances;
    }

    /** Whether it keeps none. */
    boolean isEmpty() {
        return askedAt.length == 0;
    }

    /** Forgets everything. */
    void forget() {
        askedAt = new int[0];
        Arrays.fill(scoredAt, askedAt);
        Arrays.setAll(scores, strategy -> new Score[0]);
    }

    /**
     * The instance that the next task goes to, or {@link EngineCore#NONE}.
     *
     * @param inOrder the instances in the order of their ids
     * @param versions another number, never 0, for each state of an instance; by instance
     * @param accepts whether the task fits on an instance
     */
    int choose(int[] inOrder, int[] versions, IntPredicate accepts, IntFunction<Candidate> candidates, Turn turn) {
        int count = fitting(inOrder, versions, accepts);
        for (int i = 0; i < scores.length && count > 1; i++) {
            score(i, count, versions, candidates, turn);
            count = best(Objects.requireNonNull(scores[i]), count);
            if (plan.strategies().get(i).ranking().terminal()) {
                break;
            }
        }
        if (count <= 1 || plan.tieBreaker() == TieBreaker.smallestId()) {
            return count == 0 ? EngineCore.NONE : left[0];
        }
        List<Candidate> tied = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tied.add(candidates.apply(left[i]));
        }
        return left[tied.indexOf(plan.tieBreaker().choose(List.copyOf(tied), turn))];
    }

    private int fitting(int[] inOrder, int[] versions, IntPredicate accepts) {
        if (askedAt.length < versions.length) {
            askedAt = Arrays.copyOf(askedAt, versions.length);
            fits = Arrays.copyOf(fits, versions.length);
        }
        if (left.length < inOrder.length) {
            left = new int[inOrder.length];
        }
        int count = 0;
        for (int instance : inOrder) {
            if (askedAt[instance] != versions[instance]) {
                fits[instance] = accepts.test(instance);
                askedAt[instance] = versions[instance];
            }
            if (fits[instance]) {
                left[count++] = instance;
            }
        }
        return count;
    }

    /** Makes sure that a strategy has scored those that are left. */
    private void score(int strategy, int count, int[] versions, IntFunction<Candidate> candidates, Turn turn) {
        if (scoredAt[strategy].length < versions.length) {
            scoredAt[strategy] = Arrays.copyOf(scoredAt[strategy], versions.length);
            scores[strategy] = Arrays.copyOf(Objects.requireNonNull(scores[strategy]), versions.length);
        }
        int[] at = scoredAt[strategy];
        List<Candidate> changed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (at[left[i]] != versions[left[i]]) {
                changed.add(candidates.apply(left[i]));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        List<Candidate> asked = List.copyOf(changed);
        Scores<Candidate> answers = plan.strategies().get(strategy).ranking().forPlacement(asked, turn);
        int next = 0;
        for (int i = 0; i < count; i++) {
            int instance = left[i];
            if (at[instance] != versions[instance]) {
                scores[strategy][instance] = answers.of(asked.get(next++));
                at[instance] = versions[instance];
            }
        }
    }

    /** Keeps those with the lowest score. */
    private int best(@Nullable Score[] byInstance, int count) {
        int kept = 0;
        Score lowest = null;
        for (int i = 0; i < count; i++) {
            Score score = Objects.requireNonNull(byInstance[left[i]]);
            int order = lowest == null ? -1 : score.compareTo(lowest);
            if (order < 0) {
                lowest = score;
                kept = 0;
            }
            if (order <= 0) {
                left[kept++] = left[i];
            }
        }
        return kept;
    }
}
