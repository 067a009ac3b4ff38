package io.stowage.ecs.model.network;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A listener of a load balancer: the rules in order of their priority, the lowest first, and what happens when none fits.
 *
 * @param arn its ARN, or any text that tells it from others
 * @param protocol {@code HTTP}, {@code HTTPS}, {@code TCP}, {@code TLS}, {@code UDP} or {@code TCP_UDP}
 * @param port 1 to 65535
 * @param rules its rules; sorted by priority
 * @param defaultAction what happens when no rule fits
 */
public record Listener(String arn, String protocol, int port, List<Rule> rules, ListenerAction defaultAction) {
    /**
     * Copies and sorts the rules.
     *
     * @throws IllegalArgumentException if two rules have the same priority, or the port is impossible
     */
    public Listener {
        rules = rules.stream().sorted(Comparator.comparingInt(Rule::priority)).toList();
        Set<Integer> priorities = new HashSet<>();
        for (Rule rule : rules) {
            if (!priorities.add(rule.priority())) {
                throw new IllegalArgumentException("two rules of " + arn + " have the priority " + rule.priority());
            }
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
    }

    /**
     * A rule. It fits if the path matches one of the paths and the host one of the hosts; an empty list asks for nothing.
     *
     * @param arn its ARN, or any text that tells it from others
     * @param priority 1 to 50000; no two rules of a listener have the same
     * @param paths patterns of paths
     * @param hosts patterns of host names; letter case does not count
     * @param action what happens when it fits
     */
    public record Rule(
            String arn, int priority, List<PathPattern> paths, List<PathPattern> hosts, ListenerAction action) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if the priority is out of range
         */
        public Rule {
            if (priority < 1 || priority > 50000) {
                throw new IllegalArgumentException("a priority is 1 to 50000, not " + priority);
            }
            paths = List.copyOf(paths);
            hosts = List.copyOf(hosts);
        }

        boolean fits(String host, String path) {
            String lowerHost = host.toLowerCase(Locale.ROOT);
            return (paths.isEmpty() || paths.stream().anyMatch(p -> p.matches(path)))
                    && (hosts.isEmpty()
                            || hosts.stream()
                                    .anyMatch(h ->
                                            new PathPattern(h.text().toLowerCase(Locale.ROOT)).matches(lowerHost)));
        }
    }

    /**
     * What happens to a request.
     *
     * @param host the host name asked for
     * @param path the path asked for, with its leading slash
     * @return the action of the first rule that fits, or the default
     */
    public ListenerAction route(String host, String path) {
        return rules.stream()
                .filter(rule -> rule.fits(host, path))
                .findFirst()
                .map(Rule::action)
                .orElse(defaultAction);
    }
}
