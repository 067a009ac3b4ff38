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
 * @param allowedActions actions it is allowed; {@code *} stands for any text and {@code ?} for any character, as for IAM. Resources
 *     and conditions are not looked at
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
        return allowedActions.stream().anyMatch(allowed -> covers(allowed.toLowerCase(Locale.ROOT), wanted));
    }

    /** Goes from left to right; where a part does not fit, the last star takes one more character. */
    private static boolean covers(String pattern, String wanted) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resumeIn = 0;
        while (in < wanted.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resumeIn = in;
            } else if (at < pattern.length() && isOne(pattern.charAt(at), wanted.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resumeIn;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(c -> c == '*');
    }

    private static boolean isOne(char pattern, char wanted) {
        return pattern == wanted || (pattern == '?' && wanted != '*');
    }

    /**
     * Whether it is the role that a task definition or service names, by its ARN or its bare name.
     *
     * @param name the ARN or name that is written; {@code null} if none is
     * @return true if both end with the same name, and if either of the two does not matter
     */
    public boolean isNamed(@Nullable String name) {
        return name == null
                || roleArn == null
                || name.equals(roleArn)
                || lastPart(name).equals(lastPart(roleArn));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
