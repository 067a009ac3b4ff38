package io.stowage.ecs.cql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of the specification, read from the file as it was given to us. */
final class CqlCases {
    /**
     * Cases we believe wrong, by id, with the reason. They stay in the file and out of the tests; {@link CqlCasesTest} counts
     * them.
     */
    static final Map<String, String> BELIEVED_WRONG = Map.of();

    private static final JsonNode FILE = read();

    private CqlCases() {}

    /** The cases of a section, each as its member of the file. */
    static Stream<JsonNode> section(String name) {
        return StreamSupport.stream(FILE.path(name).spliterator(), false)
                .filter(entry -> !BELIEVED_WRONG.containsKey(entry.path("id").asString()));
    }

    /** The facts of the instance A, B or C. */
    static InstanceFacts instance(String name) {
        return new JsonFacts(FILE.path("instances").path(name));
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(CqlCases.class.getResourceAsStream("cql-cases.json"))) {
            return JsonMapper.shared().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
