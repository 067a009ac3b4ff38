package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.service.DeploymentRolloutState;
import io.stowage.ecs.placement.service.CircuitBreakerRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deployment of a service. */
final class SimDeployment {
    final String id;
    final SimRevision revision;
    DeploymentRolloutState state = DeploymentRolloutState.IN_PROGRESS;
    CircuitBreakerRun breaker;
    /** Alarms that rang when it began are not listened to. */
    boolean ignoresAlarms;

    boolean isRollback;
    /** When the bake time of a rolling deployment ends; null before it begins. */
    @Nullable
    Instant bakesUntil;
    /** The stages of a blue/green, linear or canary deployment; null for a rolling one. */
    @Nullable
    ShiftProcess shift;
    /** Why it does nothing, as last told; null if it does something. */
    @Nullable
    String stall;

    SimDeployment(String id, SimRevision revision, CircuitBreakerRun breaker) {
        this.id = id;
        this.revision = revision;
        this.breaker = breaker;
    }

    boolean isInProgress() {
        return state.equals(DeploymentRolloutState.IN_PROGRESS);
    }

    boolean isCompleted() {
        return state.equals(DeploymentRolloutState.COMPLETED);
    }

    boolean isFailed() {
        return state.equals(DeploymentRolloutState.FAILED);
    }
}
