package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Where an {@link EnvironmentFile} is kept.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record EnvironmentFileType(String value) implements OpenEnum {
    /** {@code s3}: An object in Amazon S3. */
    public static final EnvironmentFileType S3 = new EnvironmentFileType("s3");

    private static final List<EnvironmentFileType> KNOWN = List.of(S3);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public EnvironmentFileType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<EnvironmentFileType> known() {
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
