package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * What ECS does with a deployment whose hook has not ended in time.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record DeploymentLifecycleHookAction(String value) implements OpenEnum {
    /** Goes back to the previous service revision. */
    public static final DeploymentLifecycleHookAction ROLLBACK = new DeploymentLifecycleHookAction("ROLLBACK");

    /** Goes on with the next stage. */
    public static final DeploymentLifecycleHookAction CONTINUE = new DeploymentLifecycleHookAction("CONTINUE");

    private static final List<DeploymentLifecycleHookAction> KNOWN = List.of(ROLLBACK, CONTINUE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public DeploymentLifecycleHookAction {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<DeploymentLifecycleHookAction> known() {
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
