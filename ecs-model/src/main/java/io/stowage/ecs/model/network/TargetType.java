package io.stowage.ecs.model.network;

import io.stowage.ecs.model.taskdef.NetworkMode;
import java.util.Optional;

/** What a target group holds. */
public enum TargetType {
    /** Instances with a port each. */
    INSTANCE,
    /** Addresses with a port each. */
    IP;

    /**
     * The only type that takes tasks of a network mode.
     *
     * @param mode the network mode
     * @return {@code IP} for {@code awsvpc}, empty for {@code none}, {@code INSTANCE} otherwise
     */
    public static Optional<TargetType> of(NetworkMode mode) {
        if (mode.equals(NetworkMode.NONE)) {
            return Optional.empty();
        }
        return Optional.of(mode.equals(NetworkMode.AWSVPC) ? IP : INSTANCE);
    }
}
