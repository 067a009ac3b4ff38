package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ClusterQueryResult;
import io.stowage.ecs.cql.Dependency;
import io.stowage.ecs.cql.Explanation;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Or;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TaskGroupSubject;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.UnusableRuleException;
import io.stowage.ecs.placement.plugin.UnusableRuleException.Problem;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
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
        return new Expression(
                query,
                definition.pointer(),
                Refusal.because(REASON, "does not satisfy " + query.text(), List.of(definition.pointer())));
    }

    private static Problem problem(Diagnostic found, int offset) {
        return new Problem(found.id(), "expression", found.message(), offset, found.hint());
    }

    /**
     * The constraint of one request.
     *
     * @param refusal what it answers to all instances that do not satisfy it
     */
    record Expression(ClusterQuery query, String pointer, Refusal refusal) implements Check, Parts {
        @Override
        public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
            return query.matches(candidate) ? null : refusal;
        }

        /** Whether the instance could satisfy it with other tasks on it, being what it is. */
        boolean mayHoldWithOtherTasks(Candidate candidate) {
            return !Boolean.FALSE.equals(whateverRuns(query.explain(candidate)));
        }

        /** The verdict on a part if tasks have no say in it; null if they have. */
        private static @Nullable Boolean whateverRuns(Explanation part) {
            if (part.part() instanceof Predicate predicate) {
                Subject subject = predicate.subject();
                return subject instanceof TaskGroupSubject || subject == Field.RUNNING_TASKS_COUNT
                        ? null
                        : Boolean.valueOf(part.matches());
            }
            List<@Nullable Boolean> below = new ArrayList<>();
            part.parts().forEach(one -> below.add(whateverRuns(one)));
            if (part.part() instanceof Not) {
                Boolean negated = below.get(0);
                return negated == null ? null : Boolean.valueOf(!negated);
            }
            // One part that is false decides a conjunction, one that is true a disjunction; else one that is open
            // leaves it open.
            boolean deciding = part.part() instanceof Or;
            return below.contains(deciding)
                    ? Boolean.valueOf(deciding)
                    : below.contains(null) ? null : Boolean.valueOf(!deciding);
        }

        @Override
        public List<FailedPart> failed(Candidate candidate, InstanceSnapshot facts) {
            return query.explain(candidate).causes().stream()
                    .map(cause -> FailedPart.of(cause.part().toQuery(), cause.found(), List.of(pointer)))
                    .toList();
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
