package io.stowage.ecs.model.common;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether the network interface of a task gets a public IPv4 address.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record AssignPublicIp(String value) implements OpenEnum {
    /** It gets one. Tasks of launch type EC2 cannot have it. */
    public static final AssignPublicIp ENABLED = new AssignPublicIp("ENABLED");

    /** It has only private addresses; the way out of the VPC is a NAT gateway or VPC endpoints. */
    public static final AssignPublicIp DISABLED = new AssignPublicIp("DISABLED");

    private static final List<AssignPublicIp> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public AssignPublicIp {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<AssignPublicIp> known() {
        return KNOWN;
    }

    @Override
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
