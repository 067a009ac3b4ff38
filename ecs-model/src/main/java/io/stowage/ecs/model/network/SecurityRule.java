package io.stowage.ecs.model.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An inbound rule of a security group. ECS never edits security groups: for dynamic host ports the group of the instances must let
 * the group of the load balancer in on the whole range.
 *
 * @param protocol {@code tcp}, {@code udp}, or {@code -1} for all
 * @param ports the ports it opens
 * @param source what it lets in: the id of a security group, or a network in CIDR form
 */
public record SecurityRule(String protocol, PortRange ports, String source) {
    /**
     * The ports of a range that no rule opens to a source. Networks are compared as text, and {@code 0.0.0.0/0} lets everything in.
     *
     * @param rules the rules of a group
     * @param protocol {@code tcp} or {@code udp}
     * @param needed the ports that must be open
     * @param source who must get in
     * @return the parts that are closed, ascending; empty if all is open
     */
    public static List<PortRange> uncovered(
            Collection<SecurityRule> rules, String protocol, PortRange needed, String source) {
        List<PortRange> open = rules.stream()
                .filter(rule -> rule.protocol().equals("-1") || rule.protocol().equals(protocol))
                .filter(rule -> rule.source().equals(source) || rule.source().equals("0.0.0.0/0"))
                .map(SecurityRule::ports)
                .sorted(Comparator.comparingInt(PortRange::first))
                .toList();
        List<PortRange> closed = new ArrayList<>();
        int next = needed.first();
        for (PortRange range : open) {
            if (range.first() > next && next <= needed.last()) {
                closed.add(new PortRange(next, Math.min(range.first() - 1, needed.last())));
            }
            next = Math.max(next, range.last() + 1);
        }
        if (next <= needed.last()) {
            closed.add(new PortRange(next, needed.last()));
        }
        return List.copyOf(closed);
    }
}
