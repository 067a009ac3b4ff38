package io.stowage.ecs.model.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names a task definition: {@code family}, {@code family:revision}, or an ARN that ends with one of the two.
 *
 * @param account what stands before {@code task-definition/} in the ARN, for example {@code arn:aws:ecs:us-east-1:123456789012};
 *     {@code null} if the reference is no ARN
 * @param family 1 to 255 letters, digits, hyphens and underscores
 * @param revision 1 or more; {@code null} for the latest active one
 */
public record TaskDefinitionReference(
        @Nullable String account, String family, @Nullable Integer revision) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(arn:[a-z0-9-]+:ecs:[a-z0-9-]*:[0-9]*):task-definition/)?([A-Za-z0-9_-]{1,255})(?::([1-9][0-9]{0,9}))?");

    /**
     * Takes a reference apart.
     *
     * @param text the reference
     * @return empty if it has none of the forms, or revision 0
     */
    public static Optional<TaskDefinitionReference> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(3);
        if (digits != null && Long.parseLong(digits) > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new TaskDefinitionReference(
                matcher.group(1), matcher.group(2), digits == null ? null : Integer.valueOf(digits)));
    }

    static boolean isFamily(String text) {
        return parse(text)
                .filter(r -> r.account() == null && r.revision() == null)
                .isPresent();
    }

    /** The shortest form of it: an ARN only if it was one. */
    @Override
    public String toString() {
        return (account == null ? "" : account + ":task-definition/")
                + family
                + (revision == null ? "" : ":" + revision);
    }
}
