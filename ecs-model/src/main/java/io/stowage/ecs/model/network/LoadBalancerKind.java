package io.stowage.ecs.model.network;

/**
 * The kinds of load balancers that a <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html">service</a> can be behind.
 */
public enum LoadBalancerKind {
    /** Layer 7: HTTP and HTTPS, with rules by path and host. */
    APPLICATION(true, true, true, true),
    /** Layer 4: TCP, TLS and UDP; a flow stays with its target. */
    NETWORK(false, true, true, true),
    /** The first kind: whole instances with a fixed port, so one task on an instance. No longer in the guide. */
    CLASSIC(false, false, false, false),
    /** Virtual appliances. */
    GATEWAY(false, false, true, false);

    private final boolean rules;
    private final boolean dynamicHostPort;
    private final boolean awsvpc;
    private final boolean severalTargetGroups;

    LoadBalancerKind(boolean rules, boolean dynamicHostPort, boolean awsvpc, boolean severalTargetGroups) {
        this.rules = rules;
        this.dynamicHostPort = dynamicHostPort;
        this.awsvpc = awsvpc;
        this.severalTargetGroups = severalTargetGroups;
    }

    /**
     * Whether listeners choose the target group by rules, so that several services can share one.
     *
     * @return true for application load balancers alone
     */
    public boolean hasRules() {
        return rules;
    }

    /**
     * Whether a task may have a host port that only its start decides.
     *
     * @return true where targets are registered with their port
     */
    public boolean takesDynamicHostPort() {
        return dynamicHostPort;
    }

    /**
     * Whether tasks in {@code awsvpc} mode, and so on Fargate, can be behind it.
     *
     * @return false for classic ones
     */
    public boolean takesAwsvpc() {
        return awsvpc;
    }

    /**
     * Whether a service may be in several of its target groups, and whether the controllers {@code EXTERNAL} and {@code
     * CODE_DEPLOY} work with it.
     *
     * @return true for application and network load balancers
     */
    public boolean takesSeveralTargetGroups() {
        return severalTargetGroups;
    }
}
