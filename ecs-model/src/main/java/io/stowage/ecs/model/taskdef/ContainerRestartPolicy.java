package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.internal.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a container that ends is started again while its task goes on.
 *
 * <p>Mirrors
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html">ContainerRestartPolicy</a>.
 * Immutable; made with {@link #builder()}. The canonical constructor grows with the API: it is no part of what stays compatible.
 *
 * @param enabled whether it is restarted; required
 * @param ignoredExitCodes exit codes after which it is not restarted, at most 50; empty: it is restarted after every one
 * @param restartAttemptPeriod seconds that the container must have run before it may be restarted, 60 to 1800; absent: 300
 * @param otherMembers members that have no component here; see {@link EcsStructure#otherMembers()}
 */
@WithBuilder
public record ContainerRestartPolicy(
        @Nullable Boolean enabled,
        List<Integer> ignoredExitCodes,
        @Nullable Integer restartAttemptPeriod,
        Map<String, @Nullable Object> otherMembers)
        implements EcsStructure {

    /** Copies lists and maps; null stands for absent. */
    public ContainerRestartPolicy {
        ignoredExitCodes = Presence.listOf(ignoredExitCodes);
        otherMembers = Presence.freeze(otherMembers);
    }

    /**
     * Starts an empty one.
     *
     * @return a new builder in which everything is absent
     */
    public static ContainerRestartPolicyBuilder builder() {
        return ContainerRestartPolicyBuilder.builder();
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this object holds
     */
    public ContainerRestartPolicyBuilder toBuilder() {
        return ContainerRestartPolicyBuilder.builder(this);
    }

    /**
     * Seconds that the container must have run for the next restart: what is written, or 300.
     *
     * @return the value that counts
     */
    public int effectiveRestartAttemptPeriod() {
        return restartAttemptPeriod == null ? 300 : restartAttemptPeriod;
    }
}
