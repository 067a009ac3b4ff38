package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonNull;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.ReadOptions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file in which a project keeps its {@link Suppression}s, in JSON or YAML: a list, bare or as the member {@code
 * suppressions} of an object.
 *
 * <pre>
 * - rule: size.*
 *   pointer: /taskDefinition/cpu   # may be left out: every place
 *   file: legacy/**                # may be left out: every document
 *   reason: retired in spring
 *   expires: 2027-03-31            # may be left out: no end
 * </pre>
 */
public final class Suppressions {
    private static final Set<String> MEMBERS = Set.of("rule", "pointer", "file", "reason", "expires");

    private final SourceText source;

    private Suppressions(SourceText source) {
        this.source = source;
    }

    /**
     * Reads suppressions.
     *
     * @param source the text with its name; YAML if the name ends so
     * @return in written order; unmodifiable
     * @throws io.stowage.ecs.model.json.EcsDocumentException if the text is neither JSON nor YAML
     * @throws IllegalArgumentException if the text is none of the forms, or a suppression has no reason; the message tells the
     *     place
     */
    public static List<Suppression> parse(SourceText source) {
        JsonTree tree = EcsJson.readTree(source, ReadOptions.standard()).orThrow();
        return new Suppressions(source).all(tree);
    }

    private List<Suppression> all(JsonTree tree) {
        JsonTree list = tree instanceof JsonObject object && object.get("suppressions") != null
                ? object.get("suppressions")
                : tree;
        if (!(list instanceof JsonArray array)) {
            throw fault(tree, "expected a list of suppressions, found " + tree.kind());
        }
        List<Suppression> read = new ArrayList<>();
        for (JsonTree element : array.elements()) {
            if (!(element instanceof JsonObject object)) {
                throw fault(element, "expected an object with `rule` and `reason`, found " + element.kind());
            }
            read.add(one(object));
        }
        return List.copyOf(read);
    }

    private Suppression one(JsonObject object) {
        object.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw fault(
                            object,
                            "`" + name + "` is no member of a suppression; those are "
                                    + "rule, pointer, file, reason and expires");
                });
        String rule = text(object, "rule");
        String reason = text(object, "reason");
        if (rule == null || reason == null) {
            throw fault(object, "a suppression has a `rule` and a `reason`");
        }
        try {
            String expires = text(object, "expires");
            return new Suppression(
                    rule,
                    text(object, "pointer"),
                    text(object, "file"),
                    reason,
                    expires == null ? null : LocalDate.parse(expires));
        } catch (DateTimeException e) {
            throw fault(object, "`expires` is a day such as 2027-03-31");
        } catch (IllegalArgumentException e) {
            throw fault(object, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String text(JsonObject object, String name) {
        JsonTree value = object.get(name);
        if (value == null || value instanceof JsonNull) {
            return null;
        }
        if (!(value instanceof JsonString string)) {
            throw fault(value, "`" + name + "` is a string, found " + value.kind());
        }
        return string.text();
    }

    private IllegalArgumentException fault(JsonTree at, String message) {
        return new IllegalArgumentException(source.locate(at.offset()) + ": " + message);
    }
}
