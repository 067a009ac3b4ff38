package io.stowage.ecs.placement;

import io.stowage.ecs.placement.internal.index.NumberedId;
import java.util.Objects;

/**
 * One task that was placed. Immutable.
 *
 * <p>A session names tasks with a number at the end, and hardly anybody reads all of these names: so an id is put together when it is asked
 * for. Whoever only wants a task that was placed to stop again hands the placement itself to {@link PlacementSession#stop(Placement)}.
 */
public final class Placement {
    private final String text;
    private final int number;
    private final String containerInstance;

    /**
     * A task that was placed.
     *
     * @param taskId the id of the task
     * @param containerInstance the id of the instance it goes to
     */
    public Placement(String taskId, String containerInstance) {
        this(taskId, NumberedId.NONE, containerInstance);
    }

    private Placement(String text, int number, String containerInstance) {
        this.text = Objects.requireNonNull(text, "taskId");
        this.number = number;
        this.containerInstance = Objects.requireNonNull(containerInstance, "containerInstance");
    }

    /**
     * A task that was placed, whose id ends in a number.
     *
     * @param prefix what its id begins with
     * @param number what it ends with in decimal digits, 0 or more
     * @param containerInstance the id of the instance it goes to
     * @return the placement; equal to the one that has the same id in one piece
     * @throws IllegalArgumentException if the number is negative
     */
    public static Placement numbered(String prefix, int number, String containerInstance) {
        if (number < 0) {
            throw new IllegalArgumentException("number is " + number + "; 0 or more was expected");
        }
        return new Placement(prefix, number, containerInstance);
    }

    /**
     * The id of the task in the session.
     *
     * @return the one that the request gave it, or its group, {@code /placed-} and a number; put together for each call
     */
    public String taskId() {
        return NumberedId.text(text, number);
    }

    /**
     * The instance.
     *
     * @return the id of the instance that the task goes to
     */
    public String containerInstance() {
        return containerInstance;
    }

    /** The id of the task, without the number at its end if there is one. */
    String text() {
        return text;
    }

    /** The number at the end of the id, or {@link NumberedId#NONE}. */
    int number() {
        return number;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Placement other
                && NumberedId.same(text, number, other.text, other.number)
                && containerInstance.equals(other.containerInstance);
    }

    @Override
    public int hashCode() {
        return 31 * NumberedId.hash(text, number) + containerInstance.hashCode();
    }

    @Override
    public String toString() {
        return "Placement[taskId=" + taskId() + ", containerInstance=" + containerInstance + "]";
    }
}
