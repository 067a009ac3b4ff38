package io.stowage.ecs.model.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is missing for a role that is needed.
 *
 * @param kind the role
 * @param problem what is missing
 * @param detail the principal or action that is missing; {@code null} for a role as a whole
 * @param causes what needs it
 */
public record RoleFinding(
        RoleKind kind, Problem problem, @Nullable String detail, List<RoleCause> causes) {
    /** What is missing. */
    public enum Problem {
        /** The task definition must name a role and names none. */
        NOT_NAMED,
        /** No such role is given. */
        MISSING_ROLE,
        /** The service that uses the role may not assume it. */
        WRONG_PRINCIPAL,
        /** The role is not allowed an action. */
        MISSING_ACTION
    }

    /** Copies the list. */
    public RoleFinding {
        causes = List.copyOf(causes);
    }
}
