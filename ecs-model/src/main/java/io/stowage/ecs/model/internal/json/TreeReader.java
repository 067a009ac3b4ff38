package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonBoolean;
import io.stowage.ecs.model.json.JsonTree.JsonNull;
import io.stowage.ecs.model.json.JsonTree.JsonNumber;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
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

/** Reads one JSON text into a located tree. */
final class TreeReader implements TextReader {
    private static final Pattern ADVICE =
            Pattern.compile("(?s)(\n| \\(start marker at|: enable `| \\(not recognized as one since).*");

    private final SourceText source;
    private final String text;
    private final Map<Integer, String> placeholders;
    private final Findings findings;
    private final JsonFactory factory;
    private boolean broken;

    TreeReader(SourceText source, ReadOptions options, Findings findings) {
        this(source, source.text(), Map.of(), options, findings);
    }

    /** Reads the source with strings in place of its bare placeholders. */
    TreeReader(SourceText source, BarePlaceholders masked, ReadOptions options, Findings findings) {
        this(source, masked.text(), masked.written(), options, findings);
    }

    private TreeReader(
            SourceText source, String text, Map<Integer, String> placeholders, ReadOptions options, Findings findings) {
        this.source = source;
        this.text = text;
        this.placeholders = placeholders;
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

    @Override
    public @Nullable JsonTree read() {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
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

    @Override
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
            case VALUE_STRING -> new JsonString(offset, text(parser.getString(), pointer, offset));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                findings.number(new JsonNumber(offset, parser.getString()), pointer);
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
            String name = text(parser.currentName(), pointer, nameOffset);
            if (!advance(parser)) {
                break;
            }
            Pointer inner = pointer.member(name);
            Member before = members.put(name, new Member(nameOffset, value(parser, inner)));
            if (before != null) {
                findings.duplicate(name, before.nameOffset(), inner, nameOffset);
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

    private String text(String read, Pointer pointer, int offset) {
        return findings.wholeCharacters(placeholders.getOrDefault(offset, read), pointer, offset);
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
