package io.stowage.ecs.model.diagnostic;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One finding about an input: what is wrong, where, and what would be accepted. Every module reports through this type.
 *
 * <p>Diagnostics sort by place (those without one last), then pointer, then id, then message, so that a sorted list reads from top to
 * bottom of the file. Immutable.
 *
 * @param id the stable name of what was found, for example {@code json.duplicate-member}
 * @param severity how much it weighs
 * @param message what was found, why it matters and what would be accepted, in one or two sentences
 * @param pointer the JSON pointer (RFC 6901) of the value meant; empty for the whole document. It may name a member that is
 *     absent: the place where it belongs
 * @param location the place in the text; {@code null} when the object was not read from a text
 * @param hint the smallest repair, as a sentence; {@code null} when there is none to offer
 */
public record Diagnostic(
        String id,
        Severity severity,
        String message,
        String pointer,
        @Nullable SourceLocation location,
        @Nullable String hint)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    Diagnostic::location, Comparator.nullsLast(Comparator.<SourceLocation>naturalOrder()))
            .thenComparing(Diagnostic::pointer)
            .thenComparing(Diagnostic::id)
            .thenComparing(Diagnostic::message);

    /**
     * Checks that nothing required is missing.
     *
     * @throws NullPointerException if id, severity, message or pointer is null
     */
    public Diagnostic {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(pointer, "pointer");
    }

    /** Orders by place, pointer, id, message. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /**
     * The one-line form: {@code ERROR web.json:14:17 size.fargate-cpu-value /cpu: message Hint: hint}.
     *
     * @return one line without a line end
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(severity.name()).append(' ');
        if (location != null) {
            text.append(location).append(' ');
        }
        text.append(id);
        if (!pointer.isEmpty()) {
            text.append(' ').append(pointer);
        }
        text.append(": ").append(message);
        if (hint != null) {
            text.append(" Hint: ").append(hint);
        }
        return text.toString();
    }
}
