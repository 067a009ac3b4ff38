package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to break a reader. Whatever they are, they end as a query or as errors within the text. */
class HostileInputTest {
    @ParameterizedTest
    @MethodSource
    void tryParse_hostileText_answers(String text) {
        assertAnswers(text, QueryLimits.STANDARD);
        assertAnswers(text, new QueryLimits(1_000_000, 256));
    }

    static Stream<String> tryParse_hostileText_answers() {
        return Stream.of(
                "\0",
                "\uD800",
                "\uDC00attribute:a == 1",
                "attribute:a == \uD83D\uDE00",
                "attribute:\uD83D\uDE00 == 1",
                "attribute:a == '\uD83D",
                "\uFEFFattribute:a == 1",
                "attribute:a\u00A0== 1",
                "attribute:a == x\u2028y",
                "(".repeat(100_000),
                ")".repeat(100_000),
                "not ".repeat(100_000),
                "!".repeat(100_000),
                "'".repeat(99_999),
                "attribute:a == " + "'".repeat(99_999),
                "attribute:a in " + "[".repeat(100_000),
                "attribute:a in [" + "a,".repeat(50_000),
                "attribute:a =~ " + "(".repeat(10_000),
                "attribute:a =~ " + "[".repeat(10_000),
                "attribute:a =~ " + "\\".repeat(9_999),
                "attribute:a =~ " + "(a*)*".repeat(2_000),
                "attribute:a =~ ((((a{1000}){1000}){1000}){1000})",
                "attribute:a =~ " + "x{1000}".repeat(250),
                "attribute:a = ".repeat(7_000),
                "=".repeat(100_000),
                "a".repeat(100_000),
                "attribute:" + "a".repeat(100_000) + " exists",
                "attribute:a exists " + "AND attribute:a exists ".repeat(4_000),
                "(attribute:a=~x)and".repeat(5_000));
    }

    @Test
    void tryParse_everyCharacterAtEveryPlace_answers() {
        String text =
                "(attribute:a == 'x y' or not task:group in [a, b]) and attribute:b =~ (x|[y)]).* && agentVersion < 1.2";
        String signs = "()[]'\",=!<>~&|\\ \t\n\0$:x0\u00e9\uD83D\uFFFF";

        for (int i = 0; i <= text.length(); i++) {
            for (int c = 0; c < signs.length(); c++) {
                assertAnswers(text.substring(0, i) + signs.charAt(c) + text.substring(i), QueryLimits.STANDARD);
                if (i < text.length()) {
                    assertAnswers(text.substring(0, i) + signs.charAt(c) + text.substring(i + 1), QueryLimits.STANDARD);
                }
            }
            assertAnswers(text.substring(0, i), QueryLimits.STANDARD);
            assertAnswers(text.substring(i), QueryLimits.STANDARD);
        }
    }

    @Test
    void tryParse_randomCharacters_answers() {
        Random random = new Random(4);

        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append((char) (random.nextInt(10) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
            }
            assertAnswers(text.toString(), QueryLimits.STANDARD);
        }
    }

    static void assertAnswers(String text, QueryLimits limits) {
        assertThatCode(() -> {
                    ClusterQueryResult result = ClusterQuery.tryParse(text, limits);
                    assertThat(result.query().isPresent())
                            .isEqualTo(result.errors().isEmpty());
                    result.errors().forEach(error -> {
                        assertThat(error.excerpt()).contains("^");
                        assertThat(error.toString()).isNotBlank();
                    });
                })
                .as("%s", text)
                .doesNotThrowAnyException();
    }
}
