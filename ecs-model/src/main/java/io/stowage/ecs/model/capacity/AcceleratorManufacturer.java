package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Who made the accelerators of an instance type.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record AcceleratorManufacturer(String value) implements OpenEnum {
    /** Amazon Web Services: Inferentia and Trainium chips. */
    public static final AcceleratorManufacturer AMAZON_WEB_SERVICES =
            new AcceleratorManufacturer("amazon-web-services");

    /** AMD: GPUs. */
    public static final AcceleratorManufacturer AMD = new AcceleratorManufacturer("amd");

    /** NVIDIA: GPUs. */
    public static final AcceleratorManufacturer NVIDIA = new AcceleratorManufacturer("nvidia");

    /** Xilinx: FPGAs. */
    public static final AcceleratorManufacturer XILINX = new AcceleratorManufacturer("xilinx");

    /** Habana: Gaudi chips for machine learning. */
    public static final AcceleratorManufacturer HABANA = new AcceleratorManufacturer("habana");

    private static final List<AcceleratorManufacturer> KNOWN =
            List.of(AMAZON_WEB_SERVICES, AMD, NVIDIA, XILINX, HABANA);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public AcceleratorManufacturer {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<AcceleratorManufacturer> known() {
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
