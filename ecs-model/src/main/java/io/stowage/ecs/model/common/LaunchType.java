package io.stowage.ecs.model.common;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The infrastructure a task runs on when the request names it directly and no capacity provider strategy chooses it.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record LaunchType(String value) implements OpenEnum {
    /** EC2 instances that are registered with the cluster. */
    public static final LaunchType EC2 = new LaunchType("EC2");

    /** Fargate at the ordinary price; Fargate Spot is only to be had through a capacity provider strategy. */
    public static final LaunchType FARGATE = new LaunchType("FARGATE");

    /** Servers outside AWS that are registered with the cluster (ECS Anywhere). */
    public static final LaunchType EXTERNAL = new LaunchType("EXTERNAL");

    /** EC2 instances that ECS manages. Requests cannot ask for it: they name a capacity provider of that kind instead. */
    public static final LaunchType MANAGED_INSTANCES = new LaunchType("MANAGED_INSTANCES");

    private static final List<LaunchType> KNOWN = List.of(EC2, FARGATE, EXTERNAL, MANAGED_INSTANCES);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public LaunchType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<LaunchType> known() {
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
