package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The kind of accelerator that an instance type has.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record AcceleratorType(String value) implements OpenEnum {
    /** Graphics processors, for computing as well. */
    public static final AcceleratorType GPU = new AcceleratorType("gpu");

    /** Field-programmable gate arrays. */
    public static final AcceleratorType FPGA = new AcceleratorType("fpga");

    /** Chips for machine learning inference, such as AWS Inferentia. */
    public static final AcceleratorType INFERENCE = new AcceleratorType("inference");

    private static final List<AcceleratorType> KNOWN = List.of(GPU, FPGA, INFERENCE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public AcceleratorType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<AcceleratorType> known() {
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
