package io.stowage.ecs.cql.lint;

import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something suspicious in a valid query. Immutable.
 *
 * @param kind what it is
 * @param query which of the queries given, counted from 0
 * @param range where in it
 * @param message what is suspicious and why, in one or two sentences
 * @param rewrites what to write instead of the text at that place, the likeliest first, unmodifiable; often empty
 */
public record LintFinding(LintKind kind, int query, TextRange range, String message, List<String> rewrites) {
    /** Copies the list. */
    public LintFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(message, "message");
        rewrites = List.copyOf(rewrites);
    }

    /**
     * The finding as a diagnostic.
     *
     * @param pointer the JSON pointer of the query
     * @param location the place of the finding in the file, or null when the query was not read from one
     * @return a diagnostic of the severity of the kind
     */
    public Diagnostic toDiagnostic(String pointer, @Nullable SourceLocation location) {
        String hint = rewrites.isEmpty()
                ? null
                : rewrites.stream().map(text -> "`" + text + "`").collect(Collectors.joining(" or ", "Write ", "."));
        return new Diagnostic(kind.diagnosticId(), kind.severity(), message, pointer, location, hint);
    }
}
