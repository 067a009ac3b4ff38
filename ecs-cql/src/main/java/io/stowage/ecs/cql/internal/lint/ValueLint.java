package io.stowage.ecs.cql.internal.lint;

import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.ast.ValueType;
import io.stowage.ecs.cql.internal.text.BuiltInAttributes;
import io.stowage.ecs.cql.internal.text.Words;
import io.stowage.ecs.cql.lint.LintKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares a value with those the subject can have. */
final class ValueLint {
    private static final int MOST_CHARACTERS = 128;
    private static final String SIGNS = "-_.@/\\: ";
    private static final List<String> PLACEHOLDERS = List.of("${", "#{", "{{", "%s", "<%");

    private final PredicateLint lint;
    private final Predicate predicate;

    ValueLint(PredicateLint lint, Predicate predicate) {
        this.lint = lint;
        this.predicate = predicate;
    }

    void check(Literal value) {
        if (value.type() != ValueType.TEXT) {
            return;
        }
        String text = value.text();
        if (isPlaceholder(text)) {
            String message = "`" + text + "` looks like a placeholder that was not filled in.";
            lint.add(LintKind.PLACEHOLDER, value.range(), message, List.of());
        } else if (predicate.subject() instanceof AttributeSubject attribute) {
            check(attribute.name(), value);
        }
    }

    static boolean isPlaceholder(String text) {
        boolean braced = text.startsWith("{") && text.endsWith("}") && text.length() > 1;
        return braced || PLACEHOLDERS.stream().anyMatch(text::contains);
    }

    private void check(String name, Literal value) {
        String text = value.text();
        String impossible = impossible(text);
        if (impossible != null) {
            lint.add(LintKind.IMPOSSIBLE_VALUE, value.range(), impossible, List.of());
            return;
        }
        List<String> values = BuiltInAttributes.values(name);
        String lower = text.toLowerCase(Locale.ROOT);
        String upper = text.toUpperCase(Locale.ROOT);
        if (values.contains(lower) && !values.contains(text)) {
            letterCase(name, value, lower);
        } else if (!values.isEmpty() && !values.contains(text)) {
            String message = "`" + name + "` is " + String.join(" or ", values) + ", never `" + text + "`.";
            lint.add(LintKind.IMPOSSIBLE_VALUE, value.range(), message, List.of());
        } else if (name.equals("ecs.instance-type") && !lower.equals(text)) {
            letterCase(name, value, lower);
        } else if (name.equals("ecs.os-family") && !upper.equals(text)) {
            letterCase(name, value, upper);
        }
    }

    private void letterCase(String name, Literal value, String right) {
        String message = "Case counts in values: `" + name + "` is written `" + right + "`.";
        lint.add(LintKind.LETTER_CASE, value.range(), message, List.of(Words.quoteIfNeeded(right)));
    }

    private static @Nullable String impossible(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return "The value has " + text.length() + " characters; that of an attribute has at most " + MOST_CHARACTERS
                    + ".";
        }
        if (!text.equals(text.strip())) {
            return "No attribute value begins or ends with a blank.";
        }
        return text.chars()
                .filter(c -> !isAllowed((char) c))
                .mapToObj(c -> "No attribute value has the character `" + (char) c + "`.")
                .findFirst()
                .orElse(null);
    }

    private static boolean isAllowed(char c) {
        return Words.isNameCharacter(c) || SIGNS.indexOf(c) >= 0;
    }
}
