package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How far the rollout of a {@link Deployment} is.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record DeploymentRolloutState(String value) implements OpenEnum {
    /** The service reached a steady state with this deployment. */
    public static final DeploymentRolloutState COMPLETED = new DeploymentRolloutState("COMPLETED");

    /** The circuit breaker or an alarm failed it; it launches no more tasks. */
    public static final DeploymentRolloutState FAILED = new DeploymentRolloutState("FAILED");

    /** Tasks are still being replaced, or are not steady yet. */
    public static final DeploymentRolloutState IN_PROGRESS = new DeploymentRolloutState("IN_PROGRESS");

    private static final List<DeploymentRolloutState> KNOWN = List.of(COMPLETED, FAILED, IN_PROGRESS);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public DeploymentRolloutState {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<DeploymentRolloutState> known() {
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
