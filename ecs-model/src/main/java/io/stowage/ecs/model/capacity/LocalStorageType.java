package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * What the instance store of an instance type consists of.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record LocalStorageType(String value) implements OpenEnum {
    /** Hard disks. */
    public static final LocalStorageType HDD = new LocalStorageType("hdd");

    /** Solid state drives. */
    public static final LocalStorageType SSD = new LocalStorageType("ssd");

    private static final List<LocalStorageType> KNOWN = List.of(HDD, SSD);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public LocalStorageType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<LocalStorageType> known() {
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
