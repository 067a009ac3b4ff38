package io.stowage.ecs.placement.plugin;

import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;

/**
 * A countable resource besides ECS's own: licences, shared GPUs, bandwidth. An instance has a number of devices with an amount each (a
 * plain amount is one device), a task needs a number of devices with an amount of each. The engine keeps the books: it takes the
 * devices with the least left that is enough, of equal ones the first, and gives back what a task held when it has stopped.
 *
 * <p>Resources are checked after ECS's own and before constraints, in the order in which they were given to the engine. The reason of a
 * refusal is {@code RESOURCE:} and the name. {@code binpack} takes the name as its field.
 */
public interface ResourcePlugin {
    /**
     * The card; its name is that of the resource.
     *
     * @return always equal
     */
    PluginInfo info();

    /**
     * What a task needs of it. The same task always needs the same: a session may ask once for a request that it is given again, and for requests
     * that are equal in what they ask for and by which rules.
     *
     * @param task the task
     * @return the need; {@link ResourceNeed#NONE} for nothing
     */
    ResourceNeed needed(TaskToPlace task);

    /**
     * What an instance has of it in all. It is asked where a snapshot does not say what is left, and then what the listed tasks hold is
     * subtracted.
     *
     * @param instance the instance
     * @return the amount of each device, none negative; empty for none. Unless the plug-in says otherwise, what the instance has
     *     registered under that name
     */
    default List<Long> registered(InstanceSnapshot instance) {
        return instance.registered().others().getOrDefault(info().name(), List.of());
    }
}
