package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * A kind of infrastructure that a task definition may be meant for, or was found to suit.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record Compatibility(String value) implements OpenEnum {
    /** Amazon EC2 instances that the user registers in the cluster. */
    public static final Compatibility EC2 = new Compatibility("EC2");

    /** AWS Fargate: no instances to see, network mode {@code awsvpc}, and a task size from a fixed table. */
    public static final Compatibility FARGATE = new Compatibility("FARGATE");

    /** The user's own machines outside AWS (ECS Anywhere); no {@code awsvpc}. */
    public static final Compatibility EXTERNAL = new Compatibility("EXTERNAL");

    /** Amazon ECS Managed Instances: EC2 instances that ECS runs for the user; Linux only. */
    public static final Compatibility MANAGED_INSTANCES = new Compatibility("MANAGED_INSTANCES");

    private static final List<Compatibility> KNOWN = List.of(EC2, FARGATE, EXTERNAL, MANAGED_INSTANCES);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public Compatibility {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<Compatibility> known() {
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
