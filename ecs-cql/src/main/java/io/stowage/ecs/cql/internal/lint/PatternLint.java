package io.stowage.ecs.cql.internal.lint;

import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.internal.text.Words;
import io.stowage.ecs.cql.lint.LintKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a regular expression, sign by sign, with an eye for what is outside of classes and escapes. */
final class PatternLint {
    private static final String ANYTHING = "\\^?(\\.\\*)+\\$?";

    private final PredicateLint lint;
    private final Match match;
    private final String regex;
    private boolean dotFound;
    private boolean deadFound;

    PatternLint(PredicateLint lint, Match match) {
        this.lint = lint;
        this.match = match;
        this.regex = match.pattern().value();
    }

    void check() {
        if (ValueLint.isPlaceholder(regex)) {
            add(LintKind.PLACEHOLDER, "`" + regex + "` looks like a placeholder that was not filled in.", null);
            return;
        }
        if (regex.matches(ANYTHING)) {
            add(LintKind.PATTERN_MATCHES_ALL, "This pattern matches every value; `exists` asks the same.", null);
            return;
        }
        anchors();
        scan();
        bareStar();
    }

    private void anchors() {
        boolean start = regex.startsWith("^");
        boolean end = regex.endsWith("$") && !regex.endsWith("\\$");
        if ((start || end) && regex.indexOf('|') < 0) {
            String bare = regex.substring(start ? 1 : 0, end ? regex.length() - 1 : regex.length());
            add(
                    LintKind.NEEDLESS_ANCHOR,
                    "A pattern always matches the whole value: ^ and $ around it say nothing.",
                    bare);
        }
    }

    private void scan() {
        int classBody = -1;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (classBody >= 0) {
                classBody = c == ']' && i > classBody ? -1 : classBody;
            } else if (c == '[') {
                classBody = regex.startsWith("^", i + 1) ? i + 2 : i + 1;
            } else if (c == '.') {
                dot(i);
            } else if (c == '^' || c == '$') {
                innerAnchor(i, c);
            }
        }
    }

    /** {@code t2.micro}: between two letters or digits a dot was hardly meant to be any character. */
    private void dot(int i) {
        boolean plain = i > 0 && i + 1 < regex.length() && isWord(regex.charAt(i - 1)) && isWord(regex.charAt(i + 1));
        if (plain && !dotFound) {
            dotFound = true;
            String escaped = regex.substring(0, i) + "\\" + regex.substring(i);
            add(LintKind.UNESCAPED_DOT, "The dot matches any character; `\\.` matches a dot.", escaped);
        }
    }

    /** The beginning behind a character that must be there, or the end before one. */
    private void innerAnchor(int i, char anchor) {
        boolean dead = anchor == '^'
                ? i > 0 && isWord(regex.charAt(i - 1)) && (i < 2 || regex.charAt(i - 2) != '\\')
                : i + 1 < regex.length() && isWord(regex.charAt(i + 1)) && !isOptional(i + 2);
        // Alternatives may step around the anchor, and flags may change what it means.
        boolean plain = regex.indexOf('|') < 0 && !regex.contains("(?") && regex.indexOf(')') < 0;
        if (dead && plain && !deadFound) {
            deadFound = true;
            add(LintKind.PATTERN_MATCHES_NOTHING, "Nothing can match `" + anchor + "` at this place.", null);
        }
    }

    private boolean isOptional(int quantifier) {
        return quantifier < regex.length() && "*?{".indexOf(regex.charAt(quantifier)) >= 0;
    }

    /** {@code us-east-1*} repeats the 1. */
    private void bareStar() {
        int last = regex.length() - 1;
        boolean bare = last > 1 && regex.charAt(last) == '*' && isPlain(last - 1);
        if (bare) {
            String meant = regex.substring(0, last) + ".*";
            String message =
                    "The star repeats the `" + regex.charAt(last - 1) + "` before it; `.*` stands for anything.";
            add(LintKind.BARE_STAR, message, meant);
        }
    }

    private boolean isPlain(int i) {
        return (isWord(regex.charAt(i)) || regex.charAt(i) == '-') && regex.charAt(i - 1) != '\\';
    }

    private static boolean isWord(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private void add(LintKind kind, String message, @Nullable String rewrite) {
        lint.add(
                kind,
                match.pattern().range(),
                message,
                rewrite == null ? List.of() : List.of(Words.quotePatternIfNeeded(rewrite)));
    }
}
