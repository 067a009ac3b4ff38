package io.stowage.ecs.placement.explain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a task does not go to a certain instance. Immutable.
 *
 * @param containerInstance the id of the instance
 * @param answer the kind of reason
 * @param failures {@link Answer#REFUSED}: all checks that fail there; unmodifiable, else empty
 * @param lost {@link Answer#RANKED_BEHIND}: where it lost; else {@code null}
 */
public record WhyNot(
        String containerInstance,
        Answer answer,
        List<FailedCheck> failures,
        @Nullable Loss lost) {
    /** Copies the list. */
    public WhyNot {
        Objects.requireNonNull(containerInstance, "containerInstance");
        Objects.requireNonNull(answer, "answer");
        failures = List.copyOf(failures);
    }

    /** The kinds of reasons. */
    public enum Answer {
        /** There is none: the task goes there. */
        CHOSEN,
        /** A check fails. */
        REFUSED,
        /** All checks hold, but another instance is better. */
        RANKED_BEHIND
    }

    /**
     * The step of the ranking at which an instance lost.
     *
     * @param by the strategy, or the tie-breaker if all strategies found it as good
     * @param value what the strategy found of it; the id of the instance for a tie-breaker
     * @param winner the id of the instance that the task goes to
     * @param winnerValue what the strategy found of that one; the id of the instance for a tie-breaker
     */
    public record Loss(String by, String value, String winner, String winnerValue) {
        @Override
        public String toString() {
            return "it loses to " + winner + " by " + by + ": " + value + ", against " + winnerValue;
        }
    }

    static WhyNot of(InstanceExplanation instance, @Nullable Ranking ranking) {
        String id = instance.containerInstance();
        if (!instance.takesTask() || ranking == null) {
            return new WhyNot(id, Answer.REFUSED, instance.failures(), null);
        }
        return id.equals(ranking.chosen())
                ? new WhyNot(id, Answer.CHOSEN, List.of(), null)
                : new WhyNot(id, Answer.RANKED_BEHIND, List.of(), loss(id, ranking));
    }

    private static Loss loss(String id, Ranking ranking) {
        String winner = ranking.chosen();
        for (RankingStep step : ranking.steps()) {
            Ranked own = find(step, id);
            if (!own.stays()) {
                return new Loss(
                        step.strategy(), own.value(), winner, find(step, winner).value());
            }
        }
        return new Loss(ranking.tieBreaker(), id, winner, winner);
    }

    private static Ranked find(RankingStep step, String id) {
        return step.candidates().stream()
                .filter(candidate -> candidate.containerInstance().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the reason in words, a line for each failed check. */
    @Override
    public String toString() {
        return containerInstance + ": "
                + switch (answer) {
                    case CHOSEN -> "the task goes there";
                    case REFUSED ->
                        String.join(
                                "\n  ",
                                failures.stream().map(FailedCheck::detail).toList());
                    case RANKED_BEHIND -> String.valueOf(lost);
                };
    }
}
