package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How a new revision takes over from the old one under the controller {@link DeploymentControllerType#ECS}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record DeploymentStrategy(String value) implements OpenEnum {
    /** Tasks are replaced bit by bit within the bounds of {@code minimumHealthyPercent} and {@code maximumPercent}. */
    public static final DeploymentStrategy ROLLING = new DeploymentStrategy("ROLLING");

    /** The new revision is started in full beside the old one, then takes all traffic at once. */
    public static final DeploymentStrategy BLUE_GREEN = new DeploymentStrategy("BLUE_GREEN");

    /** Like blue/green, but traffic moves in equal steps; see {@link LinearConfiguration}. */
    public static final DeploymentStrategy LINEAR = new DeploymentStrategy("LINEAR");

    /** Like blue/green, but traffic moves in two steps, a small one and the rest; see {@link CanaryConfiguration}. */
    public static final DeploymentStrategy CANARY = new DeploymentStrategy("CANARY");

    private static final List<DeploymentStrategy> KNOWN = List.of(ROLLING, BLUE_GREEN, LINEAR, CANARY);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public DeploymentStrategy {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<DeploymentStrategy> known() {
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
