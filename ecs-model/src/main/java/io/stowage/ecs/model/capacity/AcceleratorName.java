package io.stowage.ecs.model.capacity;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The model of the accelerators of an instance type.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record AcceleratorName(String value) implements OpenEnum {
    /** NVIDIA A100 GPU. */
    public static final AcceleratorName A100 = new AcceleratorName("a100");

    /** AWS Inferentia chip. */
    public static final AcceleratorName INFERENTIA = new AcceleratorName("inferentia");

    /** NVIDIA GRID K520 GPU. */
    public static final AcceleratorName K520 = new AcceleratorName("k520");

    /** NVIDIA K80 GPU. */
    public static final AcceleratorName K80 = new AcceleratorName("k80");

    /** NVIDIA M60 GPU. */
    public static final AcceleratorName M60 = new AcceleratorName("m60");

    /** AMD Radeon Pro V520 GPU. */
    public static final AcceleratorName RADEON_PRO_V520 = new AcceleratorName("radeon-pro-v520");

    /** NVIDIA T4 GPU. */
    public static final AcceleratorName T4 = new AcceleratorName("t4");

    /** Xilinx VU9P FPGA. */
    public static final AcceleratorName VU9P = new AcceleratorName("vu9p");

    /** NVIDIA V100 GPU. */
    public static final AcceleratorName V100 = new AcceleratorName("v100");

    /** NVIDIA A10G GPU. */
    public static final AcceleratorName A10G = new AcceleratorName("a10g");

    /** NVIDIA H100 GPU. */
    public static final AcceleratorName H100 = new AcceleratorName("h100");

    /** NVIDIA T4G GPU. */
    public static final AcceleratorName T4G = new AcceleratorName("t4g");

    private static final List<AcceleratorName> KNOWN =
            List.of(A100, INFERENTIA, K520, K80, M60, RADEON_PRO_V520, T4, VU9P, V100, A10G, H100, T4G);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public AcceleratorName {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<AcceleratorName> known() {
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
