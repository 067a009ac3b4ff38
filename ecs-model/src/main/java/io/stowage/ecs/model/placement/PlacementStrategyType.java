package io.stowage.ecs.model.placement;

import io.stowage.ecs.model.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * The ways in which a {@link PlacementStrategy} chooses a container instance.
 *
 * <p>Open: a text that is none of the constants is kept as it was written. Two values are equal when their texts are.
 *
 * @param value the text on the wire
 */
public record PlacementStrategyType(String value) implements OpenEnum {
    /** Any of the instances, by chance. */
    public static final PlacementStrategyType RANDOM = new PlacementStrategyType("random");

    /** Keeps the tasks of a service, or of a task group, evenly divided over the values of the field. */
    public static final PlacementStrategyType SPREAD = new PlacementStrategyType("spread");

    /**
     * The instance with the least left of the resource in the field, which still suffices for the task: few instances, each well filled.
     */
    public static final PlacementStrategyType BINPACK = new PlacementStrategyType("binpack");

    private static final List<PlacementStrategyType> KNOWN = List.of(RANDOM, SPREAD, BINPACK);

    /**
     * Takes any text.
     *
     * @throws NullPointerException if value is null
     */
    public PlacementStrategyType {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The values that the ECS API lists.
     *
     * @return the constants of this class in the order of the API; unmodifiable
     */
    public static List<PlacementStrategyType> known() {
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
