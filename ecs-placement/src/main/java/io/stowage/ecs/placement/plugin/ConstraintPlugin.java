package io.stowage.ecs.placement.plugin;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of placement constraint. A request uses it by its {@code type}; the {@code expression} is its argument.
 *
 * <p>Constraints are checked after agent, attributes, zone and resources, those of the task definition first, in written order. All must
 * hold.
 */
public interface ConstraintPlugin {
    /**
     * The card; its name is the {@code type}.
     *
     * @return always equal
     */
    PluginInfo info();

    /**
     * Makes a constraint of a request ready. What {@linkplain Check#dependsOn does not depend on everything} may serve the same request, and requests
     * that are equal in what they ask for and by which rules, again.
     *
     * @param definition the constraint as it is written
     * @return what checks instances for this request
     * @throws UnusableRuleException if it is not written as it must be
     */
    Check prepare(RuleDefinition definition) throws UnusableRuleException;

    /** A constraint of one request. */
    @FunctionalInterface
    interface Check {
        /**
         * Checks one instance.
         *
         * @param candidate the instance
         * @param context what surrounds the decision
         * @return why the task cannot go there, {@code null} if it can. By custom the reason reads {@code Name placement constraint
         *     unsatisfied.}
         */
        @Nullable
        Refusal refusal(Candidate candidate, PlacementContext context);

        /**
         * What the answer can change with.
         *
         * @return {@link DependsOn#ANYTHING} unless the plug-in says less
         */
        default Set<DependsOn> dependsOn() {
            return DependsOn.ANYTHING;
        }
    }
}
