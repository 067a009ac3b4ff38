package io.stowage.ecs.cql.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ClusterQueryError;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine lacks or reads otherwise than {@link java.util.regex} is refused; the rest means the same. */
class RegexReaderTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
                    a(?=b) -> 1 look-ahead is not supported
                    a(?!b) -> 1 look-ahead is not supported
                    (?<=a)b -> 0 look-behind is not supported
                    (?<!a)b -> 0 look-behind is not supported
                    (?>a) -> 0 an independent group is not supported
                    (a)\\1 -> 3 a back reference is not supported
                    (?<n>a)\\k<n> -> 7 a back reference is not supported
                    ab*+ -> 3 a possessive quantifier is not supported
                    a?+ -> 2 a possessive quantifier is not supported
                    a{2}+ -> 4 a possessive quantifier is not supported
                    [a[b]] -> 2 a class inside a class is not supported
                    [a-z&&b] -> 4 an intersection of classes is not supported
                    \\07 -> 0 an octal escape is not supported
                    \\h -> 0 the escape \\h is not supported
                    \\R -> 0 the escape \\R is not supported
                    x\\u0041 -> 1 the escape \\u is not supported
                    (?x)a -> 0 the flag x is not supported
                    (?u)a -> 0 the flag u is not supported
                    (?P<n>a) -> 0 (?P is not part of the syntax
                    a{ -> 1 { begins no repetition here
                    a{,3} -> 1 { begins no repetition here
                    a{1001} -> 1 a repetition counts at most 1000
                    (a{100}){100} -> 8 the repetitions make the pattern too large
                    ((a{1000}){1000}){1000} -> 10 the repetitions make the pattern too large
                    [ab -> 0 the class that begins here is not closed
                    a(b(c) -> 1 the group that begins here is not closed
                    a) -> 1 this ) closes no group
                    *a -> 0 there is nothing to repeat here
                    a|+b -> 2 there is nothing to repeat here
                    a(?i)*b -> 5 there is nothing to repeat here
                    a** -> 1 invalid nested repetition
                    """)
    void compile_constructBeyondLinearTime_isRefusedWithItsPlace(String regex, String expected) {
        int space = expected.indexOf(' ');

        assertThatThrownBy(() -> RegexReader.compile(regex)).isInstanceOfSatisfying(InvalidRegexException.class, e -> {
            assertThat(e.reason()).startsWith(expected.substring(space + 1));
            assertThat(e.index()).isEqualTo(Integer.parseInt(expected.substring(0, space)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"attribute:a =~ ab(?=c)", "attribute:a =~ 'ab(?=c)'", "attribute:a =~ '''b(?=c)'"})
    void error_badPattern_knowsTheCharacterInside(String text) {
        ClusterQueryError error = ClusterQuery.tryParse(text).errors().get(0);

        assertThat(error.offset()).isEqualTo(15);
        assertThat(text.substring(error.exactOffset())).startsWith("(?=c)");
    }

    @Test
    void compile_deepGroups_areBounded() throws InvalidRegexException {
        RegexReader.compile("(".repeat(100) + "a" + ")".repeat(100));

        assertThatThrownBy(() -> RegexReader.compile("(".repeat(101) + "a" + ")".repeat(101)))
                .isInstanceOfSatisfying(
                        InvalidRegexException.class, e -> assertThat(e.index()).isEqualTo(100));
    }

    @Test
    void compile_longPattern_isRefusedUnlessPlain() throws InvalidRegexException {
        assertThat(RegexReader.check("a".repeat(5000) + ".*")).isNull();
        assertThat(RegexReader.compile("[a]".repeat(666))).isNotNull();
        assertThatThrownBy(() -> RegexReader.check("[a]".repeat(667)))
                .isInstanceOfSatisfying(
                        InvalidRegexException.class, e -> assertThat(e.index()).isEqualTo(2000));
    }

    @Test
    void matches_patternsThatExplodeElsewhere_areAnswered() throws InvalidRegexException {
        String value = "a".repeat(100_000);

        assertThat(RegexReader.compile("(a+)+b").matches(value)).isFalse();
        assertThat(RegexReader.compile("(a|a|aa)*b").matches(value)).isFalse();
        assertThat(RegexReader.compile("a?".repeat(100) + "a{100}").matches(value.substring(0, 100)))
                .isTrue();
    }

    @Test
    void matches_randomPatterns_meanWhatTheyMeanInJava() {
        Random random = new Random(61);
        String[] pieces = {
            "a", "b", "1", "-", ".", "\\.", "\\d", "\\w", "\\s", "\\S", "\\D", "\\W", "[ab]", "[^a]", "[a-c1]", "[]a]",
            "[\\d.]", "[a-]", "(a|b)", "(", ")", "|", "*", "+", "?", "{2}", "{1,}", "{0,2}", "^", "$", "\\b",
                    "\\Qa.\\E",
            "(?:", "(?i)", "(?i:", "(?s)", "\\x61", "\\pL", "\\p{Lu}", "\\-", "(?<n>", "]", "}", "{", "&&", ",", "*?",
                    "\\\\"
        };
        String[] values = {
            "", "a", "b", "ab", "aa", "abab", "1", "a1", "a.", "-", "A", "a-b", "bb1", "]", "\\", "&&", "{"
        };
        int compared = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder regex = new StringBuilder();
            for (int p = 1 + random.nextInt(6); p > 0; p--) {
                regex.append(pieces[random.nextInt(pieces.length)]);
            }
            compared += compare(regex.toString(), values);
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    private static int compare(String regex, String[] values) {
        com.google.re2j.Pattern ours;
        try {
            ours = RegexReader.compile(regex);
        } catch (InvalidRegexException refused) {
            return 0;
        }
        Pattern java;
        try {
            java = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new AssertionError("only Java refuses " + regex, e);
        }
        RegexShape shape = RegexShape.of(regex);
        for (String value : values) {
            if (shape.kind() != RegexShape.Kind.OTHER && shape.matches(value) != ours.matches(value)) {
                throw new AssertionError("'" + regex + "' is no " + shape + ": '" + value + "'");
            }
            if (ours.matches(value) != java.matcher(value).matches()) {
                throw new AssertionError("'" + regex + "' against '" + value + "': " + ours.matches(value));
            }
        }
        return 1;
    }
}
