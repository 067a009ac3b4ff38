package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The kinds of deployment controller.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record DeploymentControllerType(String value) implements OpenEnum {
    /** The service scheduler of ECS, by the {@link DeploymentStrategy} of the service. */
    public static final DeploymentControllerType ECS = new DeploymentControllerType("ECS");

    /** AWS CodeDeploy: blue/green by two task sets behind a load balancer. */
    public static final DeploymentControllerType CODE_DEPLOY = new DeploymentControllerType("CODE_DEPLOY");

    /** A deployer outside ECS that makes the task sets itself. */
    public static final DeploymentControllerType EXTERNAL = new DeploymentControllerType("EXTERNAL");

    private static final List<DeploymentControllerType> KNOWN = List.of(ECS, CODE_DEPLOY, EXTERNAL);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public DeploymentControllerType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<DeploymentControllerType> known() {
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
