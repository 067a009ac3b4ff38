package io.stowage.ecs.model.internal.plain;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Structures and texts as {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean} and null, and back. */
public final class PlainJson {
    /** What we wrote ourselves has no hostile size; only the stack limits the depth. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(1000)
                    .build())
            .build();

    private PlainJson() {}

    /** The members of a structure; new maps and lists that the caller may change. */
    public static Map<String, @Nullable Object> of(EcsStructure structure) {
        return members(value(EcsJson.write(structure)));
    }

    /** The value of a text; empty if the text is not one JSON value, or the value is {@code null}. */
    public static Optional<Object> parse(String text) {
        try {
            return Optional.ofNullable(value(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * The task definition that plain members describe.
     *
     * @throws IllegalArgumentException if it is bigger than documents may be
     */
    public static TaskDefinition taskDefinition(Map<String, @Nullable Object> members) {
        SourceText source = SourceText.of("task definition", EcsJson.writePlain(members));
        return EcsJson.readTaskDefinition(source, ReadOptions.standard())
                .value()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the task definition exceeds a limit of " + ReadOptions.standard()));
    }

    /** A value that is known to be an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> members(@Nullable Object object) {
        if (!(object instanceof Map)) {
            throw new IllegalStateException("not an object: " + object);
        }
        return (Map<String, @Nullable Object>) object;
    }

    private static @Nullable Object value(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new TrailingText();
            }
            return value;
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new TrailingText();
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> whole(new BigInteger(parser.getString()));
            case VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Number whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    /** The text ended too early or too late. */
    private static final class TrailingText extends JacksonException {
        private static final long serialVersionUID = 1L;

        TrailingText() {
            super("not one JSON value");
        }

        @Override
        public Object processor() {
            return this;
        }
    }
}
