package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether data between host and Amazon EFS is encrypted on its way.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record EFSTransitEncryption(String value) implements OpenEnum {
    /** Encrypted; demanded by IAM authorization and by access points. */
    public static final EFSTransitEncryption ENABLED = new EFSTransitEncryption("ENABLED");

    /** Not encrypted; the default. */
    public static final EFSTransitEncryption DISABLED = new EFSTransitEncryption("DISABLED");

    private static final List<EFSTransitEncryption> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public EFSTransitEncryption {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<EFSTransitEncryption> known() {
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
