package io.stowage.ecs.placement.plugin;

import java.util.List;

/** What surrounds one decision. Valid during the call in which it is given. */
public interface PlacementContext {
    /**
     * The task that is placed, or the like of which is stopped.
     *
     * @return the task
     */
    TaskToPlace task();

    /**
     * Which task of its request it is.
     *
     * @return from 0
     */
    int index();

    /**
     * All instances of the cluster, whatever their status.
     *
     * @return in the order of their ids; unmodifiable
     */
    List<Candidate> cluster();

    /**
     * How many tasks of the group count on all instances of the cluster that have an attribute with a value.
     *
     * @param attribute the name of the attribute
     * @param value its value; empty for an attribute without one
     * @return 0 or more
     */
    long countedTasks(String attribute, String value);

    /**
     * The random numbers of the request, drawn from its seed. Every engine draws them in the same order, if the plug-ins do.
     *
     * @return the source
     */
    RandomSource random();
}
