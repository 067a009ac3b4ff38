package io.stowage.ecs.validation.input;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.internal.WithBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a security group for what comes in.
 *
 * <p>Immutable; made with {@link #builder()}. The canonical constructor grows with the library: it is no part of what stays
 * compatible.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1} for all
 * @param fromPort first port; absent or -1: all
 * @param toPort last port; absent or -1: all
 * @param sourceSecurityGroup id of the security group that it lets in
 * @param cidr the network that it lets in, IPv4 or IPv6
 * @param otherMembers members that have no component here, or a value that is not known; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record InboundRule(
        @Nullable String protocol,
        @Nullable Integer fromPort,
        @Nullable Integer toPort,
        @Nullable String sourceSecurityGroup,
        @Nullable String cidr,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public InboundRule {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static InboundRuleBuilder builder() {
        return InboundRuleBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public InboundRuleBuilder toBuilder() {
        return InboundRuleBuilder.builder(this);
    }
}
