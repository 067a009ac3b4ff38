package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.explain.FailedCheck;
import io.stowage.ecs.placement.explain.InstanceExplanation;
import io.stowage.ecs.placement.explain.Ranking;
import io.stowage.ecs.placement.explain.Verdict;
import io.stowage.ecs.placement.explain.Verdict.Kind;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.DependsOn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what can be expected of a task, from what its checks say of the instances as they are and of new ones like them. */
final class Verdicts {
    private final EngineConfig config;
    private final Plan plan;
    private final EngineCore empty;
    private final List<InstanceExplanation> instances;

    Verdicts(EngineConfig config, Plan plan, EngineCore empty, List<InstanceExplanation> instances) {
        this.config = config;
        this.plan = plan;
        this.empty = empty;
        this.instances = instances;
    }

    Verdict verdict(@Nullable Ranking ranking) {
        if (ranking != null) {
            return new Verdict(Kind.PLACEABLE, "it goes to " + ranking.chosen(), ranking.candidates());
        }
        List<InstanceExplanation> whenEmpty = instances.stream()
                .filter(instance -> instance.failuresWhenEmpty().isEmpty())
                .toList();
        if (!whenEmpty.isEmpty()) {
            return new Verdict(
                    Kind.NOT_NOW,
                    "no instance takes it now, an empty " + types(whenEmpty) + " would",
                    whenEmpty.stream()
                            .map(InstanceExplanation::containerInstance)
                            .toList());
        }
        String never = Impossible.because(config, plan, empty);
        if (never != null) {
            return new Verdict(Kind.NEVER_ANYWHERE, "no instance could ever take it: " + never, List.of());
        }
        String waitsFor = tasksThatItNeeds();
        return waitsFor != null
                ? new Verdict(
                        Kind.NOT_NOW,
                        "no instance takes it now, and none would when empty: whether " + waitsFor
                                + " holds hangs on the tasks that run there",
                        List.of())
                : new Verdict(Kind.NEVER_ON_THESE_TYPES, neverHere(), List.of());
    }

    private static String types(List<InstanceExplanation> instances) {
        List<String> types = instances.stream()
                .map(instance -> Objects.requireNonNullElse(instance.instanceType(), instance.containerInstance()))
                .distinct()
                .toList();
        int last = types.size() - 1;
        return last == 0 ? types.get(0) : String.join(", ", types.subList(0, last)) + " or " + types.get(last);
    }

    private String neverHere() {
        if (instances.isEmpty()) {
            return "there is no container instance";
        }
        Set<String> everywhere = abouts(instances.get(0));
        instances.forEach(instance -> everywhere.retainAll(abouts(instance)));
        String because = everywhere.isEmpty() ? "each fails something else" : String.join(", ", everywhere);
        return "none of the instances would take it even if it were empty: " + because;
    }

    private static Set<String> abouts(InstanceExplanation instance) {
        return instance.failuresWhenEmpty().stream()
                .map(FailedCheck::about)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** On the first new instance that refuses the task for nothing but the tasks that run there: the constraints that say so. */
    private @Nullable String tasksThatItNeeds() {
        Turn turn = new Turns(config, empty, plan.task(), plan.request().seed()).turn(0);
        CheckWords words = new CheckWords(plan);
        for (Candidate instance : empty.cluster()) {
            List<Check> failed = plan.allFailed(instance, turn).stream()
                    .map(Plan.Failed::check)
                    .toList();
            if (plan.pool().outside(instance) == null
                    && failed.stream().allMatch(check -> hangsOnTasks(check, instance))) {
                return failed.stream()
                        .map(check -> words.about(check, List.of()))
                        .collect(Collectors.joining(" and "));
            }
        }
        return null;
    }

    /** Whether a check that fails on an empty instance may hold when other tasks run there. */
    private static boolean hangsOnTasks(Check check, Candidate instance) {
        if (check.kind() != Check.Kind.CONSTRAINT) {
            return false;
        }
        return check.test() instanceof MemberOf.Expression memberOf
                ? memberOf.mayHoldWithOtherTasks(instance)
                : !Set.of(DependsOn.INSTANCE).containsAll(check.test().dependsOn());
    }
}
