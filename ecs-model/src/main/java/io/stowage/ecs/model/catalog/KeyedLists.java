package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.internal.plain.PlainJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists whose elements have names: how they are named, and which of them have no order. */
final class KeyedLists {
    private static final Map<String, Function<Map<String, @Nullable Object>, @Nullable Object>> KEYS = Map.of(
            "containerDefinitions", element -> element.get("name"),
            "environment", element -> element.get("name"),
            "secrets", element -> element.get("name"),
            "secretOptions", element -> element.get("name"),
            "volumes", element -> element.get("name"),
            "portMappings", KeyedLists::port);

    private KeyedLists() {}

    private static @Nullable Object port(Map<String, @Nullable Object> mapping) {
        Object port =
                mapping.get("containerPort") == null ? mapping.get("containerPortRange") : mapping.get("containerPort");
        return port == null ? null : port + "/" + mapping.get("protocol");
    }

    static boolean isOrdered(String list) {
        return list.equals("containerDefinitions");
    }

    /** The names of the elements; null if the list has none of these names, or they do not tell its elements apart. */
    static @Nullable List<String> keys(String list, List<?> elements) {
        Function<Map<String, @Nullable Object>, @Nullable Object> key = KEYS.get(list);
        List<String> keys = new ArrayList<>();
        for (Object element : elements) {
            Object value = key != null && element instanceof Map<?, ?> ? key.apply(PlainJson.members(element)) : null;
            if (value == null || keys.contains(value.toString())) {
                return null;
            }
            keys.add(value.toString());
        }
        return keys;
    }

    static void sort(@Nullable Object node) {
        if (node instanceof Map<?, ?>) {
            PlainJson.members(node).forEach((name, value) -> {
                sort(value);
                Function<Map<String, @Nullable Object>, @Nullable Object> key = KEYS.get(name);
                if (value instanceof List<?> && key != null && !isOrdered(name)) {
                    sortElements(key, value);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(KeyedLists::sort);
        }
    }

    @SuppressWarnings("unchecked")
    private static void sortElements(Function<Map<String, @Nullable Object>, @Nullable Object> key, Object list) {
        // Of equal names the order stays: the later one may win.
        ((List<Object>) list)
                .sort(Comparator.comparing(element -> String.valueOf(
                        element instanceof Map<?, ?> ? key.apply(PlainJson.members(element)) : element)));
    }
}
