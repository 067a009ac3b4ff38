package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision to live with a finding, and the reason for it.
 *
 * @param id the id of a rule, or the beginning of ids up to a dot followed by a star: {@code size.*}
 * @param pointer the place; what lies below it is meant too. Null for every place
 * @param reason why; never blank
 */
public record Suppression(String id, @Nullable String pointer, String reason) {
    /**
     * Checks that there is a reason and that the place is a pointer.
     *
     * @throws IllegalArgumentException if the id or reason is blank, or the pointer does not begin with a slash
     */
    public Suppression {
        if (id.isBlank() || id.equals("*")) {
            throw new IllegalArgumentException("a suppression names a rule or a group of rules, not \"" + id + "\"");
        }
        if (Objects.requireNonNull(reason, "reason").isBlank()) {
            throw new IllegalArgumentException("the suppression of " + id + " has no reason");
        }
        if (pointer != null && !pointer.startsWith("/")) {
            throw new IllegalArgumentException(
                    "\"" + pointer + "\" is no JSON pointer to a place: it begins with a slash");
        }
    }

    /**
     * Whether this is about a rule.
     *
     * @param ruleId the id of a rule
     * @return true if it is the id or lies under the prefix
     */
    public boolean names(String ruleId) {
        return id.endsWith(".*") ? ruleId.startsWith(id.substring(0, id.length() - 1)) : ruleId.equals(id);
    }

    /**
     * Whether this is about a finding.
     *
     * @param finding the finding
     * @return true if rule and place match
     */
    public boolean covers(Diagnostic finding) {
        if (!names(finding.id())) {
            return false;
        }
        return pointer == null
                || finding.pointer().equals(pointer)
                || finding.pointer().startsWith(pointer.endsWith("/") ? pointer : pointer + "/");
    }
}
