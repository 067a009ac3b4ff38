package io.stowage.ecs.cql.internal.lint;

import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.cql.internal.text.BuiltInAttributes;
import io.stowage.ecs.cql.internal.text.Spelling;
import io.stowage.ecs.cql.lint.LintKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares the name of an attribute with those of ECS. */
final class NameLint {
    private final PredicateLint lint;
    private final TextRange range;

    NameLint(PredicateLint lint, Predicate predicate) {
        this.lint = lint;
        int start = predicate.range().start();
        this.range = new TextRange(start, start + predicate.subject().text().length());
    }

    void check(String name) {
        if (BuiltInAttributes.isKnown(name)) {
            return;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (BuiltInAttributes.isKnown(lower)) {
            String message = "Case counts in names: ECS sets `" + lower + "`, not `" + name + "`.";
            lint.add(LintKind.LETTER_CASE, range, message, rewrites(lower));
        } else if (BuiltInAttributes.isReserved(lower)) {
            Optional<String> nearest = Spelling.nearest(lower, BuiltInAttributes.names());
            String message = "ECS sets no attribute `" + name + "`; names that begin so are its own.";
            lint.add(
                    LintKind.UNKNOWN_BUILT_IN,
                    range,
                    message,
                    nearest.map(NameLint::rewrites).orElse(List.of()));
        } else if (BuiltInAttributes.isKnown("ecs." + lower)) {
            String message = "This is a custom attribute; that of ECS is `ecs." + lower + "`.";
            lint.add(LintKind.MISSING_PREFIX, range, message, rewrites("ecs." + lower));
        }
    }

    private static List<String> rewrites(String name) {
        return List.of(AttributeSubject.PREFIX + name);
    }
}
