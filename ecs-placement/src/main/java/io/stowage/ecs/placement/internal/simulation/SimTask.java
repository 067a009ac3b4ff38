package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.placement.service.ServiceView;
import io.stowage.ecs.placement.service.TaskScript;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task of a simulated service. */
final class SimTask {
    /** How far it has come. */
    enum State {
        PROVISIONING,
        PENDING,
        RUNNING,
        STOPPED
    }

    /** What its checks say. */
    enum Health {
        UNKNOWN,
        HEALTHY,
        UNHEALTHY
    }

    final String id;
    final SimService service;
    final SimRevision revision;
    final Instant createdAt;
    final TaskScript script;
    final @Nullable String provider;
    State state = State.PROVISIONING;
    Health health = Health.UNKNOWN;
    boolean stopping;

    @Nullable
    String instance;

    @Nullable
    Instant protectedUntil;

    SimTask(
            String id,
            SimService service,
            SimRevision revision,
            Instant createdAt,
            TaskScript script,
            @Nullable String provider) {
        this.id = id;
        this.service = service;
        this.revision = revision;
        this.createdAt = createdAt;
        this.script = script;
        this.provider = provider;
    }

    boolean isProtected(Instant now) {
        return protectedUntil != null && now.isBefore(protectedUntil);
    }

    boolean isHealthy() {
        return state == State.RUNNING && health == Health.HEALTHY && !stopping;
    }

    /** On its way, and nobody knows yet whether it is any good. */
    boolean isPending() {
        return !stopping && (state != State.RUNNING || health == Health.UNKNOWN);
    }

    boolean isUnhealthy() {
        return !stopping && state == State.RUNNING && health == Health.UNHEALTHY;
    }

    ServiceView.TaskView view(Instant now) {
        return new ServiceView.TaskView(
                id,
                revision.number,
                stopping && state == State.RUNNING ? "DEACTIVATING" : state.name(),
                stopping,
                health.name(),
                isProtected(now) ? protectedUntil : null,
                instance,
                provider);
    }
}
