package io.stowage.ecs.model.taskdef;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The kinds of placement constraint that a task definition may have; {@code distinctInstance} is for services and requests.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record TaskDefinitionPlacementConstraintType(String value) implements OpenEnum {
    /** {@code memberOf}: The instance satisfies a cluster query. */
    public static final TaskDefinitionPlacementConstraintType MEMBER_OF =
            new TaskDefinitionPlacementConstraintType("memberOf");

    private static final List<TaskDefinitionPlacementConstraintType> KNOWN = List.of(MEMBER_OF);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public TaskDefinitionPlacementConstraintType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<TaskDefinitionPlacementConstraintType> known() {
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
