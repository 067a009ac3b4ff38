package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The kinds of lifecycle hook.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record DeploymentLifecycleHookTargetType(String value) implements OpenEnum {
    /** Calls a Lambda function and goes by its result. */
    public static final DeploymentLifecycleHookTargetType AWS_LAMBDA =
            new DeploymentLifecycleHookTargetType("AWS_LAMBDA");

    /** Holds the deployment until {@code ContinueServiceDeployment} lets it go on or roll back. */
    public static final DeploymentLifecycleHookTargetType PAUSE = new DeploymentLifecycleHookTargetType("PAUSE");

    private static final List<DeploymentLifecycleHookTargetType> KNOWN = List.of(AWS_LAMBDA, PAUSE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public DeploymentLifecycleHookTargetType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<DeploymentLifecycleHookTargetType> known() {
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
