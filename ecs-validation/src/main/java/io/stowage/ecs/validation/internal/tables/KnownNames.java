package io.stowage.ecs.validation.internal.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of {@code names.tsv}. */
public final class KnownNames {
    private static final Map<String, Set<String>> BY_NAME = new HashMap<>();

    static {
        for (String[] row : Table.rows("names.tsv", 4)) {
            Set<String> values = new LinkedHashSet<>(Arrays.asList(row[1].split(",", -1)));
            if (BY_NAME.put(row[0], Collections.unmodifiableSet(values)) != null) {
                throw new IllegalStateException("names.tsv has " + row[0] + " twice");
            }
        }
    }

    private KnownNames() {}

    /** The list of that name, in the order of the file. */
    public static Set<String> of(String name) {
        Set<String> values = BY_NAME.get(name);
        if (values == null) {
            throw new IllegalArgumentException("names.tsv has no " + name);
        }
        return values;
    }

    /** Joins values for a message: {@code a, b or c}. */
    public static String oneOf(Iterable<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(String.valueOf(value)));
        int last = texts.size() - 1;
        return last < 1 ? String.join("", texts) : String.join(", ", texts.subList(0, last)) + " or " + texts.get(last);
    }
}
