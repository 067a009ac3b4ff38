package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.model.attributes.RequiredAttribute;
import io.stowage.ecs.model.attributes.RequiredAttributes;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.Quota;
import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.internal.engine.Check.Kind;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests that no instance could ever satisfy. Only what is certain: ports that clash with each other or with the limit, expressions that
 * are never true or exclude each other, features that only Fargate has. How large machines are is no matter of this; they grow.
 */
final class Impossible {
    private static final Set<Kind> PORTS = EnumSet.of(Kind.PORTS, Kind.PORTS_UDP, Kind.PORT_LIMIT);
    private static final String ONLY_ELSEWHERE = "no container instance has it";

    private Impossible() {}

    /** Why; null if it is possible as far as we know. */
    static @Nullable String because(EngineConfig config, Plan plan, EngineCore empty) {
        List<String> reasons = new ArrayList<>();
        addPorts(reasons, config, plan, empty);
        addAttributes(reasons, plan, empty);
        addExpressions(reasons, plan);
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }

    /** Asks the port checks of an instance of which the agent has as few ports as an agent ever has, and none that the task wants. */
    private static void addPorts(List<String> reasons, EngineConfig config, Plan plan, EngineCore empty) {
        long reserved = empty.cluster().stream()
                .mapToLong(instance -> empty.describe(empty.instance(instance.id()))
                        .reservedPorts()
                        .count())
                .reduce(config.quotas().value(Quota.PORTS_RESERVED_BY_AGENT), Math::min);
        TaskNeeds needs = plan.task().needs();
        Set<Integer> wanted = Stream.concat(needs.tcpPorts().stream(), needs.udpPorts().stream())
                .map(PortNeed::port)
                .collect(Collectors.toSet());
        Set<Integer> ofAgent = new TreeSet<>();
        for (int port = 1; ofAgent.size() < reserved; port++) {
            if (!wanted.contains(port)) {
                ofAgent.add(port);
            }
        }
        InstanceSnapshot ideal = InstanceSnapshot.builder("ideal", InstanceResources.of(0, 0))
                .reservedPorts(TakenPorts.of(ofAgent, List.of()))
                .build();
        EngineCore core = new ExhaustiveCore(ClusterSnapshot.ofSnapshots(List.of(ideal), List.of()), List.of());
        Candidate instance = core.candidate(core.instance(ideal.id()));
        Turn turn = new Turns(config, core, plan.task(), plan.request().seed()).turn(0);
        for (Check check : plan.checks()) {
            Refusal refusal = PORTS.contains(check.kind()) ? check.refusal(instance, turn) : null;
            if (refusal != null) {
                reasons.add("it " + refusal.detail());
            }
        }
    }

    /** Asks the attribute check of an instance without attributes; what an instance of the cluster has is not only elsewhere. */
    private static void addAttributes(List<String> reasons, Plan plan, EngineCore empty) {
        InstanceSnapshot bare =
                InstanceSnapshot.builder("bare", InstanceResources.of(0, 0)).build();
        EngineCore core = new ExhaustiveCore(ClusterSnapshot.ofSnapshots(List.of(bare), List.of()), List.of());
        Candidate instance = core.candidate(core.instance(bare.id()));
        RequiredAttributes derived = RequiredAttributes.of(plan.request().taskDefinition());
        for (Check check : plan.checks()) {
            if (check.kind() == Kind.ATTRIBUTE) {
                check.parts().failed(instance, bare).stream()
                        .map(FailedPart::what)
                        .filter(name -> empty.cluster().stream().noneMatch(one -> one.hasAttribute(name)))
                        .flatMap(name -> derived.find(name).stream())
                        .map(RequiredAttribute::provider)
                        .filter(provider -> provider.feature().endsWith(ONLY_ELSEWHERE))
                        .forEach(provider -> reasons.add("it needs what is for " + provider));
            }
        }
    }

    private static void addExpressions(List<String> reasons, Plan plan) {
        List<ClusterQuery> queries = plan.checks().stream()
                .map(Check::test)
                .filter(MemberOf.Expression.class::isInstance)
                .map(test -> ((MemberOf.Expression) test).query())
                .toList();
        for (int i = 0; i < queries.size(); i++) {
            ClusterQuery query = queries.get(i);
            if (query.isNeverTrue()) {
                reasons.add("\"" + query.text() + "\" is never true");
                continue;
            }
            for (ClusterQuery other : queries.subList(0, i)) {
                if (!other.isNeverTrue() && query.excludes(other)) {
                    reasons.add("\"" + other.text() + "\" and \"" + query.text() + "\" exclude each other");
                }
            }
        }
    }
}
