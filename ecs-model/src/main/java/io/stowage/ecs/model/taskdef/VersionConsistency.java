package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether ECS pins the tag of an image to one digest, so that all tasks of a deployment run the same image.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record VersionConsistency(String value) implements OpenEnum {
    /** {@code enabled}: The tag is resolved once, and all tasks of the deployment use that digest; the default. */
    public static final VersionConsistency ENABLED = new VersionConsistency("enabled");

    /** {@code disabled}: Each task pulls what the tag means at that time. */
    public static final VersionConsistency DISABLED = new VersionConsistency("disabled");

    private static final List<VersionConsistency> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public VersionConsistency {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<VersionConsistency> known() {
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
