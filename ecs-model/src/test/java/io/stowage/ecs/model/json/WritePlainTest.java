package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.common.Tag;
import io.stowage.ecs.model.taskdef.LogDriver;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WritePlainTest {

    static List<Arguments> scalars() {
        return List.of(
                Arguments.of(null, "null"),
                Arguments.of("a\"\n\u2028", "\"a\\\"\\n\u2028\""),
                Arguments.of("\ud83d\ude80 \ud83d", "\"\ud83d\ude80 \\ud83d\""),
                Arguments.of(true, "true"),
                Arguments.of(7, "7"),
                Arguments.of(1L << 60, "1152921504606846976"),
                Arguments.of(BigInteger.TEN.pow(20), "100000000000000000000"),
                Arguments.of(new BigDecimal("1.10"), "1.10"),
                Arguments.of(1.0, "1"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(1e300, "1.0E300"),
                Arguments.of(LogDriver.AWSLOGS, "\"awslogs\""),
                Arguments.of(Instant.ofEpochSecond(1_700_000_000), "1700000000"),
                Arguments.of(Instant.ofEpochSecond(1_700_000_000, 123_000_000), "1700000000.123"),
                Arguments.of(Instant.ofEpochSecond(-1, 500_000_000), "-0.5"),
                Arguments.of(List.of(), "[ ]"),
                Arguments.of(Map.of(), "{ }"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void value_isItsJson(Object value, String expected) {
        assertThat(EcsJson.writePlain(value)).isEqualTo(expected + "\n");
    }

    @Test
    void nested_isIndented() {
        assertThat(EcsJson.writePlain(
                        Map.of("tags", Arrays.asList(Tag.builder().key("k").build(), null))))
                .isEqualTo("""
                        {
                          "tags": [
                            {
                              "key": "k"
                            },
                            null
                          ]
                        }
                        """);
    }

    @Test
    void somethingElse_isRefused() {
        assertThatThrownBy(() -> EcsJson.writePlain(List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
        assertThatThrownBy(() -> EcsJson.writePlain(Map.of(1, "x"))).isInstanceOf(IllegalArgumentException.class);
        Object deep = "x";
        for (int i = 0; i <= 1000; i++) {
            deep = List.of(deep);
        }
        Object tooDeep = deep;
        assertThatThrownBy(() -> EcsJson.writePlain(tooDeep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 levels");
        for (Number none : List.of(Double.NaN, Double.NEGATIVE_INFINITY, Float.NaN)) {
            assertThatThrownBy(() -> EcsJson.writePlain(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("JSON has no number for " + none);
        }
    }
}
