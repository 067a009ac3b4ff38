package io.stowage.ecs.validation.internal.tables;

import io.stowage.ecs.validation.spi.Bounds;
import java.util.HashMap;
import java.util.Map;

/** The bounds of {@code bounds.tsv}. */
public final class KnownBounds {
    private static final Map<String, Bounds> BY_NAME = new HashMap<>();

    static {
        for (String[] row : Table.rows("bounds.tsv", 5)) {
            Bounds bounds = new Bounds(Long.parseLong(row[1]), Long.parseLong(row[2]));
            if (BY_NAME.put(row[0], bounds) != null) {
                throw new IllegalStateException("bounds.tsv has " + row[0] + " twice");
            }
        }
    }

    private KnownBounds() {}

    /** The bounds of that name. */
    public static Bounds of(String name) {
        Bounds bounds = BY_NAME.get(name);
        if (bounds == null) {
            throw new IllegalArgumentException("bounds.tsv has no " + name);
        }
        return bounds;
    }
}
