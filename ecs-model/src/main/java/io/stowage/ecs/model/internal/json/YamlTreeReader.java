package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonNull;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import io.stowage.ecs.model.json.ReadOptions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML text into a located tree. It goes over the parser's events and not over the library's own nodes, because those
 * are built without a limit on depth and with duplicates allowed. Aliases and merge keys are resolved; a short tag of a template
 * ({@code !Ref x}) becomes the object it stands for.
 */
final class YamlTreeReader implements TextReader {
    /** How many values aliases may stand for in all: a few lines can otherwise unfold into billions. */
    private static final int MOST_ALIASED = 1_000_000;

    private static final String MERGE = "<<";

    /** A value with an anchor: what it costs to have it once more. */
    private record Anchored(JsonTree tree, long size, int height) {}

    private final SourceText source;
    private final ReadOptions options;
    private final Findings findings;
    private final CodePoints codePoints;
    private final YamlScalars scalars;
    private final Map<Anchor, Anchored> anchors = new LinkedHashMap<>();
    private Iterator<Event> events = List.<Event>of().iterator();
    private boolean broken;
    private long values;
    private long aliased;
    private int deepest;

    YamlTreeReader(SourceText source, ReadOptions options, Findings findings) {
        this.source = source;
        this.options = options;
        this.findings = findings;
        this.codePoints = new CodePoints(source.text());
        this.scalars = new YamlScalars(findings, options);
    }

    @Override
    public boolean broken() {
        return broken;
    }

