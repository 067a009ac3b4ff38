package io.stowage.ecs.validation.internal.rules;

import static io.stowage.ecs.validation.internal.rules.Places.SERVICE;
import static io.stowage.ecs.validation.internal.rules.ServicePlaces.TARGET_GROUPS;
import static io.stowage.ecs.validation.spi.Rule.error;

import io.stowage.ecs.model.network.TargetType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.validation.input.KnownTargetGroup;
import io.stowage.ecs.validation.input.KnownTargetHealthCheck;
import io.stowage.ecs.validation.internal.tables.KnownNames;
import io.stowage.ecs.validation.spi.Facts;
import io.stowage.ecs.validation.spi.Report;
import io.stowage.ecs.validation.spi.Rule;
import io.stowage.ecs.validation.spi.View;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules of section 16 about the target groups of a service, as far as the configuration shows them. */
final class TargetGroupRules {
    private static final Set<String> TCP_PROTOCOLS = KnownNames.of("target-group-protocols-tcp");
    private static final Set<String> UDP_PROTOCOLS = KnownNames.of("target-group-protocols-udp");
    private static final String TRAFFIC_PORT = "traffic-port";

    private TargetGroupRules() {}

    static List<Rule> rules() {
        return List.of(
                targetType(
                        "lb.target-type-awsvpc",
                        TargetType.IP,
                        "Tasks with network mode awsvpc are in a target group of a type other than ip.",
                        "API:LoadBalancer.targetGroupArn; ISSUE:hashicorp/terraform-provider-aws#11723",
                        "Create a target group with target type ip."),
                targetType(
                        "lb.target-type-instance",
                        TargetType.INSTANCE,
                        "Tasks with network mode bridge, host or the default of Windows are in a target group of a type other than"
                                + " instance.",
                        "ISSUE:hashicorp/terraform-provider-aws#12252",
                        "Create a target group with target type instance, or use network mode awsvpc."),
                error("lb.target-group-unattached")
                        .summary("No load balancer uses the target group of a service.")
                        .source("MSG:target group does not have an associated load balancer")
                        .in(TARGET_GROUPS)
                        .needing(KnownTargetGroup::arn)
                        .whenHere(group -> group.get().isUnused() && Balancing.isUsedFirst(group))
                        .message("No load balancer uses the target group yet, so that the service cannot be created.")
                        .fix("Attach it to a listener of a load balancer first."),
                error("lb.health-check-port-dynamic")
                        .summary(
                                "The health check of a target group has a fixed port, and the host port of the tasks is dynamic.")
                        .source("LINT:E3049")
                        .in(TARGET_GROUPS)
                        .needing(KnownTargetGroup::arn, KnownTargetGroup::healthCheck)
                        .whenInside(
                                group -> group.member(KnownTargetGroup::healthCheck)
                                        .member(KnownTargetHealthCheck::port),
                                TargetGroupRules::checksFixedPortOfDynamicOnes)
                        .message(
                                "The health check asks port {value}, but only the start of a task decides its host port.")
                        .fix("Set the port of the health check to " + TRAFFIC_PORT + "."),
                error("lb.udp-mismatch")
                        .summary("The protocol of a target group does not fit that of the port mapping behind it.")
                        .source("OUR")
                        .in(SERVICE)
                        .needing(CreateServiceRequest::loadBalancers)
                        .check(TargetGroupRules::speakOtherProtocols)
                        .pointingAt(Ports.MAPPINGS.member(PortMapping::protocol))
                        .message("The target group speaks {protocol}, and the port mapping is {mapped}.")
                        .fix("Use the same protocol on both sides."),
                error("lb.vpc-mismatch")
                        .summary("A target group is in another VPC than the subnets of the service.")
                        .source("DOC:load-balancer-types")
                        .in(TARGET_GROUPS)
                        .needing(KnownTargetGroup::arn, KnownTargetGroup::vpcId)
                        .whenAt(
                                KnownTargetGroup::vpcId,
                                group -> isElsewhere(group, TaskNetwork.subnetVpcs(group.facts())))
                        .with("vpcs", group -> String.join(", ", TaskNetwork.subnetVpcs(group.facts())))
                        .message("The target group is in {value}, and the tasks are in {vpcs}.")
                        .fix("Use a target group and subnets of one VPC."));
    }

    private static Rule targetType(String id, TargetType needed, String summary, String source, String fix) {
        String name = needed.name().toLowerCase(Locale.ROOT);
        return error(id)
                .summary(summary)
                .source(source)
                .in(TARGET_GROUPS)
                .needing(KnownTargetGroup::arn, KnownTargetGroup::targetType)
                .whenAt(
                        KnownTargetGroup::targetType,
                        group -> !group.is(KnownTargetGroup::targetType, name)
                                && Balancing.isUsed(group)
                                && TargetType.of(group.facts().networkMode())
                                        .filter(needed::equals)
                                        .isPresent())
                .with("mode", group -> group.facts().networkMode())
                .message("Tasks with network mode {mode} need a target group of type " + name
                        + ", and this one is of type {value}.")
                .fix(fix);
    }

    private static boolean checksFixedPortOfDynamicOnes(View<KnownTargetGroup> group) {
        String port = group.member(KnownTargetGroup::healthCheck).get(KnownTargetHealthCheck::port);
        if (port.equals(TRAFFIC_PORT)) {
            return false;
        }
        String arn = group.get(KnownTargetGroup::arn);
        return Balancing.targets(group.facts()).stream()
                .anyMatch(target -> arn.equals(target.group()) && target.isDynamic());
    }

    private static void speakOtherProtocols(View<CreateServiceRequest> service, Report report) {
        Facts facts = service.facts();
        Set<String> reported = new HashSet<>();
        for (Balancing.Target target : Balancing.targets(facts)) {
            View<KnownTargetGroup> group = Balancing.groupOf(facts, target.group());
            View<TransportProtocol> mapped = target.mapping().member(PortMapping::protocol);
            if (group == null
                    || !mapped.isKnown()
                    || !group.member(KnownTargetGroup::protocol).isKnown()) {
                continue;
            }
            String protocol = group.getOr(KnownTargetGroup::protocol, "");
            TransportProtocol own = Ports.protocol(target.mapping());
            boolean differs = (own.equals(TransportProtocol.TCP) && UDP_PROTOCOLS.contains(protocol))
                    || (own.equals(TransportProtocol.UDP) && TCP_PROTOCOLS.contains(protocol));
            if (differs && reported.add(mapped.pointer())) {
                report.at(mapped).with("protocol", protocol).with("mapped", own);
            }
        }
    }

    private static boolean isElsewhere(View<KnownTargetGroup> group, Set<String> vpcs) {
        return !vpcs.isEmpty()
                && !vpcs.contains(group.get(KnownTargetGroup::vpcId))
                && Balancing.isUsed(group)
                && group.facts().onAwsvpc();
    }
}
