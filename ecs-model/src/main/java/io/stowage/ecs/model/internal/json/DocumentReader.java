package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import io.stowage.ecs.model.json.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one document: finds the structures in whatever wrapping they come, and binds them. */
public final class DocumentReader {
    /** Members of events and templates that may hold anything, so that what they hold has to show what it is. */
    private static final Set<String> ANYTHING = Set.of("detail", "Properties");

    /** What an event tells about a task or an instance beside what describing it would. */
    private static final Set<String> MEMBERS_OF_EVENTS = Set.of("clusterArn", "updatedAt");

    /** What begins so, or is empty, is read as JSON unless its name says otherwise. */
    private static final Pattern LOOKS_LIKE_JSON = Pattern.compile("\\s*(?:[{\\[\"]|\\z)");

    private final SourceText source;
    private final ReadOptions options;
    private final Findings findings;
    private final Binder binder;
    private boolean broken;

    private final @Nullable JsonTree given;

    /** Prepares one reading. */
    public DocumentReader(SourceText source, ReadOptions options) {
        this(source, options, null);
    }

    /** Prepares one reading of a text that was gone through before. */
    public DocumentReader(SourceText source, ReadOptions options, @Nullable JsonTree given) {
        this.source = source;
        this.options = options;
        this.given = given;
        this.findings = new Findings(source, options.maxFindings());
        this.binder = new Binder(findings);
    }

    /** What came of it; the value is null if the document was refused. */
    public record Outcome<T>(@Nullable T value, List<Diagnostic> diagnostics, Places places) {}

    /** The whole document; null if there is none. */
    public @Nullable JsonTree tree() {
        JsonTree root = root();
        return broken ? null : root;
    }

    /** The whole document as it is, with the findings of its text. */
    public Outcome<JsonTree> readTree() {
        JsonTree root = root();
        return broken || root == null
                ? new Outcome<>(null, findings.sorted(), Places.none(source))
                : new Outcome<>(root, findings.sorted(), new Places(source, root, binder.origins()));
    }

    /** Binds a tree that is one structure, whatever members it has. */
    public <T extends EcsStructure> Outcome<T> bindOne(
            Class<T> type, JsonTree tree, Wrapper wrapper, Set<String> silent) {
        if (!(tree instanceof JsonObject object)) {
            return refused(tree, wrapper);
        }
        T value = binder.bind(object, type, Pointer.ROOT, silent);
        return new Outcome<>(value, findings.sorted(), new Places(source, object, binder.origins()));
    }

    /** Binds a tree that is a list of structures; one alone is a list of one. */
    public <T extends EcsStructure> Outcome<List<T>> bindMany(Class<T> type, JsonTree tree, Wrapper wrapper) {
        if (!(tree instanceof JsonObject || tree instanceof JsonArray)) {
            return refused(tree, wrapper);
        }
        JsonArray array = tree instanceof JsonArray list ? list : new JsonArray(tree.offset(), List.of(tree));
        List<T> value = binder.bindAll(array, type, Pointer.ROOT);
        return new Outcome<>(value, findings.sorted(), new Places(source, array, binder.origins()));
    }

    private <T> Outcome<T> refused(JsonTree tree, Wrapper wrapper) {
        findings.add(
                Severity.ERROR,
                "json.wrong-type",
                "found " + tree.kind() + "; " + wrapper.what() + " was expected",
                Pointer.ROOT,
                tree.offset(),
                null);
        return new Outcome<>(null, findings.sorted(), Places.none(source));
    }

    /** Reads one structure. */
    public <T extends EcsStructure> Outcome<T> readOne(Class<T> type, Wrapper wrapper, Set<String> silent) {
        Part part = part(wrapper);
        T value = part != null && part.tree() instanceof JsonObject object
                ? binder.bind(object, type, part.pointer(), silent)
                : null;
        return outcome(value, part);
    }

