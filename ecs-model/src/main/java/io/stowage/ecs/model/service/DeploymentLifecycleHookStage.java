package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The stages of a deployment at which a {@link DeploymentLifecycleHook} can act, in the order in which they are passed. Blue is the
 * revision that is being replaced, green the new one.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record DeploymentLifecycleHookStage(String value) implements OpenEnum {
    /** Before the rest; passed only if more than one revision is active when the deployment starts. */
    public static final DeploymentLifecycleHookStage RECONCILE_SERVICE =
            new DeploymentLifecycleHookStage("RECONCILE_SERVICE");

    /** Green has no tasks yet; blue has all traffic. */
    public static final DeploymentLifecycleHookStage PRE_SCALE_UP = new DeploymentLifecycleHookStage("PRE_SCALE_UP");

    /** The tasks of green are up and have no traffic yet. */
    public static final DeploymentLifecycleHookStage POST_SCALE_UP = new DeploymentLifecycleHookStage("POST_SCALE_UP");

    /** The test traffic moves to green. Not for {@code PAUSE} hooks. */
    public static final DeploymentLifecycleHookStage TEST_TRAFFIC_SHIFT =
            new DeploymentLifecycleHookStage("TEST_TRAFFIC_SHIFT");

    /** Green has all test traffic, blue all production traffic. */
    public static final DeploymentLifecycleHookStage POST_TEST_TRAFFIC_SHIFT =
            new DeploymentLifecycleHookStage("POST_TEST_TRAFFIC_SHIFT");

    /** Production traffic is about to move; passed before each step of a linear or canary deployment. */
    public static final DeploymentLifecycleHookStage PRE_PRODUCTION_TRAFFIC_SHIFT =
            new DeploymentLifecycleHookStage("PRE_PRODUCTION_TRAFFIC_SHIFT");

    /** Production traffic moves to green; passed at each step of a linear or canary deployment. Not for {@code PAUSE} hooks. */
    public static final DeploymentLifecycleHookStage PRODUCTION_TRAFFIC_SHIFT =
            new DeploymentLifecycleHookStage("PRODUCTION_TRAFFIC_SHIFT");

    /** Green has all production traffic. */
    public static final DeploymentLifecycleHookStage POST_PRODUCTION_TRAFFIC_SHIFT =
            new DeploymentLifecycleHookStage("POST_PRODUCTION_TRAFFIC_SHIFT");

    private static final List<DeploymentLifecycleHookStage> KNOWN = List.of(
            RECONCILE_SERVICE,
            PRE_SCALE_UP,
            POST_SCALE_UP,
            TEST_TRAFFIC_SHIFT,
            POST_TEST_TRAFFIC_SHIFT,
            PRE_PRODUCTION_TRAFFIC_SHIFT,
            PRODUCTION_TRAFFIC_SHIFT,
            POST_PRODUCTION_TRAFFIC_SHIFT);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public DeploymentLifecycleHookStage {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<DeploymentLifecycleHookStage> known() {
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
