package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.service.AdvancedConfiguration;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownLoadBalancer;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a service and the configuration around it tell of its load balancers, for rules of several sections. An entry whose names
 * are not known takes no part; the others do.
 */
final class Balancing {
    private static final Function<Facts, Boolean> HAS_CLASSIC = Balancing::findClassic;
    private static final Function<Facts, List<Target>> TARGETS = Balancing::findTargets;
    private static final Function<Facts, Map<String, View<KnownTargetGroup>>> GROUPS = Balancing::findGroups;
    private static final Function<Facts, Set<String>> ALTERNATES = Balancing::findAlternates;

    private Balancing() {}

    /**
     * An entry of the service with the port mapping it names, where the task has it.
     *
     * @param group the ARN of its target group; null if it names a Classic Load Balancer
     * @param name the name of its Classic Load Balancer; null if it names a target group
     */
    record Target(@Nullable String group, @Nullable String name, View<PortMapping> mapping) {
        /** Whether the host port is chosen when a task starts. */
        boolean isDynamic() {
            return mapping.facts().mapsHostPorts() && mapping.getOr(PortMapping::hostPort, 0) == 0;
        }

        /** Whether a load balancer of the configuration is the one behind the entry. */
        boolean isBehind(View<KnownLoadBalancer> balancer) {
            return group != null
                    ? balancer.contains(KnownLoadBalancer::targetGroupArns, group)
                    : name != null && balancer.is(KnownLoadBalancer::name, name);
        }
    }

    /** Whether an entry is for a Classic Load Balancer: it gives a name, and no target group besides, which is a finding of its own. */
    static boolean isClassic(View<LoadBalancer> entry) {
        return entry.has(LoadBalancer::loadBalancerName) && entry.lacks(LoadBalancer::targetGroupArn);
    }

    /** Whether the service uses a Classic Load Balancer. */
    static boolean hasClassic(Facts facts) {
        return facts.once(HAS_CLASSIC);
    }

    static List<View<LoadBalancer>> entries(Facts facts) {
        return facts.service().each(CreateServiceRequest::loadBalancers);
    }

    /** The entries that name a port mapping of the task. */
    static List<Target> targets(Facts facts) {
        return facts.once(TARGETS);
    }

    /** The target group of an entry; null if the configuration does not show it. */
    static @Nullable View<KnownTargetGroup> groupOf(Facts facts, @Nullable String arn) {
        return arn == null ? null : facts.once(GROUPS).get(arn);
    }

    /** Whether an entry names the target group, as the first one or as the alternate one. */
    static boolean isUsed(View<KnownTargetGroup> group) {
        String arn = group.get(KnownTargetGroup::arn);
        return isUsedFirst(group) || group.facts().once(ALTERNATES).contains(arn);
    }

    /** Whether an entry names the target group as the first one. */
    static boolean isUsedFirst(View<KnownTargetGroup> group) {
        String arn = group.get(KnownTargetGroup::arn);
        for (View<LoadBalancer> entry : entries(group.facts())) {
            if (arn.equals(text(entry.member(LoadBalancer::targetGroupArn)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the service is behind a load balancer of the configuration. */
    static boolean isUsed(View<KnownLoadBalancer> balancer, Facts facts) {
        for (View<LoadBalancer> entry : entries(facts)) {
            String group = text(entry.member(LoadBalancer::targetGroupArn));
            String name = text(entry.member(LoadBalancer::loadBalancerName));
            if (group != null
                    ? balancer.contains(KnownLoadBalancer::targetGroupArns, group)
                    : name != null && balancer.is(KnownLoadBalancer::name, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean findClassic(Facts facts) {
        return entries(facts).stream().anyMatch(Balancing::isClassic);
    }

    private static List<Target> findTargets(Facts facts) {
        List<Target> targets = new ArrayList<>();
        for (View<LoadBalancer> entry : entries(facts)) {
            View<PortMapping> mapping = mappingOf(entry);
            if (mapping != null) {
                targets.add(new Target(
                        text(entry.member(LoadBalancer::targetGroupArn)),
                        text(entry.member(LoadBalancer::loadBalancerName)),
                        mapping));
            }
        }
        return targets;
    }

    private static @Nullable View<PortMapping> mappingOf(View<LoadBalancer> entry) {
        View<Integer> port = entry.member(LoadBalancer::containerPort);
        String name = text(entry.member(LoadBalancer::containerName));
        if (name == null || !port.isKnown() || !port.isPresent()) {
            return null;
        }
        View<ContainerDefinition> container = entry.facts().container(name);
        return container == null ? null : MappedPorts.of(container, port.get());
    }

    private static Map<String, View<KnownTargetGroup>> findGroups(Facts facts) {
        Map<String, View<KnownTargetGroup>> groups = new HashMap<>();
        for (View<KnownTargetGroup> group : facts.root().each(EcsConfiguration::targetGroups)) {
            String arn = text(group.member(KnownTargetGroup::arn));
            if (arn != null) {
                groups.putIfAbsent(arn, group);
            }
        }
        return groups;
    }

    private static Set<String> findAlternates(Facts facts) {
        Set<String> alternates = new HashSet<>();
        for (View<LoadBalancer> entry : entries(facts)) {
            TaskNetwork.addIfKnown(
                    alternates,
                    entry.member(LoadBalancer::advancedConfiguration)
                            .member(AdvancedConfiguration::alternateTargetGroupArn));
        }
        return alternates;
    }

    /** A text; null if it is absent or not known. */
    private static @Nullable String text(View<String> view) {
        return view.isKnown() ? view.find() : null;
    }
}