    /** Reads a list of structures; one alone is a list of one. */
    public <T extends EcsStructure> Outcome<List<T>> readMany(Class<T> type, Wrapper wrapper) {
        Part part = part(wrapper);
        if (part == null) {
            return outcome(null, null);
        }
        if (part.tree() instanceof JsonObject object) {
            Part alone = new Part(new JsonArray(object.offset(), List.of(object)), part.pointer());
            return outcome(List.of(binder.bind(object, type, part.pointer(), part.silent())), alone);
        }
        return outcome(binder.bindAll((JsonArray) part.tree(), type, part.pointer()), part);
    }

    /** Of a broken text, what came before the break is bound for its findings only: a half document is no value. */
    private <T> Outcome<T> outcome(@Nullable T value, @Nullable Part part) {
        return broken || part == null
                ? new Outcome<>(null, findings.sorted(), Places.none(source))
                : new Outcome<>(value, findings.sorted(), new Places(source, part.tree(), binder.origins()));
    }

    private @Nullable Part part(Wrapper wrapper) {
        JsonTree root = root();
        return root == null ? null : find(root, wrapper);
    }

    private @Nullable JsonTree root() {
        if (given != null) {
            return given;
        }
        if (source.text().length() > options.maxLength()) {
            findings.add(
                    Severity.ERROR,
                    "json.limit",
                    "the text has " + source.text().length() + " characters; the limit of the reading options is "
                            + options.maxLength(),
                    Pointer.ROOT,
                    0,
                    null);
            return null;
        }
        Findings ofText = findings.sibling();
        TextReader reader =
                isYaml() ? new YamlTreeReader(source, options, ofText) : new TreeReader(source, options, ofText);
        JsonTree root = reader.read();
        broken = reader.broken();
        if (broken && reader instanceof TreeReader) {
            JsonTree template = template();
            if (template != null) {
                return template;
            }
        }
        findings.addAll(ofText);
        return root;
    }

    /** The text as a template of JSON, whose placeholders stand without quotes; null if it is none. */
    private @Nullable JsonTree template() {
        if (source.text().length() > BarePlaceholders.LONGEST) {
            return null;
        }
        BarePlaceholders masked = new BarePlaceholders(source.text());
        if (masked.written().isEmpty()) {
            return null;
        }
        Findings ofText = findings.sibling();
        TreeReader reader = new TreeReader(source, masked, options, ofText);
        JsonTree root = reader.read();
        if (reader.broken()) {
            return null;
        }
        broken = false;
        findings.addAll(ofText);
        findings.add(
                Severity.NOTE,
                "json.bare-placeholder",
                "this is a template and no JSON before " + masked.written().size()
                        + (masked.written().size() == 1 ? " placeholder" : " placeholders")
                        + " without quotes is filled in; it is read as if they were strings",
                Pointer.ROOT,
                masked.written().keySet().iterator().next(),
                null);
        return root;
    }

    private boolean isYaml() {
        String name = source.name().toLowerCase(Locale.ROOT);
        return switch (options.format()) {
            case JSON -> false;
            case YAML -> true;
            case BY_NAME ->
                name.endsWith(".yaml")
                        || name.endsWith(".yml")
                        || !name.endsWith(".json")
                                && !LOOKS_LIKE_JSON.matcher(source.text()).lookingAt();
        };
    }

    private record Part(JsonTree tree, Pointer pointer) {
        /** Names that are no members of the structure, but belong where it stands. */
        Set<String> silent() {
            return pointer.step().equals("detail") ? MEMBERS_OF_EVENTS : Set.of();
        }
    }

