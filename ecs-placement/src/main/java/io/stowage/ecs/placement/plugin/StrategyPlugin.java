package io.stowage.ecs.placement.plugin;

import java.util.List;
import java.util.Set;

/**
 * A kind of placement strategy. A request uses it by its {@code type}; the {@code field} is its argument. Strategies compare in order,
 * each only the candidates that tie by the one before; the lowest score is best.
 */
public interface StrategyPlugin {
    /**
     * The card; its name is the {@code type}.
     *
     * @return always equal
     */
    PluginInfo info();

    /**
     * Makes a strategy of a request ready. What {@linkplain Ranking#dependsOn does not depend on everything} may serve the same request, and requests
     * that are equal in what they ask for and by which rules, again.
     *
     * @param definition the strategy as it is written
     * @return what ranks instances for this request
     * @throws UnusableRuleException if it is not written as it must be
     */
    Ranking prepare(RuleDefinition definition) throws UnusableRuleException;

    /** A strategy of one request. */
    interface Ranking {
        /**
         * Scores instances for the next task: the lowest goes first.
         *
         * @param tied the instances that tie by the strategies before, in the order of their ids; unmodifiable
         * @param context what surrounds the decision
         * @return a score for each of them
         */
        Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context);

        /**
         * Scores tasks for the next one to stop: the lowest goes first.
         *
         * @param tied the tasks that tie by the strategies before, in the order of their ids; unmodifiable
         * @param context what surrounds the decision
         * @return a score for each of them
         */
        Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context);

        /**
         * Whether no strategy behind this one has a say.
         *
         * @return false unless the strategy says otherwise
         */
        default boolean terminal() {
            return false;
        }

        /**
         * What the score of an instance can change with.
         *
         * @return {@link DependsOn#ANYTHING} unless the plug-in says less
         */
        default Set<DependsOn> dependsOn() {
            return DependsOn.ANYTHING;
        }
    }

    /**
     * The scores of one decision.
     *
     * @param <T> what is chosen between
     */
    @FunctionalInterface
    interface Scores<T> {
        /**
         * The score of one choice.
         *
         * @param choice one of those that were given
         * @return its score
         */
        Score of(T choice);

        /**
         * What makes a choice as good as it is; asked before the choice takes effect.
         *
         * @param choice one of those that were given
         * @return a few words, for example {@code us-east-1b has 1 task}
         */
        default String because(T choice) {
            return "score " + of(choice);
        }

        /**
         * What of a choice is compared, good or not; explanations show it of every choice.
         *
         * @param choice one of those that were given
         * @return a few words, for example {@code 512 MiB left}; unless the strategy says otherwise, the same as {@link #because}
         */
        default String value(T choice) {
            return because(choice);
        }
    }
}
