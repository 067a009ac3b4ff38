package io.stowage.ecs.placement.cases;

import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.placement.PlacementEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code services-cases.json}, and the members of its cases. */
final class Cases {
    private Cases() {}

    static Stream<JsonNode> all() {
        try (InputStream in = PlacementEngine.class.getResourceAsStream("services-cases.json")) {
            return new JsonMapper()
                    .readTree(Objects.requireNonNull(in))
                    .get("cases")
                    .valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Integer integer(JsonNode node, String member) {
        return node.hasNonNull(member) ? node.get(member).asInt() : null;
    }

    static @Nullable Double decimal(JsonNode node, String member) {
        return node.hasNonNull(member) ? node.get(member).asDouble() : null;
    }

    static @Nullable String text(JsonNode node, String member) {
        return node.hasNonNull(member) ? node.get(member).asString() : null;
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    static Map<String, Integer> counts(JsonNode object) {
        Map<String, Integer> counts = new TreeMap<>();
        object.propertyStream()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
        return counts;
    }

    static List<PlacementStrategy> strategies(JsonNode given) {
        return given.path("placementStrategy")
                .valueStream()
                .map(node -> PlacementStrategy.builder()
                        .type(new PlacementStrategyType(node.get("type").asString()))
                        .field(text(node, "field"))
                        .build())
                .toList();
    }
}
