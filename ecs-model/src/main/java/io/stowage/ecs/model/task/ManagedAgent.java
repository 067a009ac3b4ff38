package io.stowage.ecs.model.task;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent that ECS runs inside a container.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedAgent.html">ManagedAgent</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param lastStartedAt when it last started; absent: it has not
 * @param lastStatus the state last reported, for example {@code PENDING}, {@code RUNNING} or {@code STOPPED}
 * @param name which agent it is
 * @param reason why it is in that state; absent: nothing to tell
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ManagedAgent(
        @Nullable Instant lastStartedAt,
        @Nullable String lastStatus,
        @Nullable ManagedAgentName name,
        @Nullable String reason,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ManagedAgent {
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ManagedAgentBuilder builder() {
        return ManagedAgentBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ManagedAgentBuilder toBuilder() {
        return ManagedAgentBuilder.builder(this);
    }
}
