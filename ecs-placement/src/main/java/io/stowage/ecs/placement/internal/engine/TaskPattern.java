package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What counted, unprotected tasks have alike that a session has named: all but their number and their instance. Immutable; books of forks
 * share it.
 */
public final class TaskPattern {
    private final String prefix;
    private final String group;
    private final @Nullable Instant createdAt;
    private final @Nullable String capacityProvider;
    private final HeldResources held;

    /**
     * A pattern.
     *
     * @param prefix what is before the number in the id of a task
     */
    TaskPattern(
            String prefix,
            String group,
            @Nullable Instant createdAt,
            @Nullable String capacityProvider,
            HeldResources held) {
        this.prefix = prefix;
        this.group = group;
        this.createdAt = createdAt;
        this.capacityProvider = capacityProvider;
        this.held = held;
    }

    String prefix() {
        return prefix;
    }

    String group() {
        return group;
    }

    HeldResources held() {
        return held;
    }

    /** Whether the same series would have this pattern for a task of these. What tasks hold is shared by those that hold the same. */
    @SuppressWarnings("ReferenceEquality") // only to be quick; a pattern more is no harm
    boolean is(@Nullable Instant time, @Nullable String provider, HeldResources holds) {
        return held == holds && Objects.equals(createdAt, time) && Objects.equals(capacityProvider, provider);
    }

    /** A task of this pattern. */
    TaskSnapshot task(int number, String instanceId) {
        return new TaskSnapshot(prefix + number, instanceId, group, true, createdAt, false, capacityProvider, held);
    }
}
