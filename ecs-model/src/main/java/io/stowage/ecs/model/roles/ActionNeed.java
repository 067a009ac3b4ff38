package io.stowage.ecs.model.roles;

import java.util.List;

/**
 * An action that a role must be allowed.
 *
 * @param action for example {@code logs:PutLogEvents}; with a star at the end, all actions that begin so
 * @param onlyWithOwnKey whether it is needed only if a secret is encrypted with a key of one's own, which no task definition tells
 * @param causes what needs it, in the order of the members; never empty
 */
public record ActionNeed(String action, boolean onlyWithOwnKey, List<RoleCause> causes) {
    /** Copies the list. */
    public ActionNeed {
        causes = List.copyOf(causes);
    }
}
