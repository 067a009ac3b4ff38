package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonNull;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a document that is a whole configuration: an object with the members of {@link EcsConfiguration}. */
final class WholeReader {
    private static final RecordComponent[] MEMBERS = EcsConfiguration.class.getRecordComponents();

    private static final Set<String> NAMES =
            Arrays.stream(MEMBERS).map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet());

    /** Members that other documents have as well, and so say nothing alone. */
    private static final Set<String> OF_OTHERS = Set.of(
            "taskDefinition",
            "service",
            "cluster",
            "services",
            "region",
            "containerInstances",
            "capacityProviders",
            "loadBalancers",
            "serviceRegistries");

    private final ParsedDocument<JsonTree> document;
    private final ReadOptions options;
    private final List<Diagnostic> diagnostics;
    private final List<Part> parts = new ArrayList<>();

    WholeReader(ParsedDocument<JsonTree> document, ReadOptions options, List<Diagnostic> diagnostics) {
        this.document = document;
        this.options = options;
        this.diagnostics = diagnostics;
    }

    /**
     * Whether an object is a whole configuration: all its members are some, and among them is one that no other document has, or
     * a task definition as an object beside another member.
     */
    static boolean is(JsonObject object) {
        Set<String> names = object.members().keySet();
        if (names.isEmpty() || !NAMES.containsAll(names)) {
            return false;
        }
        return names.stream().anyMatch(name -> !OF_OTHERS.contains(name))
                || object.get("taskDefinition") instanceof JsonObject && names.size() > 1;
    }

    List<Draft> read() {
        diagnostics.addAll(document.diagnostics());
        JsonObject object = (JsonObject) document.value().orElseThrow();
        @Nullable Object[] values = new Object[MEMBERS.length];
        for (int i = 0; i < MEMBERS.length; i++) {
            JsonTree tree = object.get(MEMBERS[i].getName());
            if (tree != null && !(tree instanceof JsonNull)) {
                values[i] = value(MEMBERS[i], tree);
            }
        }
        return List.of(new Draft(document.source().name(), create(values), parts));
    }

    private @Nullable Object value(RecordComponent member, JsonTree tree) {
        String prefix = "/" + member.getName();
        if (EcsStructure.class.isAssignableFrom(member.getType())) {
            return structure(member.getType().asSubclass(EcsStructure.class), member.getName(), prefix, tree);
        }
        // Of a list or a text nothing else knows the place.
        parts.add(new Part.Whole(prefix, document.source().locate(tree.offset()), prefix));
        if (member.getType() == String.class) {
            String text = Trees.text(tree);
            if (text == null) {
                diagnostics.add(wrongType(prefix, tree, "a string"));
            }
            return text;
        }
        if (!(tree instanceof JsonArray array)) {
            diagnostics.add(wrongType(prefix, tree, "a list"));
            return null;
        }
        Class<?> held = (Class<?>) ((ParameterizedType) member.getGenericType()).getActualTypeArguments()[0];
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            Object value = structure(
                    held.asSubclass(EcsStructure.class),
                    member.getName(),
                    prefix + "/" + values.size(),
                    array.elements().get(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private <T extends EcsStructure> @Nullable T structure(Class<T> type, String name, String prefix, JsonTree tree) {
        DocumentKind<T> kind = DocumentKind.structure(type, "an object of `" + name + "`");
        ParsedDocument<T> read = EcsJson.bind(kind, document.source(), tree, options);
        for (Diagnostic finding : read.diagnostics()) {
            diagnostics.add(new Diagnostic(
                    finding.id(),
                    finding.severity(),
                    finding.message(),
                    prefix + finding.pointer(),
                    finding.location(),
                    finding.hint()));
        }
        parts.add(new Part.OfDocument(prefix, read, "", null));
        return read.value().orElse(null);
    }

    private Diagnostic wrongType(String pointer, JsonTree tree, String expected) {
        return new Diagnostic(
                "json.wrong-type",
                Severity.ERROR,
                "found " + tree.kind() + "; " + expected + " was expected",
                pointer,
                document.source().locate(tree.offset()),
                null);
    }

    private static EcsConfiguration create(@Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(MEMBERS).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<EcsConfiguration> constructor = EcsConfiguration.class.getConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the canonical constructor of a public record takes its components", e);
        }
    }
}
