package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether instance types with disks of their own (instance store) may be chosen.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record LocalStorage(String value) implements OpenEnum {
    /** They may. */
    public static final LocalStorage INCLUDED = new LocalStorage("included");

    /** Only they may. */
    public static final LocalStorage REQUIRED = new LocalStorage("required");

    /** They may not. */
    public static final LocalStorage EXCLUDED = new LocalStorage("excluded");

    private static final List<LocalStorage> KNOWN = List.of(INCLUDED, REQUIRED, EXCLUDED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public LocalStorage {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<LocalStorage> known() {
        return KNOWN;
    }

    @Override
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
