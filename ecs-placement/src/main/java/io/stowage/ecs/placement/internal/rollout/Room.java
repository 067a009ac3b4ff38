package io.stowage.ecs.placement.internal.rollout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks are and may go. A state is a row of numbers: first how many old tasks are left of each kind (alike, and on the same instance),
 * then how many new ones each instance has.
 */
public interface Room {
    /** How many old tasks of each kind there are at the beginning. */
    int[] oldTasks();

    /** Whether scale-in protection keeps the tasks of a kind. */
    boolean isProtected(int kind);

    /** How many instances there are. */
    int instances();

    /** The id of an instance; null without a cluster. */
    @Nullable
    String instance(int index);

    /** The instance of a kind of old tasks. */
    int instanceOf(int kind);

    /** The instances to which the next new task may go in a state; empty if it finds no place. */
    List<Integer> choices(int[] state);

    /** Whether a new task finds no place in a state only because a host port is taken wherever it fits. */
    boolean isPortTaken(int[] state);

    /** The same state with alike instances in one order, so that it is looked at once. */
    int[] canonical(int[] state);

    /** What is known of room without a search. */
    Spare spare(int desired);

    /**
     * Room for new tasks.
     *
     * @param places how many new tasks fit beside all the old ones; counted up to the desired count
     * @param isSwap whether every old task that goes, on whatever instance and whenever, leaves room for a new one there
     */
    record Spare(int places, boolean isSwap) {}
}
