package io.stowage.ecs.model.service;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * How a {@link ServiceDeployment} stands. {@code SUCCESSFUL}, {@code STOPPED}, {@code ROLLBACK_SUCCESSFUL} and {@code ROLLBACK_FAILED}
 * are final.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ServiceDeploymentStatus(String value) implements OpenEnum {
    /** Created, but not begun. */
    public static final ServiceDeploymentStatus PENDING = new ServiceDeploymentStatus("PENDING");

    /** The target revision is in place. */
    public static final ServiceDeploymentStatus SUCCESSFUL = new ServiceDeploymentStatus("SUCCESSFUL");

    /** Ended before the target revision was in place, without rollback. */
    public static final ServiceDeploymentStatus STOPPED = new ServiceDeploymentStatus("STOPPED");

    /** About to stop, because a newer deployment was started or because it failed and does not roll back. */
    public static final ServiceDeploymentStatus STOP_REQUESTED = new ServiceDeploymentStatus("STOP_REQUESTED");

    /** The target revision is being put in place. */
    public static final ServiceDeploymentStatus IN_PROGRESS = new ServiceDeploymentStatus("IN_PROGRESS");

    /** A user asked for the way back; it has not begun. */
    public static final ServiceDeploymentStatus ROLLBACK_REQUESTED = new ServiceDeploymentStatus("ROLLBACK_REQUESTED");

    /** The previous revision is being put in place again. */
    public static final ServiceDeploymentStatus ROLLBACK_IN_PROGRESS =
            new ServiceDeploymentStatus("ROLLBACK_IN_PROGRESS");

    /** The previous revision is in place again. */
    public static final ServiceDeploymentStatus ROLLBACK_SUCCESSFUL =
            new ServiceDeploymentStatus("ROLLBACK_SUCCESSFUL");

    /** Putting the previous revision in place again failed. */
    public static final ServiceDeploymentStatus ROLLBACK_FAILED = new ServiceDeploymentStatus("ROLLBACK_FAILED");

    private static final List<ServiceDeploymentStatus> KNOWN = List.of(
            PENDING,
            SUCCESSFUL,
            STOPPED,
            STOP_REQUESTED,
            IN_PROGRESS,
            ROLLBACK_REQUESTED,
            ROLLBACK_IN_PROGRESS,
            ROLLBACK_SUCCESSFUL,
            ROLLBACK_FAILED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ServiceDeploymentStatus {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ServiceDeploymentStatus> known() {
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
