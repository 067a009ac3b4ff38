package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.internal.json.JsonTree.JsonArray;
import io.stowage.ecs.model.internal.json.JsonTree.JsonBoolean;
import io.stowage.ecs.model.internal.json.JsonTree.JsonNull;
import io.stowage.ecs.model.internal.json.JsonTree.JsonNumber;
import io.stowage.ecs.model.internal.json.JsonTree.JsonObject;
import io.stowage.ecs.model.internal.json.JsonTree.JsonString;
import io.stowage.ecs.model.internal.json.JsonTree.Member;
import io.stowage.ecs.model.json.ReadOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON text into a located tree; what is wrong with it becomes findings, never an exception. */
public final class TreeReader {
    private static final Pattern ADVICE =
            Pattern.compile("(?s)(\n| \\(start marker at|: enable `| \\(not recognized as one since).*");

    private final SourceText source;
    private final Findings findings;
    private final JsonFactory factory;
    private boolean broken;

    /** Prepares one reading. */
    public TreeReader(SourceText source, ReadOptions options, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(options.maxDepth())
                        .maxStringLength(options.maxStringLength())
                        .maxNameLength(options.maxStringLength())
                        .maxNumberLength(options.maxNumberLength())
                        .build())
                .build();
    }

    /**
     * The one value of the text; null if there is none. Reading stops at the first place where the text is not JSON, since what
     * stands behind it could mean anything: a finding says why, {@link #broken} is true, and the value is what came before.
     */
    public @Nullable JsonTree read() {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), source.text())) {
            if (!advance(parser)) {
                return null;
            }
            if (parser.currentToken() == null) {
                error("json.empty", "the text is empty; a JSON document was expected", Pointer.ROOT, 0);
                broken = true;
                return null;
            }
            JsonTree tree = value(parser, Pointer.ROOT);
            if (advance(parser) && parser.currentToken() != null) {
                error(
                        "json.trailing",
                        "something follows after the end of the document; one JSON value was expected",
                        Pointer.ROOT,
                        offset(parser));
                broken = true;
            }
            return tree;
        }
    }

    /** Whether the text was not JSON, or more than the limits allow. */
    public boolean broken() {
        return broken;
    }

    /** Goes to the next token; false, with a finding, if there is none because the text is broken. */
    private boolean advance(JsonParser parser) {
        if (broken) {
            return false;
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_FLOAT) {
                // The tokenizer reads these lazily; asked for now, their faults show up here.
                parser.getString();
            }
            return true;
        } catch (StreamConstraintsException e) {
            error("json.limit", limitMessage(e), Pointer.ROOT, offset(parser));
        } catch (JacksonException e) {
            error("json.syntax", "this is not JSON: " + ownWords(e), Pointer.ROOT, offset(e));
        }
        broken = true;
        return false;
    }

    private JsonTree value(JsonParser parser, Pointer pointer) {
        int offset = offset(parser);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, pointer, offset);
            case START_ARRAY -> array(parser, pointer, offset);
            case VALUE_STRING -> new JsonString(offset, whole(parser.getString(), pointer, offset));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString(), pointer, offset);
            case VALUE_TRUE -> new JsonBoolean(offset, true);
            case VALUE_FALSE -> new JsonBoolean(offset, false);
            case VALUE_NULL -> new JsonNull(offset);
            default -> throw new IllegalStateException("the tokenizer gave " + token + " where a value begins");
        };
    }

    private JsonObject object(JsonParser parser, Pointer pointer, int offset) {
        Map<String, Member> members = new LinkedHashMap<>();
        while (advance(parser) && parser.currentToken() != JsonToken.END_OBJECT) {
            int nameOffset = offset(parser);
            String name = whole(parser.currentName(), pointer, nameOffset);
            if (!advance(parser)) {
                break;
            }
            Pointer inner = pointer.member(name);
            Member before = members.put(name, new Member(nameOffset, value(parser, inner)));
            if (before != null) {
                error(
                        "json.duplicate-member",
                        "`" + name + "` is written a second time; the first is at " + source.locate(before.nameOffset())
                                + ". A member may appear once",
                        inner,
                        nameOffset);
            }
        }
        return new JsonObject(offset, members);
    }

    private JsonArray array(JsonParser parser, Pointer pointer, int offset) {
        List<JsonTree> elements = new ArrayList<>();
        while (advance(parser) && parser.currentToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, pointer.element(elements.size())));
        }
        return new JsonArray(offset, elements);
    }

    /** Reports half a character; the text is kept as it is. */
    private String whole(String text, Pointer pointer, int offset) {
        if (text.codePoints().anyMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE)) {
            findings.add(
                    Severity.WARNING,
                    "json.lone-surrogate",
                    "the text holds half a character (a surrogate code unit alone), which ECS cannot take",
                    pointer,
                    offset,
                    "remove it, or write the missing half");
        }
        return text;
    }

    private JsonNumber number(String text, Pointer pointer, int offset) {
        JsonNumber number = new JsonNumber(offset, text);
        if (number.value() == null) {
            error(
                    "json.number-range",
                    "the exponent of " + text + " is beyond what can be computed with",
                    pointer,
                    offset);
        }
        return number;
    }

    private void error(String id, String message, Pointer pointer, int offset) {
        findings.add(Severity.ERROR, id, message, pointer, offset, null);
    }

    private static int offset(JsonParser parser) {
        return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
    }

    private int offset(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getCharOffset() < 0
                ? source.text().length()
                : (int) location.getCharOffset();
    }

    /** The tokenizer's own words without its advice about its settings and without its copy of the place. */
    private static String ownWords(JacksonException e) {
        return ADVICE.matcher(e.getOriginalMessage()).replaceFirst("");
    }

    private static String limitMessage(StreamConstraintsException e) {
        String message = ownWords(e);
        int setting = message.indexOf(", from `");
        return "a limit of the reading options is exceeded: "
                + (setting < 0 ? message : message.substring(0, setting) + ")");
    }
}
