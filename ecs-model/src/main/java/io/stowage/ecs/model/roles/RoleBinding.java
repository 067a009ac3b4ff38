package io.stowage.ecs.model.roles;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A role that exists, and what is known of it.
 *
 * @param kind what it is used as
 * @param roleArn its ARN or name; {@code null} if it does not matter
 * @param trustedPrincipals services that may assume it
 * @param allowedActions actions it is allowed; {@code *} at the end stands for any rest. Resources and conditions are not looked at
 */
public record RoleBinding(
        RoleKind kind, @Nullable String roleArn, List<String> trustedPrincipals, List<String> allowedActions) {
    /** Copies the lists. */
    public RoleBinding {
        trustedPrincipals = List.copyOf(trustedPrincipals);
        allowedActions = List.copyOf(allowedActions);
    }

    /**
     * Whether it is allowed an action. As for IAM, letter case does not count.
     *
     * @param action an action, or with a star at the end all that begin so
     * @return true if one allowed action covers it
     */
    public boolean allows(String action) {
        String wanted = action.toLowerCase(Locale.ROOT);
        return allowedActions.stream()
                .map(a -> a.toLowerCase(Locale.ROOT))
                .anyMatch(allowed -> allowed.endsWith("*")
                        ? wanted.startsWith(allowed.substring(0, allowed.length() - 1))
                        : allowed.equals(wanted));
    }

    /** Whether it is the role that a task definition or service names, by its ARN or its bare name. */
    boolean isNamed(@Nullable String name) {
        return name == null
                || roleArn == null
                || name.equals(roleArn)
                || lastPart(name).equals(lastPart(roleArn));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
