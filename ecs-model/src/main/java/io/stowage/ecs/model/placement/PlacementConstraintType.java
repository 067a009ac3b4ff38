package io.stowage.ecs.model.placement;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The rules that a {@link PlacementConstraint} can state.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record PlacementConstraintType(String value) implements OpenEnum {
    /** No two tasks of the same task group, which for a service is the service, share a container instance. Not for task definitions. */
    public static final PlacementConstraintType DISTINCT_INSTANCE = new PlacementConstraintType("distinctInstance");

    /** The container instance satisfies the expression of the constraint. */
    public static final PlacementConstraintType MEMBER_OF = new PlacementConstraintType("memberOf");

    private static final List<PlacementConstraintType> KNOWN = List.of(DISTINCT_INSTANCE, MEMBER_OF);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public PlacementConstraintType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<PlacementConstraintType> known() {
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
