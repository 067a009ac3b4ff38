package io.stowage.ecs.placement.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternExampleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "prod",
                "prod.*",
                "prod-[a-z]+",
                "r[12]",
                "r[^0]x",
                "(blue|green)-[0-9]{3}",
                "^t2\\.micro$",
                "a?b*c+?",
                "(?:x|y)z",
                "\\d\\w\\s\\D\\W",
                "[\\d]x",
                "one|two|(three)",
                "((a|b)(c|d)){2}",
                ""
            })
    void of_patternsThatPeopleWrite_match(String pattern) {
        assertThat(PatternExample.of(pattern)).allMatch(text -> Pattern.matches(pattern, text));
    }

    @Test
    void of_alternatives_givesOneOfEach() {
        assertThat(PatternExample.of("one|t[wx]o|(three|four)")).containsExactly("one", "two", "three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", ")", "a)b", "\\", "{", "a{", "a{x}", "[]", "(?", "*", "||", "(()"})
    void of_brokenPatterns_comesToAnEnd(String pattern) {
        assertThat(PatternExample.of(pattern)).isNotNull();
    }
}
