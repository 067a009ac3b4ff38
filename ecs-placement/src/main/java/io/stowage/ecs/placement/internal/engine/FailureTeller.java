package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.Explanation;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.explain.CheckKind;
import io.stowage.ecs.placement.explain.FailedCheck;
import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.explain.Holder;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells everything about the checks that an instance fails for one task. */
final class FailureTeller {
    private static final Comparator<Holder> MOST_FIRST =
            Comparator.comparing(Holder::amount, Comparator.reverseOrder()).thenComparing(Holder::taskId);

    private final EngineCore core;
    private final Plan plan;
    private final Turn turn;
    private final CheckWords words;

    FailureTeller(EngineConfig config, EngineCore core, Plan plan, int index) {
        this.core = core;
        this.plan = plan;
        // Random numbers of its own: those of the request belong to the decision.
        this.turn = new Turns(config, core, plan.task(), plan.request().seed()).turn(index);
        this.words = new CheckWords(plan);
    }

    /** All failures of an instance that is listed; first those that keep the request from looking at it. */
    List<FailedCheck> failures(InstanceSnapshot facts) {
        Candidate instance = core.candidate(core.instance(facts.id()));
        List<FailedCheck> failures = new ArrayList<>();
        for (Pool.Limit limit : Pool.Limit.values()) {
            String outside = plan.pool().outside(instance, limit);
            if (outside != null) {
                failures.add(outside(instance, limit, outside));
            }
        }
        plan.allFailed(instance, turn).forEach(failed -> failures.add(check(instance, failed, facts)));
        return failures;
    }

    private FailedCheck outside(Candidate instance, Pool.Limit limit, String because) {
        PlacementRequest request = plan.request();
        CheckKind kind = switch (limit) {
            case STATUS -> CheckKind.STATUS;
            case ZONE -> CheckKind.LOCATION;
            case CAPACITY_PROVIDER -> CheckKind.CAPACITY_PROVIDER;
            case LAUNCH_TYPE -> CheckKind.LAUNCH_TYPE;
        };
        String providers = String.join(" or ", plan.pool().capacityProviders());
        LaunchType launchType = request.launchType();
        String about = switch (limit) {
            case STATUS -> "status " + instance.status();
            case ZONE -> "zone " + plan.pool().zone();
            case CAPACITY_PROVIDER -> "capacity provider " + providers;
            case LAUNCH_TYPE -> "launch type " + (launchType == null ? "EC2" : launchType.value());
        };
        List<String> askedBy = switch (limit) {
            case STATUS, ZONE -> List.of();
            case CAPACITY_PROVIDER ->
                List.of(request.capacityProvider() == null ? "/capacityProviderStrategy" : "/capacityProvider");
            case LAUNCH_TYPE -> launchType == null ? List.of() : List.of("/launchType");
        };
        return new FailedCheck(kind, about, null, because, null, null, null, null, askedBy, List.of(), List.of(), null);
    }

    private FailedCheck check(Candidate instance, Plan.Failed failed, InstanceSnapshot facts) {
        Check check = failed.check();
        Refusal refusal = failed.refusal();
        List<FailedPart> parts = check.parts().failed(instance, facts);
        List<Holder> holders = check.holders(instance).stream()
                .map(task -> new Holder(task.id(), task.group(), check.held().applyAsLong(task), task.counted()))
                .sorted(MOST_FIRST)
                .toList();
        boolean amounts = refusal.need() != null;
        return new FailedCheck(
                CheckKind.valueOf(check.kind().name()),
                words.about(check, parts),
                refusal.reason(),
                refusal.detail(),
                refusal.have(),
                refusal.need(),
                amounts ? words.total(check, instance) : null,
                amounts ? words.unit(check) : null,
                refusal.askedBy(),
                holders,
                parts,
                expression(check, instance));
    }

    private static @Nullable Explanation expression(Check check, Candidate instance) {
        return check.test() instanceof MemberOf.Expression memberOf
                ? memberOf.query().explain(instance)
                : null;
    }
}
