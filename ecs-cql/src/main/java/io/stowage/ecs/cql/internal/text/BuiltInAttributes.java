package io.stowage.ecs.cql.internal.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The attributes that ECS and its agent set themselves, from a table with its date and sources. */
public final class BuiltInAttributes {
    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();
    private static final List<String> PREFIXES = new ArrayList<>();

    static {
        read();
    }

    private BuiltInAttributes() {}

    /** The names, without those of capabilities. */
    public static List<String> names() {
        return List.copyOf(VALUES.keySet());
    }

    /** Whether the name is one of them, or that of a capability. */
    public static boolean isKnown(String name) {
        return VALUES.containsKey(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Whether all attributes of such a name are set by ECS: nobody else should begin one so. */
    public static boolean isReserved(String name) {
        return name.startsWith("ecs.") || name.startsWith("com.amazonaws.ecs.");
    }

    /** The values the attribute may have; none where they are many. */
    public static List<String> values(String name) {
        return Objects.requireNonNullElse(VALUES.get(name), List.of());
    }

    private static void read() {
        try (InputStream file =
                        Objects.requireNonNull(BuiltInAttributes.class.getResourceAsStream("built-in-attributes.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(BuiltInAttributes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line) {
        int comma = line.indexOf(',');
        String name = line.substring(0, comma);
        if (name.endsWith("*")) {
            PREFIXES.add(name.substring(0, name.length() - 1));
        } else {
            String values = line.substring(comma + 1);
            VALUES.put(name, values.isEmpty() ? List.of() : List.of(values.split("\\|", -1)));
        }
    }
}
