package io.stowage.ecs.placement.explain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a task and one instance: every check that fails, not only the first. Immutable.
 *
 * @param containerInstance the id of the instance
 * @param instanceType its instance type, {@code null} if unknown
 * @param availabilityZone its zone, {@code null} if unknown
 * @param failures all failed checks, those that keep the request from looking at the instance first, then in the order of ECS's
 *     reasons. Empty exactly if the task can go there; unmodifiable
 * @param failuresWhenEmpty the checks that would fail on a new instance like this one: active, its agent connected, nothing on it but
 *     the daemons that the request names. Empty if such an instance would take the task; unmodifiable
 */
public record InstanceExplanation(
        String containerInstance,
        @Nullable String instanceType,
        @Nullable String availabilityZone,
        List<FailedCheck> failures,
        List<FailedCheck> failuresWhenEmpty) {
    /** Copies the lists. */
    public InstanceExplanation {
        Objects.requireNonNull(containerInstance, "containerInstance");
        failures = List.copyOf(failures);
        failuresWhenEmpty = List.copyOf(failuresWhenEmpty);
    }

    /**
     * Whether the task can go there. Whether it does, the ranking decides.
     *
     * @return true if no check fails
     */
    public boolean takesTask() {
        return failures.isEmpty();
    }

    /**
     * Whether the request looks at the instance, so that ECS would report a failure of it.
     *
     * @return false if its status, its capacity provider or the launch type keeps it out
     */
    public boolean considered() {
        return failures.stream().allMatch(failure -> failure.reason() != null);
    }
}
