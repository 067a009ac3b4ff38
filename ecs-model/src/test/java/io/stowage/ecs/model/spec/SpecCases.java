package io.stowage.ecs.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of the specification, as dynamic tests: every case of a kind is run, and there must be as many as are expected. */
public final class SpecCases {
    private static final JsonMapper MAPPER = new JsonMapper();

    private SpecCases() {}

    /** The cases of a group of {@code services-cases.json}. */
    public static Stream<DynamicTest> services(String group, int count, ThrowingConsumer<JsonNode> test) {
        List<JsonNode> cases = read("services-cases.json")
                .get("cases")
                .valueStream()
                .filter(c -> c.get("group").asString().equals(group))
                .toList();
        return tests(cases, count, test);
    }

    /** The cases of a kind of {@code placement-cases.json}. */
    public static Stream<DynamicTest> placement(String kind, int count, ThrowingConsumer<JsonNode> test) {
        return tests(read("placement-cases.json").get(kind).valueStream().toList(), count, test);
    }

    /** A whole case file. */
    public static JsonNode read(String file) {
        try (InputStream in = SpecCases.class.getResourceAsStream("/io/stowage/ecs/model/" + file)) {
            return MAPPER.readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The task definition that a tree describes. */
    public static TaskDefinition taskDefinition(JsonNode tree) {
        return taskDefinition(tree.toString());
    }

    /** The task definition that a JSON text describes. */
    public static TaskDefinition taskDefinition(String json) {
        return EcsJson.readTaskDefinition(SourceText.of("case.json", json), ReadOptions.standard())
                .orThrow();
    }

    private static Stream<DynamicTest> tests(List<JsonNode> cases, int count, ThrowingConsumer<JsonNode> test) {
        assertThat(cases).hasSize(count);
        return cases.stream().map(c -> DynamicTest.dynamicTest(c.get("id").asString(), () -> test.accept(c)));
    }
}
