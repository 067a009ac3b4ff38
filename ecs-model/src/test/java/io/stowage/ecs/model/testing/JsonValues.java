package io.stowage.ecs.model.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON read by another way than the library's own, for comparing. */
public final class JsonValues {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonValues() {}

    /** The tree of a text. */
    public static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    /** The text of a tree. */
    public static String text(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** The value of a text in a form in which equal JSON values are equal: numbers by amount, members in any order. */
    public static @Nullable Object value(String text) {
        return value(tree(text));
    }

    /** The value of a tree, likewise. */
    public static @Nullable Object value(JsonNode tree) {
        if (tree.isObject()) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            tree.propertyStream().forEach(member -> members.put(member.getKey(), value(member.getValue())));
            return members;
        }
        if (tree.isArray()) {
            List<@Nullable Object> elements = new ArrayList<>();
            tree.forEach(element -> elements.add(value(element)));
            return elements;
        }
        if (tree.isNumber()) {
            return number(tree.decimalValue());
        }
        return tree.isString() ? tree.stringValue() : tree.isNull() ? null : tree.booleanValue();
    }

    /** A number such that equal amounts are equal. */
    public static BigDecimal number(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** The members of an object in their order. */
    public static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.propertyStream().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}
