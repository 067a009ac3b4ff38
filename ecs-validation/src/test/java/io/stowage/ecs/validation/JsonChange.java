package io.stowage.ecs.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One change of one value.
 *
 * @param path the steps to it from the root, at least one
 * @param value the new value; null takes the member or the element away
 */
record JsonChange(List<String> path, @Nullable JsonNode value) {
    private static final int LONGER_THAN_ANY = 65_537;

    /**
     * The changes that make {@code to} of {@code from}, none of which can be told apart further. Elements that have no partner are the
     * last of their list, and stand in an order in which they can be applied.
     */
    static List<JsonChange> between(JsonNode from, JsonNode to) {
        List<JsonChange> changes = new ArrayList<>();
        collect(from, to, List.of(), changes);
        return changes;
    }

    /**
     * Changes that need no model: every member and element taken away; every number next to each number there is, which crosses the
     * bound that one value is for another; every text longer than ECS takes any.
     */
    static List<JsonChange> near(JsonNode root) {
        Set<Integer> numbers = new TreeSet<>();
        collectNumbers(root, numbers);
        List<JsonChange> changes = new ArrayList<>();
        collectNear(root, List.of(), numbers, changes);
        return changes;
    }

    static JsonNode apply(List<JsonChange> changes, JsonNode root) {
        JsonNode changed = root.deepCopy();
        changes.forEach(change -> change.applyTo(changed));
        return changed;
    }

    private static void collect(JsonNode from, JsonNode to, List<String> path, List<JsonChange> changes) {
        if (from.isObject() && to.isObject()) {
            Set<String> names = new TreeSet<>(from.propertyNames());
            names.addAll(to.propertyNames());
            for (String name : names) {
                step(from.get(name), to.get(name), plus(path, name), changes);
            }
        } else if (from.isArray() && to.isArray()) {
            int common = Math.min(from.size(), to.size());
            for (int i = 0; i < common; i++) {
                step(from.get(i), to.get(i), plus(path, Integer.toString(i)), changes);
            }
            for (int i = common; i < to.size(); i++) {
                step(null, to.get(i), plus(path, Integer.toString(i)), changes);
            }
            for (int i = from.size() - 1; i >= common; i--) {
                step(from.get(i), null, plus(path, Integer.toString(i)), changes);
            }
        } else if (!from.equals(to)) {
            changes.add(new JsonChange(path, to));
        }
    }

    private static void step(
            @Nullable JsonNode from, @Nullable JsonNode to, List<String> path, List<JsonChange> changes) {
        if (from == null || to == null) {
            changes.add(new JsonChange(path, to));
        } else {
            collect(from, to, path, changes);
        }
    }

    private static void collectNumbers(JsonNode node, Set<Integer> numbers) {
        if (node.isContainer()) {
            node.valueStream().forEach(value -> collectNumbers(value, numbers));
        } else if (node.isInt()) {
            numbers.add(node.intValue() - 1);
            numbers.add(node.intValue() + 1);
        }
    }

    private static void collectNear(JsonNode node, List<String> path, Set<Integer> numbers, List<JsonChange> changes) {
        if (!path.isEmpty()) {
            changes.add(new JsonChange(path, null));
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collectNear(member.getValue(), plus(path, member.getKey()), numbers, changes));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collectNear(node.get(i), plus(path, Integer.toString(i)), numbers, changes);
            }
        } else if (node.isInt()) {
            numbers.forEach(number -> changes.add(new JsonChange(path, IntNode.valueOf(number))));
        } else if (node.isString()) {
            changes.add(new JsonChange(path, StringNode.valueOf("x".repeat(LONGER_THAN_ANY))));
        }
    }

    private void applyTo(JsonNode root) {
        JsonNode parent = root;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = parent.isArray() ? parent.get(Integer.parseInt(step)) : parent.get(step);
        }
        String last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
            return;
        }
        ArrayNode list = (ArrayNode) parent;
        int index = Integer.parseInt(last);
        if (value == null) {
            list.remove(index);
        } else if (index < list.size()) {
            list.set(index, value);
        } else {
            list.add(value);
        }
    }

    private static List<String> plus(List<String> path, String step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }
}
