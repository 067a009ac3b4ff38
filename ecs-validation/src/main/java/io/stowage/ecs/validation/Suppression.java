package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.validation.internal.Glob;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision to live with a finding, and the reason for it.
 *
 * @param id the id of a rule, or the beginning of ids up to a dot followed by a star: {@code size.*}
 * @param pointer the place; what lies below it is meant too. Null for every place
 * @param file the documents meant, by a pattern for the name that findings give as their file: {@code **} stands for any folders,
 *     {@code *} for anything within one name, {@code ?} for one character. Null for every document
 * @param reason why; never blank
 * @param expires the last day on which the decision holds; null if it has no end
 */
public record Suppression(
        String id,
        @Nullable String pointer,
        @Nullable String file,
        String reason,
        @Nullable LocalDate expires) {
    /**
     * Checks that there is a reason and that the place is a pointer.
     *
     * @throws IllegalArgumentException if the id, file or reason is blank, or the pointer does not begin with a slash
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
        if (file != null && file.isBlank()) {
            throw new IllegalArgumentException("the suppression of " + id + " names a blank file");
        }
    }

    /**
     * A decision about all documents and without an end.
     *
     * @param id the id of a rule, or {@code group.*}
     * @param pointer the place; null for every place
     * @param reason why; never blank
     * @throws IllegalArgumentException if the id or reason is blank, or the pointer does not begin with a slash
     */
    public Suppression(String id, @Nullable String pointer, String reason) {
        this(id, pointer, null, reason, null);
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
     * Whether this is about a finding, whatever the day.
     *
     * @param finding the finding
     * @return true if rule, place and document match
     */
    public boolean covers(Diagnostic finding) {
        if (!names(finding.id())) {
            return false;
        }
        if (file != null
                && (finding.location() == null
                        || !Glob.of(file).matches(finding.location().file()))) {
            return false;
        }
        return pointer == null
                || finding.pointer().equals(pointer)
                || finding.pointer().startsWith(pointer.endsWith("/") ? pointer : pointer + "/");
    }

    /**
     * Whether the decision has ended.
     *
     * @param day the day to ask about
     * @return true after the last day on which it holds
     */
    public boolean isExpired(LocalDate day) {
        return expires != null && day.isAfter(expires);
    }
}
