package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How a circuit breaker or a set of alarms stands that watches a {@link ServiceDeployment}.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ServiceDeploymentRollbackMonitorsStatus(String value) implements OpenEnum {
    /** It found a failure and failed the deployment. */
    public static final ServiceDeploymentRollbackMonitorsStatus TRIGGERED =
            new ServiceDeploymentRollbackMonitorsStatus("TRIGGERED");

    /** It watches the deployment. */
    public static final ServiceDeploymentRollbackMonitorsStatus MONITORING =
            new ServiceDeploymentRollbackMonitorsStatus("MONITORING");

    /** The deployment ended without its finding a failure. */
    public static final ServiceDeploymentRollbackMonitorsStatus MONITORING_COMPLETE =
            new ServiceDeploymentRollbackMonitorsStatus("MONITORING_COMPLETE");

    /** It is not in use. */
    public static final ServiceDeploymentRollbackMonitorsStatus DISABLED =
            new ServiceDeploymentRollbackMonitorsStatus("DISABLED");

    private static final List<ServiceDeploymentRollbackMonitorsStatus> KNOWN =
            List.of(TRIGGERED, MONITORING, MONITORING_COMPLETE, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ServiceDeploymentRollbackMonitorsStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ServiceDeploymentRollbackMonitorsStatus> known() {
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
