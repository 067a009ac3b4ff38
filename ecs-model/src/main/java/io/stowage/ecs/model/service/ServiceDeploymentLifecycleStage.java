package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The stages that a {@link ServiceDeployment} passes. Blue is the revision that is being replaced, green the new one. The API does not
 * list {@code PRE_PRODUCTION_TRAFFIC_SHIFT} here, although hooks can act at it.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ServiceDeploymentLifecycleStage(String value) implements OpenEnum {
    /** Before the rest; passed only if more than one revision is active when the deployment starts. */
    public static final ServiceDeploymentLifecycleStage RECONCILE_SERVICE =
            new ServiceDeploymentLifecycleStage("RECONCILE_SERVICE");

    /** Green has no tasks yet; blue has all traffic. */
    public static final ServiceDeploymentLifecycleStage PRE_SCALE_UP =
            new ServiceDeploymentLifecycleStage("PRE_SCALE_UP");

    /** The tasks of green are started; blue has all traffic. */
    public static final ServiceDeploymentLifecycleStage SCALE_UP = new ServiceDeploymentLifecycleStage("SCALE_UP");

    /** The tasks of green are up and have no traffic yet. */
    public static final ServiceDeploymentLifecycleStage POST_SCALE_UP =
            new ServiceDeploymentLifecycleStage("POST_SCALE_UP");

    /** The test traffic moves to green. */
    public static final ServiceDeploymentLifecycleStage TEST_TRAFFIC_SHIFT =
            new ServiceDeploymentLifecycleStage("TEST_TRAFFIC_SHIFT");

    /** Green has all test traffic, blue all production traffic. */
    public static final ServiceDeploymentLifecycleStage POST_TEST_TRAFFIC_SHIFT =
            new ServiceDeploymentLifecycleStage("POST_TEST_TRAFFIC_SHIFT");

    /** Production traffic moves to green, at once or in steps. */
    public static final ServiceDeploymentLifecycleStage PRODUCTION_TRAFFIC_SHIFT =
            new ServiceDeploymentLifecycleStage("PRODUCTION_TRAFFIC_SHIFT");

    /** Green has all production traffic. */
    public static final ServiceDeploymentLifecycleStage POST_PRODUCTION_TRAFFIC_SHIFT =
            new ServiceDeploymentLifecycleStage("POST_PRODUCTION_TRAFFIC_SHIFT");

    /** Green serves; blue is kept running for a quick way back. */
    public static final ServiceDeploymentLifecycleStage BAKE_TIME = new ServiceDeploymentLifecycleStage("BAKE_TIME");

    /** The tasks of blue are stopped. */
    public static final ServiceDeploymentLifecycleStage CLEAN_UP = new ServiceDeploymentLifecycleStage("CLEAN_UP");

    private static final List<ServiceDeploymentLifecycleStage> KNOWN = List.of(
            RECONCILE_SERVICE,
            PRE_SCALE_UP,
            SCALE_UP,
            POST_SCALE_UP,
            TEST_TRAFFIC_SHIFT,
            POST_TEST_TRAFFIC_SHIFT,
            PRODUCTION_TRAFFIC_SHIFT,
            POST_PRODUCTION_TRAFFIC_SHIFT,
            BAKE_TIME,
            CLEAN_UP);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ServiceDeploymentLifecycleStage {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ServiceDeploymentLifecycleStage> known() {
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
