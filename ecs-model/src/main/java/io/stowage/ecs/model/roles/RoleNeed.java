package io.stowage.ecs.model.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role that is needed.
 *
 * @param kind which one
 * @param roleArn the ARN or name that the task definition or service gives; {@code null} if it names none, or cannot
 * @param actions what the role must be allowed, sorted by action; empty where its managed policy is all that is documented
 * @param causes everything that needs the role, in the order of the members; never empty
 */
public record RoleNeed(RoleKind kind, @Nullable String roleArn, List<ActionNeed> actions, List<RoleCause> causes) {
    /** Copies the lists. */
    public RoleNeed {
        actions = List.copyOf(actions);
        causes = List.copyOf(causes);
    }

    /**
     * Whether the task definition or service must name the role, and does not.
     *
     * @return true for a missing {@code executionRoleArn} or {@code taskRoleArn}
     */
    public boolean isUnnamed() {
        return roleArn == null && (kind == RoleKind.TASK || kind == RoleKind.TASK_EXECUTION);
    }
}
