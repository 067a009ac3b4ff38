package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.network.PortRange;
import io.stowage.ecs.model.network.SecurityRule;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.validation.input.InboundRule;
import io.stowage.ecs.validation.input.KnownLoadBalancer;
import io.stowage.ecs.validation.input.KnownSecurityGroup;
import io.stowage.ecs.validation.spi.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether security groups let a load balancer in, asked of the arithmetic of the model. */
final class AdmittedPorts {
    static final int HIGHEST = 65535;

    private static final String EVERYBODY = "0.0.0.0/0";
    private static final String ALL_PROTOCOLS = "-1";

    private AdmittedPorts() {}

    /**
     * Whether the groups together let one of the groups of a load balancer in on all the ports. A network counts as letting it in,
     * because the addresses of the load balancer are not known. The rule is silent if one of the groups is not shown.
     */
    static boolean admit(
            List<View<String>> groups, View<KnownLoadBalancer> balancer, PortRange ports, TransportProtocol protocol) {
        if (groups.isEmpty()) {
            return true;
        }
        List<View<KnownSecurityGroup>> shown = TaskNetwork.securityGroups(balancer.facts(), groups);
        if (shown.size() < groups.size()) {
            return View.<Boolean>orSilent(null);
        }
        List<SecurityRule> rules = new ArrayList<>();
        for (View<KnownSecurityGroup> group : shown) {
            for (View<InboundRule> inbound : group.each(KnownSecurityGroup::inbound)) {
                SecurityRule rule = letsIn(inbound, balancer) ? rule(inbound) : null;
                if (rule != null) {
                    rules.add(rule);
                }
            }
        }
        return SecurityRule.uncovered(rules, protocol.value(), ports, EVERYBODY).isEmpty();
    }

    private static boolean letsIn(View<InboundRule> inbound, View<KnownLoadBalancer> balancer) {
        String source = inbound.find(InboundRule::sourceSecurityGroup);
        // A rule without any of the two lets in something that is not shown here, such as a prefix list.
        return source == null || balancer.contains(KnownLoadBalancer::securityGroups, source);
    }

    private static @Nullable SecurityRule rule(View<InboundRule> inbound) {
        String protocol = protocol(inbound.getOr(InboundRule::protocol, ALL_PROTOCOLS));
        int from = inbound.getOr(InboundRule::fromPort, -1);
        int to = inbound.getOr(InboundRule::toPort, from);
        if (protocol.equals(ALL_PROTOCOLS) || from == -1) {
            return new SecurityRule(protocol, new PortRange(1, HIGHEST), EVERYBODY);
        }
        int first = Math.max(1, from);
        int last = Math.min(HIGHEST, to);
        return first > last ? null : new SecurityRule(protocol, new PortRange(first, last), EVERYBODY);
    }

    /** EC2 takes names, numbers and {@code -1}. */
    private static String protocol(String written) {
        return switch (written) {
            case "6" -> TransportProtocol.TCP.value();
            case "17" -> TransportProtocol.UDP.value();
            case "all" -> ALL_PROTOCOLS;
            default -> written;
        };
    }
}
