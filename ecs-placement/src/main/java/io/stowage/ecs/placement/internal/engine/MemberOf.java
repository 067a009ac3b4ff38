package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ClusterQueryResult;
import io.stowage.ecs.cql.Dependency;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.UnusableRuleException;
import io.stowage.ecs.placement.plugin.UnusableRuleException.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The constraint {@code memberOf}: the instance satisfies an expression, the tasks placed so far counted in. */
final class MemberOf implements ConstraintPlugin {
    static final String REASON = "MemberOf placement constraint unsatisfied.";

    @Override
    public PluginInfo info() {
        return new PluginInfo("memberOf", "The instance satisfies an expression of the cluster query language.");
    }

    @Override
    public Check prepare(RuleDefinition definition) throws UnusableRuleException {
        String expression = definition.argument();
        ClusterQueryResult result = ClusterQuery.tryParse(expression == null ? "" : expression);
        ClusterQuery query = result.query().orElse(null);
        if (query == null) {
            List<Problem> problems = result.errors().stream()
                    .map(error -> problem(error.toDiagnostic("", null), error.offset()))
                    .toList();
            throw new UnusableRuleException(problems);
        }
        return new Expression(query, definition.pointer());
    }

    private static Problem problem(Diagnostic found, int offset) {
        return new Problem(found.id(), "expression", found.message(), offset, found.hint());
    }

    /** The constraint of one request. */
    record Expression(ClusterQuery query, String pointer) implements Check {
        @Override
        public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
            return query.matches(candidate)
                    ? null
                    : Refusal.because(REASON, "does not satisfy " + query.text(), List.of(pointer));
        }

        @Override
        public Set<DependsOn> dependsOn() {
            EnumSet<DependsOn> depends = EnumSet.noneOf(DependsOn.class);
            for (Dependency dependency : query.dependencies().kinds()) {
                depends.add(
                        switch (dependency) {
                            case REGISTRATION, ATTRIBUTES, AGENT -> DependsOn.INSTANCE;
                            case RUNNING_TASKS_COUNT, TASK_GROUPS -> DependsOn.TASKS;
                        });
            }
            return depends;
        }
    }
}
