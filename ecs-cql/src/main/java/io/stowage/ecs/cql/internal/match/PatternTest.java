package io.stowage.ecs.cql.internal.match;

import com.google.re2j.Pattern;
import io.stowage.ecs.cql.internal.text.InvalidRegexException;
import io.stowage.ecs.cql.internal.text.RegexReader;
import io.stowage.ecs.cql.internal.text.RegexShape;
import org.jspecify.annotations.Nullable;

/** Whether the whole text matches a regular expression. */
record PatternTest(Pattern pattern) implements TextTest {
    /** The test for a pattern, which may have been compiled already. */
    static TextTest of(String regex, @Nullable Pattern compiled) {
        if (compiled != null) {
            return new PatternTest(compiled);
        }
        RegexShape shape = RegexShape.of(regex);
        return shape.kind() == RegexShape.Kind.OTHER ? new PatternTest(compile(regex)) : shape::matches;
    }

    @Override
    public boolean test(String value) {
        return pattern.matches(value);
    }

    private static Pattern compile(String regex) {
        try {
            return RegexReader.compile(regex);
        } catch (InvalidRegexException e) {
            throw new IllegalArgumentException(
                    "the pattern '" + regex + "' cannot be used: " + e.reason() + " (at index " + e.index() + ")", e);
        }
    }
}
