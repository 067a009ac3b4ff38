package io.stowage.ecs.cql.internal.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a regular expression of the language. Patterns come from users, so they run in linear time, which leaves out the
 * constructs that need backtracking; {@link RegexDialect} names those.
 */
public final class RegexReader {
    private RegexReader() {}

    /**
     * Compiles, without flags.
     *
     * @param regex the pattern, in the syntax of {@link java.util.regex.Pattern}
     * @return the compiled pattern, safe for use by many threads
     * @throws InvalidRegexException if the pattern is malformed, or beyond what runs in linear time
     */
    public static Pattern compile(String regex) throws InvalidRegexException {
        RegexDialect.check(regex);
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new InvalidRegexException(e.getDescription(), Math.max(0, regex.indexOf(e.getPattern())));
        }
    }

    /**
     * Checks a pattern.
     *
     * @param regex the pattern
     * @return the compiled pattern, or null for one that {@link RegexShape} does without
     * @throws InvalidRegexException as {@link #compile} does
     */
    public static @Nullable Pattern check(String regex) throws InvalidRegexException {
        return RegexShape.of(regex).kind() == RegexShape.Kind.OTHER ? compile(regex) : null;
    }

    /** Whether the text with its blanks is a pattern that would have been read, had it been quoted. */
    public static boolean isCompleteRegex(String text) {
        if (!PatternExtent.isBalanced(text)) {
            return false;
        }
        try {
            check(text);
            return true;
        } catch (InvalidRegexException e) {
            return false;
        }
    }
}
