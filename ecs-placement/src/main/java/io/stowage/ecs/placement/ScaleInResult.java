package io.stowage.ecs.placement;

import java.util.List;

/**
 * Which tasks stop when there are too many. Immutable.
 *
 * @param stopped the chosen tasks in the order of the choice; unmodifiable
 * @param notStopped how many fewer these are than were asked for
 * @param protectedTasks the ids of the tasks that scale-in protection kept, if it made fewer stop than were asked for; ascending;
 *     unmodifiable
 */
public record ScaleInResult(List<StoppedTask> stopped, int notStopped, List<String> protectedTasks) {
    /** Copies the lists. */
    public ScaleInResult {
        stopped = List.copyOf(stopped);
        protectedTasks = List.copyOf(protectedTasks);
    }
}
