package io.stowage.ecs.cql.internal.match;

import com.google.re2j.Pattern;
import io.stowage.ecs.cql.internal.text.InvalidRegexException;
import io.stowage.ecs.cql.internal.text.RegexReader;

/** Whether the whole text matches a regular expression. */
final class PatternTest implements TextTest {
    private final Pattern pattern;

    private PatternTest(Pattern pattern) {
        this.pattern = pattern;
    }

    static PatternTest of(String regex) {
        try {
            return new PatternTest(RegexReader.compile(regex));
        } catch (InvalidRegexException e) {
            throw new IllegalArgumentException(
                    "the pattern '" + regex + "' cannot be used: " + e.reason() + " (at index " + e.index() + ")", e);
        }
    }

    @Override
    public boolean test(String value) {
        return pattern.matches(value);
    }
}
