package io.stowage.ecs.cql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the package page are true. */
class LanguagePageTest {
    private static final Path PAGE = Path.of("src/main/java/io/stowage/ecs/cql/package-info.java");
    private static final Pattern EXAMPLE = Pattern.compile(" \\*   (yes|no ) +(.+?)(?:  +[a-z].*)?");
    private static final InstanceDescription INSTANCE = new InstanceDescription(
            true,
            "1.68.2",
            "i-0a1b",
            Instant.parse("2024-03-01T12:00:00Z"),
            2,
            List.of("service:web", "family:batch"),
            Map.of(
                    "ecs.instance-type", "t2.small",
                    "ecs.availability-zone", "us-east-1a",
                    "stack", "prod",
                    "slots", "10",
                    "team", "data platform",
                    "ecs.capability.task-eni", ""));

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void example_ofThePage_isTrue(String query, boolean expected) {
        assertThat(ClusterQuery.parse(query).matches(INSTANCE)).isEqualTo(expected);
    }

    @Test
    void examples_together_showEverySubjectAndSpelling() throws IOException {
        String all = examples().map(example -> " " + example.get()[0] + " ").reduce("", String::concat);

        Stream.of(Operator.values())
                .flatMap(operator -> operator.spellings().stream())
                .forEach(spelling -> assertThat(all).contains(" " + spelling + " "));
        Stream.of(Field.values()).forEach(field -> assertThat(all).contains(field.text()));
        assertThat(all).contains("task:group", " and ", "&&", " or ", "||", "not(", "!attribute");
    }

    static Stream<Arguments> examples() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(EXAMPLE::matcher)
                .filter(Matcher::matches)
                .map(example -> Arguments.of(example.group(2), example.group(1).equals("yes")));
    }
}
