package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.CONFIGURATION;
import static io.stowage.ecs.validation.internal.rules.Places.INSTANCES;
import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.spi.Rule.error;
import static io.stowage.ecs.validation.spi.Rule.warning;

import io.stowage.ecs.model.common.AwsVpcConfiguration;
import io.stowage.ecs.model.common.NetworkConfiguration;
import io.stowage.ecs.model.network.PortRange;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownLoadBalancer;
import io.stowage.ecs.validation.input.KnownSubnet;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Place;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of section 16 about whether a load balancer reaches the tasks: zones and security groups. */
final class ReachabilityRules {
    private static final String DYNAMIC_RANGE = "ECS_DYNAMIC_HOST_PORT_RANGE";

    private static final Place<KnownLoadBalancer> LOAD_BALANCERS = CONFIGURATION.each(EcsConfiguration::loadBalancers);

    private ReachabilityRules() {}

    /** A load balancer that cannot reach a port, and the ports it needs. */
    private record Blocked(View<KnownLoadBalancer> balancer, PortRange ports) {
        String groups() {
            return String.join(", ", balancer.get(KnownLoadBalancer::securityGroups));
        }

        String range() {
            return ports.first() == ports.last() ? String.valueOf(ports.first()) : ports.toString();
        }
    }

    static List<Rule> rules() {
        return List.of(
                warning("lb.zone-not-covered")
                        .summary("Tasks run in an availability zone that the load balancer is not enabled for.")
                        .source("DOC:load-balancer-types")
                        .in(LOAD_BALANCERS)
                        .needing(KnownLoadBalancer::availabilityZones)
                        .whenAt(
                                KnownLoadBalancer::availabilityZones,
                                balancer -> Balancing.isUsed(balancer, balancer.facts()) && uncovered(balancer) != null)
                        .with("zone", ReachabilityRules::uncovered)
                        .message(
                                "Load balancer \"{name}\" does not cover zone {zone}, where tasks run and get no traffic.")
                        .fix("Enable the zone of the load balancer."),
                ofInstances(
                        "dynamic-range",
                        "The security groups of an instance do not let the load balancer in on all ports that tasks may get.",
                        "DOC:load-balancer-types; API:PortMapping.hostPort; AGENT:ECS_DYNAMIC_HOST_PORT_RANGE; OUR",
                        ReachabilityRules::blockedOnDynamicPorts),
                ofInstances(
                        "static-port",
                        "The security groups of an instance do not let the load balancer in on the host port of the task.",
                        "API:LoadBalancer.containerPort",
                        ReachabilityRules::blockedOnStaticPort),
                error("lb.security-group-task")
                        .summary(
                                "The security groups of awsvpc tasks do not let the load balancer in on the port of the container.")
                        .source("DOC:task-networking-awsvpc; OUR")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::networkConfiguration, CreateServiceRequest::loadBalancers)
                        .whenInside(
                                service -> service.member(CreateServiceRequest::networkConfiguration)
                                        .member(NetworkConfiguration::awsvpcConfiguration)
                                        .member(AwsVpcConfiguration::securityGroups),
                                service -> blockedAtTask(service) != null)
                        .with(
                                "groups",
                                service -> View.<Blocked>orSilent(blockedAtTask(service))
                                        .groups())
                        .with(
                                "ports",
                                service -> View.<Blocked>orSilent(blockedAtTask(service))
                                        .range())
                        .message(
                                "The security groups of the task do not let {groups} of the load balancer in on port {ports}.")
                        .fix("Allow that port from {groups}."));
    }

    private static Rule ofInstances(
            String id, String summary, String source, Function<View<KnownInstance>, @Nullable Blocked> blocked) {
        return error("lb.security-group-" + id)
                .summary(summary)
                .source(source)
                .in(INSTANCES)
                .needing(KnownInstance::securityGroups)
                .whenAt(KnownInstance::securityGroups, instance -> blocked.apply(instance) != null)
                .with(
                        "groups",
                        instance ->
                                View.<Blocked>orSilent(blocked.apply(instance)).groups())
                .with(
                        "ports",
                        instance ->
                                View.<Blocked>orSilent(blocked.apply(instance)).range())
                .message(
                        "The security groups of instance {instanceId} do not let {groups} of the load balancer in on {ports}, so that"
                                + " targets there stay unhealthy.")
                .fix("Allow {ports} from {groups}.");
    }

    /** The first zone, by name, where tasks run and the load balancer is not; null if it covers all that are shown. */
    private static @Nullable String uncovered(View<KnownLoadBalancer> balancer) {
        Facts facts = balancer.facts();
        Set<String> zones = new TreeSet<>();
        if (facts.onAwsvpc()) {
            for (View<KnownSubnet> subnet : TaskNetwork.subnets(facts)) {
                TaskNetwork.addIfKnown(zones, subnet.member(KnownSubnet::availabilityZone));
            }
        } else {
            for (View<KnownInstance> instance : Hosting.instances(facts)) {
                TaskNetwork.addIfKnown(zones, instance.member(KnownInstance::availabilityZone));
            }
        }
        for (String zone : zones) {
            if (!balancer.contains(KnownLoadBalancer::availabilityZones, zone)) {
                return zone;
            }
        }
        return null;
    }

    private static @Nullable Blocked blockedOnDynamicPorts(View<KnownInstance> instance) {
        for (Balancing.Target target : Balancing.targets(instance.facts())) {
            if (target.isDynamic()) {
                Blocked blocked = blocked(
                        target, dynamicPorts(instance), instance.facts(), instance.each(KnownInstance::securityGroups));
                if (blocked != null) {
                    return blocked;
                }
            }
        }
        return null;
    }

    private static @Nullable Blocked blockedOnStaticPort(View<KnownInstance> instance) {
        for (Balancing.Target target : Balancing.targets(instance.facts())) {
            int port = Ports.staticHostPort(target.mapping());
            if (port != Ports.NONE) {
                Blocked blocked = blocked(
                        target,
                        new PortRange(port, port),
                        instance.facts(),
                        instance.each(KnownInstance::securityGroups));
                if (blocked != null) {
                    return blocked;
                }
            }
        }
        return null;
    }

    private static @Nullable Blocked blockedAtTask(View<CreateServiceRequest> service) {
        Facts facts = service.facts();
        if (!facts.onAwsvpc()) {
            return null;
        }
        for (Balancing.Target target : Balancing.targets(facts)) {
            Integer port = target.mapping().find(PortMapping::containerPort);
            if (port != null && port > 0 && port <= AdmittedPorts.HIGHEST) {
                Blocked blocked = blocked(
                        target,
                        new PortRange(port, port),
                        facts,
                        TaskNetwork.awsvpc(facts).each(AwsVpcConfiguration::securityGroups));
                if (blocked != null) {
                    return blocked;
                }
            }
        }
        return null;
    }

    /** The load balancer behind an entry that some security groups do not let in; null if there is none. */
    private static @Nullable Blocked blocked(
            Balancing.Target target, PortRange ports, Facts facts, List<View<String>> groups) {
        for (View<KnownLoadBalancer> balancer : facts.root().each(EcsConfiguration::loadBalancers)) {
            if (target.isBehind(balancer)
                    && balancer.has(KnownLoadBalancer::securityGroups)
                    && !AdmittedPorts.admit(groups, balancer, ports, Ports.protocol(target.mapping()))) {
                return new Blocked(balancer, ports);
            }
        }
        return null;
    }

    /** The ports that tasks may get on an instance: what its agent is told, else what its operating system gives. */
    private static PortRange dynamicPorts(View<KnownInstance> instance) {
        return Agents.isWritten(instance, DYNAMIC_RANGE)
                ? Agents.config(instance).dynamicHostPortRange()
                : Ports.dynamicRange(instance.facts().onWindows() || instance.is(KnownInstance::osType, "windows"));
    }
}
