package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ClusterQueryError;
import io.stowage.ecs.cql.ErrorKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the rules ask of the expressions of placement constraints. */
final class Expressions {
    private Expressions() {}

    /**
     * Whether an expression is no query. What only this library refuses, a nesting deeper than it follows or a regular expression
     * that Java reads and an engine of linear time does not, is no fault of the expression.
     */
    static boolean isFaulty(String expression) {
        return fault(expression).isPresent();
    }

    /** What is wrong with an expression, as words in the middle of a sentence. */
    static String reason(String expression) {
        return fault(expression)
                .map(error -> firstSentence(error.message()) + ", character " + (error.offset() + 1))
                .orElse("");
    }

    /** What to do about it. */
    static String repair(String expression) {
        List<String> suggestions =
                fault(expression).map(ClusterQueryError::suggestions).orElse(List.of());
        return suggestions.isEmpty()
                ? "Correct it; the developer guide describes the cluster query language"
                : "Write `" + suggestions.get(0) + "` there";
    }

    private static Optional<ClusterQueryError> fault(String expression) {
        return ClusterQuery.tryParse(expression).errors().stream()
                .filter(error -> !isOfThisLibrary(error))
                .findFirst();
    }

    private static String firstSentence(String message) {
        int end = message.indexOf(". ");
        String sentence = end < 0 ? message : message.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Whether an expression asks for an attribute; false if it is no query. */
    static boolean asksFor(String expression, String attribute) {
        Optional<ClusterQuery> query = ClusterQuery.tryParse(expression).query();
        return query.isPresent() && query.get().dependencies().attributes().contains(attribute);
    }

    private static boolean isOfThisLibrary(ClusterQueryError error) {
        if (error.kind() == ErrorKind.NESTING_TOO_DEEP) {
            return true;
        }
        if (error.kind() != ErrorKind.INVALID_PATTERN) {
            return false;
        }
        String written = error.expression().substring(error.offset(), error.offset() + error.length());
        try {
            Pattern.compile(unquoted(written));
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static String unquoted(String written) {
        char first = written.isEmpty() ? ' ' : written.charAt(0);
        boolean quoted = written.length() > 1
                && (first == '"' || first == '\'')
                && written.charAt(written.length() - 1) == first;
        return quoted ? written.substring(1, written.length() - 1) : written;
    }
}