    /** The object or list to bind, or null if there is none; a finding then says what was expected. */
    private @Nullable Part find(JsonTree root, Wrapper wrapper) {
        if (root instanceof JsonArray array) {
            return bareList(array, wrapper);
        }
        if (root instanceof JsonObject object) {
            reportFailures(object);
            Part wrapped = wrapped(object, wrapper);
            if (wrapped != null) {
                return wrapped;
            }
            if (hasSign(object, wrapper)) {
                return new Part(object, Pointer.ROOT);
            }
        }
        if (broken) {
            return null;
        }
        findings.add(
                Severity.ERROR,
                "json.other-document",
                "this holds no " + wrapper.what().replaceFirst("^(a|the) ", "") + ": found " + describe(root),
                Pointer.ROOT,
                root.offset(),
                "expected " + expected(wrapper));
        return null;
    }

    private static Part bareList(JsonArray array, Wrapper wrapper) {
        if (wrapper.bareList() == null) {
            return new Part(array, Pointer.ROOT);
        }
        Member member = new Member(array.offset(), array);
        return new Part(new JsonObject(array.offset(), Map.of(wrapper.bareList(), member)), Pointer.ROOT);
    }

    private static @Nullable Part wrapped(JsonObject object, Wrapper wrapper) {
        for (Map.Entry<String, Member> entry : object.members().entrySet()) {
            JsonTree value = entry.getValue().value();
            boolean single = value instanceof JsonObject inner
                    && hasIgnoringCase(wrapper.singles(), entry.getKey())
                    && (!ANYTHING.contains(entry.getKey()) || hasSign(inner, wrapper));
            boolean list = value instanceof JsonArray array
                    && hasIgnoringCase(wrapper.lists(), entry.getKey())
                    && !isOfNames(array);
            if (single || list) {
                return new Part(value, Pointer.ROOT.member(entry.getKey()));
            }
        }
        return null;
    }

    /** Requests and answers of list operations hold names under the same member. */
    private static boolean isOfNames(JsonArray array) {
        return !array.elements().isEmpty() && array.elements().stream().allMatch(JsonString.class::isInstance);
    }

    private void reportFailures(JsonObject object) {
        Member failures = object.members().get("failures");
        if (failures == null || !(failures.value() instanceof JsonArray list)) {
            return;
        }
        for (int i = 0; i < list.elements().size(); i++) {
            JsonTree failure = list.elements().get(i);
            findings.add(
                    Severity.WARNING,
                    "json.failure",
                    "the answer is incomplete, ECS reported a failure: " + words(failure),
                    Pointer.ROOT.member("failures").element(i),
                    failure.offset(),
                    null);
        }
    }

    private static String words(JsonTree failure) {
        if (failure.plain() instanceof Map<?, ?> map && map.get("reason") != null) {
            String about = map.get("arn") == null ? "" : " for " + map.get("arn");
            String detail = map.get("detail") == null ? "" : ", " + map.get("detail");
            return map.get("reason") + about + detail;
        }
        return String.valueOf(failure.plain());
    }

    private static boolean hasSign(JsonObject object, Wrapper wrapper) {
        return object.members().keySet().stream().anyMatch(name -> hasIgnoringCase(wrapper.signs(), name));
    }

    private static boolean hasIgnoringCase(Set<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String describe(JsonTree root) {
        if (!(root instanceof JsonObject object)) {
            return root.kind();
        }
        List<String> names = new ArrayList<>();
        object.members().keySet().stream().limit(5).forEach(name -> names.add("`" + name + "`"));
        return names.isEmpty()
                ? "an empty object"
                : "an object with " + String.join(", ", names)
                        + (object.members().size() > 5 ? ", …" : "");
    }

    private static String expected(Wrapper wrapper) {
        List<String> forms = new ArrayList<>();
        wrapper.lists().forEach(name -> forms.add("`{\"" + name + "\": […]}`"));
        wrapper.singles().stream().sorted().forEach(name -> forms.add("`{\"" + name + "\": {…}}`"));
        wrapper.signs().stream().sorted().limit(1).forEach(name -> forms.add("an object with `" + name + "`"));
        forms.add(
                wrapper.bareList() == null
                        ? "a list of them"
                        : "a list, which stands for `" + wrapper.bareList() + "`");
        return String.join(", ", forms);
    }
}
