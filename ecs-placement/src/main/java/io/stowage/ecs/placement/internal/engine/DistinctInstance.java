package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.UnusableRuleException;
import io.stowage.ecs.placement.plugin.UnusableRuleException.Problem;
import java.util.List;
import java.util.Set;

/** The constraint {@code distinctInstance}: no other task of the group counts on the instance. */
final class DistinctInstance implements ConstraintPlugin {
    static final String REASON = "DistinctInstance placement constraint unsatisfied.";

    @Override
    public PluginInfo info() {
        return new PluginInfo("distinctInstance", "Each task of the group is on another instance.");
    }

    @Override
    public Check prepare(RuleDefinition definition) throws UnusableRuleException {
        if (definition.inTaskDefinition()) {
            throw new UnusableRuleException(
                    "request.constraint-type",
                    "type",
                    "\"distinctInstance\" is no constraint that a task definition may have; memberOf was expected");
        }
        if (definition.argument() != null) {
            throw new UnusableRuleException(List.of(new Problem(
                    "request.constraint-expression",
                    "expression",
                    "distinctInstance takes no expression, not even an empty one",
                    0,
                    "remove the expression")));
        }
        return new OfGroup(definition.task().group(), definition.pointer());
    }

    /** The constraint of one request. */
    record OfGroup(String group, String pointer) implements Measured {
        @Override
        public String reason() {
            return REASON;
        }

        @Override
        public long need() {
            return 0;
        }

        @Override
        public long have(Candidate candidate) {
            return candidate.countedTasks(group);
        }

        @Override
        public boolean suffices(long have) {
            return have == 0;
        }

        @Override
        public Refusal refusal(long have) {
            return new Refusal(
                    REASON,
                    "runs " + have + (have == 1 ? " task" : " tasks") + " of " + group + " already",
                    have,
                    need(),
                    List.of(pointer));
        }

        @Override
        public Set<DependsOn> dependsOn() {
            return Set.of(DependsOn.GROUP_COUNT);
        }
    }
}
