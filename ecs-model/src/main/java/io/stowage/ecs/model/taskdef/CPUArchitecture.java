package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The processor architecture that a task is built for. On instances it must fit the machine, whose attribute
 * {@code ecs.cpu-architecture} names it in lower case.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record CPUArchitecture(String value) implements OpenEnum {
    /** 64-bit x86; what Fargate takes when nothing is written. */
    public static final CPUArchitecture X86_64 = new CPUArchitecture("X86_64");

    /** 64-bit ARM; Linux only. */
    public static final CPUArchitecture ARM64 = new CPUArchitecture("ARM64");

    private static final List<CPUArchitecture> KNOWN = List.of(X86_64, ARM64);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public CPUArchitecture {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<CPUArchitecture> known() {
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
