package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.EcsStructure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was written into a structure that has no component for it, or where the value did not fit. Templates write members in PascalCase,
 * and what was not understood is kept under the name as written.
 */
final class OtherMembers {
    private OtherMembers() {}

    /** All of them by the names as written; empty for anything that is no structure. */
    static Map<String, @Nullable Object> of(@Nullable Object value) {
        return value instanceof EcsStructure structure ? structure.otherMembers() : Map.of();
    }

    /** Those under names that the structure does not have, in written order; {@code null} is nothing. */
    static Map<String, Object> unknown(@Nullable Object value, Class<?> type) {
        Map<String, @Nullable Object> others = of(value);
        if (others.isEmpty()) {
            return Map.of();
        }
        Set<String> names = Members.names(type);
        Map<String, Object> unknown = new LinkedHashMap<>();
        others.forEach((name, written) -> {
            if (written != null && !names.contains(name) && !names.contains(inCamelCase(name))) {
                unknown.put(name, written);
            }
        });
        return unknown;
    }

    /** Whether a member that the record holds as absent was written after all, as something that could not be understood. */
    static boolean hide(@Nullable Object value, String name) {
        Map<String, @Nullable Object> others = of(value);
        if (others.isEmpty()) {
            return false;
        }
        if (others.get(name) != null) {
            return true;
        }
        return others.entrySet().stream()
                .anyMatch(other -> other.getKey().equalsIgnoreCase(name)
                        && Character.isUpperCase(other.getKey().charAt(0))
                        && other.getValue() != null);
    }

    static String inPascalCase(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String inCamelCase(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
