package io.stowage.ecs.validation.reader;

import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonBoolean;
import io.stowage.ecs.model.json.JsonTree.JsonNumber;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Small questions to located trees, and new trees made of old ones. */
final class Trees {
    private Trees() {}

    /** A member of an object; null if there is none, or the tree is no object. */
    static @Nullable JsonTree get(@Nullable JsonTree tree, String name) {
        return tree instanceof JsonObject object ? object.get(name) : null;
    }

    /** A member of a member of an object, and so on; null if there is none. */
    static @Nullable JsonTree path(@Nullable JsonTree tree, String... names) {
        JsonTree at = tree;
        for (String name : names) {
            at = get(at, name);
        }
        return at;
    }

    /** The text of a string; null if it is something else. */
    static @Nullable String text(@Nullable JsonTree tree) {
        return tree instanceof JsonString string ? string.text() : null;
    }

    /** The text of a string or number; null if it is something else. */
    static @Nullable String scalar(@Nullable JsonTree tree) {
        return tree instanceof JsonNumber number ? number.text() : text(tree);
    }

    /** A whole number, written as number or string; null if it is something else. */
    static @Nullable Integer integer(@Nullable JsonTree tree) {
        String text = scalar(tree);
        return text != null && text.matches("-?[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    /** Whether it is true, written as boolean or string. */
    static boolean isTrue(@Nullable JsonTree tree) {
        return tree instanceof JsonBoolean bool ? bool.value() : "true".equalsIgnoreCase(text(tree));
    }

    /** The elements of a list; a value that is no list is one element, and an absent one none. */
    static List<JsonTree> elements(@Nullable JsonTree tree) {
        if (tree == null) {
            return List.of();
        }
        return tree instanceof JsonArray array ? array.elements() : List.of(tree);
    }

    /** The members of an object by name; none if it is no object. */
    static Map<String, Member> members(@Nullable JsonTree tree) {
        return tree instanceof JsonObject object ? object.members() : Map.of();
    }

    /** The object with more members, which replace those of the same name. */
    static JsonObject with(JsonObject object, Map<String, JsonTree> more) {
        Map<String, Member> members = new LinkedHashMap<>(object.members());
        more.forEach((name, value) -> members.put(name, new Member(value.offset(), value)));
        return new JsonObject(object.offset(), members);
    }

    /** The members of an object that a structure has, too. */
    static JsonObject only(JsonObject object, Class<? extends Record> structure) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(structure.getRecordComponents()).forEach(component -> names.add(component.getName()));
        Map<String, Member> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> {
            if (names.contains(name)) {
                members.put(name, member);
            }
        });
        return new JsonObject(object.offset(), members);
    }

    /** The object in which every member of a structure that is not there stands as not known. */
    static JsonObject othersUnknown(JsonObject object, Class<? extends Record> structure) {
        Map<String, JsonTree> unknown = new LinkedHashMap<>();
        Arrays.stream(structure.getRecordComponents())
                .map(component -> component.getName())
                .filter(name -> !name.equals("otherMembers") && !hasIgnoringCase(object, name))
                .forEach(name -> unknown.put(name, unknown(object.offset())));
        return with(object, unknown);
    }

    /** The object in which those of the named members that are not there stand as not known. */
    static JsonObject unknownIfAbsent(JsonObject object, String... names) {
        Map<String, JsonTree> unknown = new LinkedHashMap<>();
        for (String name : names) {
            if (!hasIgnoringCase(object, name)) {
                unknown.put(name, unknown(object.offset()));
            }
        }
        return unknown.isEmpty() ? object : with(object, unknown);
    }

    /** A value that nobody knows: readers of structures take an intrinsic function for one, whatever the type. */
    static JsonTree unknown(int offset) {
        return new JsonObject(offset, Map.of("Ref", new Member(offset, new JsonString(offset, "not known"))));
    }

    private static boolean hasIgnoringCase(JsonObject object, String name) {
        return object.members().keySet().stream().anyMatch(name::equalsIgnoreCase);
    }
}
