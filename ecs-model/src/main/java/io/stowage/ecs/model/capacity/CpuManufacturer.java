package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Who made the processor of an instance type.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record CpuManufacturer(String value) implements OpenEnum {
    /** Intel, architecture x86_64. */
    public static final CpuManufacturer INTEL = new CpuManufacturer("intel");

    /** AMD, architecture x86_64. */
    public static final CpuManufacturer AMD = new CpuManufacturer("amd");

    /** Amazon Web Services: Graviton, architecture arm64. */
    public static final CpuManufacturer AMAZON_WEB_SERVICES = new CpuManufacturer("amazon-web-services");

    private static final List<CpuManufacturer> KNOWN = List.of(INTEL, AMD, AMAZON_WEB_SERVICES);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public CpuManufacturer {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<CpuManufacturer> known() {
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
