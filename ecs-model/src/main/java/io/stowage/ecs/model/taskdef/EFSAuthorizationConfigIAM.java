package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * Whether a task mounts an Amazon EFS file system under its IAM role.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record EFSAuthorizationConfigIAM(String value) implements OpenEnum {
    /** With the task role, which must then be given; transit encryption must be on. */
    public static final EFSAuthorizationConfigIAM ENABLED = new EFSAuthorizationConfigIAM("ENABLED");

    /** Without the task role; the default. */
    public static final EFSAuthorizationConfigIAM DISABLED = new EFSAuthorizationConfigIAM("DISABLED");

    private static final List<EFSAuthorizationConfigIAM> KNOWN = List.of(ENABLED, DISABLED);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public EFSAuthorizationConfigIAM {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<EFSAuthorizationConfigIAM> known() {
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
