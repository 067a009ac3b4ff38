package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How a hook at work stands.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record DeploymentLifecycleHookStatus(String value) implements OpenEnum {
    /** It waits for a call of {@code ContinueServiceDeployment}. */
    public static final DeploymentLifecycleHookStatus AWAITING_ACTION =
            new DeploymentLifecycleHookStatus("AWAITING_ACTION");

    /** It runs and has no result yet. */
    public static final DeploymentLifecycleHookStatus IN_PROGRESS = new DeploymentLifecycleHookStatus("IN_PROGRESS");

    /** It ended well; the deployment goes on. */
    public static final DeploymentLifecycleHookStatus SUCCEEDED = new DeploymentLifecycleHookStatus("SUCCEEDED");

    /** It reported a failure. */
    public static final DeploymentLifecycleHookStatus FAILED = new DeploymentLifecycleHookStatus("FAILED");

    /** It did not end in time; ECS took the timeout action. */
    public static final DeploymentLifecycleHookStatus TIMED_OUT = new DeploymentLifecycleHookStatus("TIMED_OUT");

    private static final List<DeploymentLifecycleHookStatus> KNOWN =
            List.of(AWAITING_ACTION, IN_PROGRESS, SUCCEEDED, FAILED, TIMED_OUT);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public DeploymentLifecycleHookStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<DeploymentLifecycleHookStatus> known() {
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
