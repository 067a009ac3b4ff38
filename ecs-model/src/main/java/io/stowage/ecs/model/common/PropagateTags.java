package io.stowage.ecs.model.common;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * From where ECS copies tags to a task, or to a volume of it, when it is created.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record PropagateTags(String value) implements OpenEnum {
    /** From the task definition. */
    public static final PropagateTags TASK_DEFINITION = new PropagateTags("TASK_DEFINITION");

    /** From the service; {@code RunTask} refuses it, a task of its own has no service. */
    public static final PropagateTags SERVICE = new PropagateTags("SERVICE");

    /** From nowhere; the same as an absent value. */
    public static final PropagateTags NONE = new PropagateTags("NONE");

    private static final List<PropagateTags> KNOWN = List.of(TASK_DEFINITION, SERVICE, NONE);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public PropagateTags {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<PropagateTags> known() {
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