    @Override
    public @Nullable JsonTree read() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            events = new ParserImpl(settings, new StreamReader(settings, source.text()));
        } catch (ReaderException e) {
            notAllowed(e);
        }
        next();
        Event start = next();
        if (start == null || start.getEventId() == Event.ID.StreamEnd) {
            if (!broken) {
                stop("json.empty", "the text is empty; a document was expected", Pointer.ROOT, 0);
            }
            return null;
        }
        Event first = next();
        JsonTree tree = first == null ? null : value(first, Pointer.ROOT, 0);
        next();
        Event after = next();
        if (after != null && after.getEventId() != Event.ID.StreamEnd) {
            stop(
                    "json.trailing",
                    "a second document follows in the same text; one was expected",
                    Pointer.ROOT,
                    offset(after));
        }
        return tree;
    }

    /** The next event; null, with a finding, if there is none because the text is broken. */
    private @Nullable Event next() {
        if (broken) {
            return null;
        }
        try {
            return events.hasNext() ? events.next() : null;
        } catch (MarkedYamlEngineException e) {
            String context = e.getContext() == null ? "" : e.getContext() + ", ";
            stop(
                    "yaml.syntax",
                    "this is not YAML: " + context + e.getProblem(),
                    Pointer.ROOT,
                    offset(e.getProblemMark()));
        } catch (ReaderException e) {
            notAllowed(e);
        } catch (YamlEngineException e) {
            stop(
                    "yaml.syntax",
                    "this is not YAML: " + e.getMessage(),
                    Pointer.ROOT,
                    source.text().length());
        }
        return null;
    }

    private void notAllowed(ReaderException e) {
        stop(
                "yaml.syntax",
                String.format("this is not YAML: the character U+%04X may not stand in it", e.getCodePoint()),
                Pointer.ROOT,
                codePoints.offset(e.getPosition()));
    }

    private JsonTree value(Event event, Pointer pointer, int depth) {
        int offset = offset(event);
        values++;
        deepest = Math.max(deepest, depth);
        if (event instanceof AliasEvent alias) {
            return alias(alias, pointer, depth, offset);
        }
        int outside = deepest;
        long before = values;
        deepest = depth;
        JsonTree tree;
        if (event instanceof ScalarEvent scalar) {
            tree = scalars.value(scalar, pointer, offset);
            broken |= scalars.exceeded();
        } else if (depth >= options.maxDepth()) {
            tooDeep(pointer, offset);
            tree = new JsonNull(offset);
        } else if (event instanceof SequenceStartEvent) {
            tree = list(pointer, depth, offset);
        } else {
            tree = object(pointer, depth, offset);
        }
        JsonTree tagged = event instanceof CollectionStartEvent start
                ? Placeholders.untagged(start.getTag().orElse(""), tree)
                : tree;
        if (event instanceof NodeEvent node) {
            int height = deepest - depth;
            long size = values - before + 1;
            node.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(tagged, size, height)));
        }
        deepest = Math.max(outside, deepest);
        return tagged;
    }

    private JsonTree alias(AliasEvent event, Pointer pointer, int depth, int offset) {
        Anchored anchored = anchors.get(event.getAlias());
        if (anchored == null) {
            error(
                    "yaml.alias",
                    "`*" + event.getAlias() + "` stands for nothing: no anchor `&" + event.getAlias()
                            + "` ends before it",
                    pointer,
                    offset);
            return new JsonNull(offset);
        }
        aliased += anchored.size();
        values += anchored.size() - 1;
        deepest = Math.max(deepest, depth + anchored.height());
        if (depth + anchored.height() > options.maxDepth()) {
            tooDeep(pointer, offset);
        } else if (aliased > MOST_ALIASED) {
            stop("json.limit", "aliases stand for more than " + MOST_ALIASED + " values in all", pointer, offset);
        }
        return anchored.tree();
    }

    private void tooDeep(Pointer pointer, int offset) {
        stop(
                "json.limit",
                "a limit of the reading options is exceeded: lists and objects are more than " + options.maxDepth()
                        + " levels deep",
                pointer,
                offset);
    }

    private JsonArray list(Pointer pointer, int depth, int offset) {
        List<JsonTree> elements = new ArrayList<>();
        for (Event event = next(); event != null && event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            elements.add(value(event, pointer.element(elements.size()), depth + 1));
        }
        return new JsonArray(offset, elements);
    }

    private JsonObject object(Pointer pointer, int depth, int offset) {
        Map<String, Member> members = new LinkedHashMap<>();
        List<JsonTree> merged = new ArrayList<>();
        for (Event event = next(); event != null && event.getEventId() != Event.ID.MappingEnd; event = next()) {
            int nameOffset = offset(event);
            String name = name(event, pointer, depth);
            Event held = next();
            if (held == null) {
                break;
            }
            Pointer inner = pointer.member(name == null ? "" : name);
            JsonTree value = value(held, inner, depth + 1);
            if (name != null && name.equals(MERGE) && event instanceof ScalarEvent scalar && scalar.isPlain()) {
                merged.add(value);
            } else if (name != null) {
                Member before = members.put(name, new Member(nameOffset, value));
                if (before != null) {
                    findings.duplicate(name, before.nameOffset(), inner, nameOffset);
                }
            }
        }
        merged.forEach(value -> merge(value, members, pointer));
        return new JsonObject(offset, members);
    }

    /** The name of a member; null, with a finding, if it is a list or an object. */
    private @Nullable String name(Event event, Pointer pointer, int depth) {
        if (event instanceof ScalarEvent scalar) {
            broken |= scalars.tooLong(scalar.getValue(), pointer, offset(event));
            return scalar.getValue();
        }
        JsonTree tree = value(event, pointer, depth + 1);
        if (tree instanceof JsonString string) {
            return string.text();
        }
        if (!broken) {
            error(
                    "yaml.name",
                    "found " + tree.kind() + " as the name of a member; text was expected",
                    pointer,
                    offset(event));
        }
        return null;
    }

    /** What a merge key brings: members that are not written beside it; of several sources the first wins. */
    private void merge(JsonTree value, Map<String, Member> members, Pointer pointer) {
        if (value instanceof JsonArray array) {
            array.elements().forEach(element -> merge(element, members, pointer));
        } else if (value instanceof JsonObject object) {
            object.members().forEach(members::putIfAbsent);
            aliased += object.members().size();
        } else if (!broken) {
            error("yaml.merge", "found " + value.kind() + " to merge; an object was expected", pointer, value.offset());
        }
    }

    private void stop(String id, String message, Pointer pointer, int offset) {
        error(id, message, pointer, offset);
        broken = true;
    }

    private void error(String id, String message, Pointer pointer, int offset) {
        findings.add(Severity.ERROR, id, message, pointer, offset, null);
    }

    private int offset(Event event) {
        return offset(event.getStartMark());
    }

    private int offset(Optional<Mark> mark) {
        return mark.map(place -> codePoints.offset(place.getIndex()))
                .orElse(source.text().length());
    }
}
