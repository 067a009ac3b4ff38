package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The kind of proxy that leads the traffic of a task.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record ProxyConfigurationType(String value) implements OpenEnum {
    /** An Envoy proxy of AWS App Mesh. */
    public static final ProxyConfigurationType APPMESH = new ProxyConfigurationType("APPMESH");

    private static final List<ProxyConfigurationType> KNOWN = List.of(APPMESH);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public ProxyConfigurationType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<ProxyConfigurationType> known() {
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
