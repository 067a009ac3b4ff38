package io.stowage.ecs.cql;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a query does not parse, and where. Immutable.
 *
 * @param kind what is wrong
 * @param offset the character meant, counted from 0 in UTF-16 code units; the length of the expression when it is the end
 * @param length how many characters are meant; 0 only at the end
 * @param expression the whole query as it was given
 * @param message what was found and what would be accepted, in one or two sentences
 * @param exactOffset the character in the range meant at which reading could not go on, such as the place inside a regular
 *     expression; {@code offset} where nothing nearer is known
 * @param suggestions texts to write instead, the likeliest first, unmodifiable; often empty
 */
@SuppressWarnings("serial") // the list is one of the JDK's own, which are serializable
public record ClusterQueryError(
        ErrorKind kind,
        int offset,
        int length,
        String expression,
        String message,
        int exactOffset,
        List<String> suggestions)
        implements Serializable {
    /**
     * Checks that the place lies within the expression.
     *
     * @throws IllegalArgumentException if it does not
     */
    public ClusterQueryError {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        if (offset < 0 || length < 0 || offset > expression.length() - length) {
            throw new IllegalArgumentException("offset " + offset + " and length " + length + " lie outside of "
                    + expression.length() + " characters");
        }
        if (exactOffset < offset || exactOffset > offset + length) {
            throw new IllegalArgumentException("exact offset " + exactOffset + " lies outside of what is meant");
        }
        suggestions = List.copyOf(suggestions);
    }

    /**
     * The line of the expression that holds the error, and under it a caret for every character meant. Tabs stay tabs in both
     * lines, other control characters show as a replacement character, and a long line is cut around the error.
     *
     * @return two lines separated by a line feed, without one at the end
     */
    public String excerpt() {
        return Excerpt.of(expression, offset, length);
    }

    /**
     * The error as a diagnostic, for a query that stands in a document.
     *
     * @param pointer the JSON pointer of the query
     * @param location the place of the character meant in the file, or null when the query was not read from one
     * @return a diagnostic of severity {@link Severity#ERROR}; its id is {@link ErrorKind#diagnosticId()}
     */
    public Diagnostic toDiagnostic(String pointer, @Nullable SourceLocation location) {
        String place = " (character " + (offset + 1) + " of the expression)";
        return new Diagnostic(kind.diagnosticId(), Severity.ERROR, message + place, pointer, location, hint());
    }

    /** Returns the message, the suggestions and the {@linkplain #excerpt() excerpt}, each on lines of their own. */
    @Override
    public String toString() {
        String hint = hint();
        return message + (hint == null ? "" : " " + hint) + "\n" + excerpt();
    }

    private @Nullable String hint() {
        if (suggestions.isEmpty()) {
            return null;
        }
        return suggestions.stream().map(text -> "`" + text + "`").collect(Collectors.joining(" or ", "Write ", "."));
    }
}
