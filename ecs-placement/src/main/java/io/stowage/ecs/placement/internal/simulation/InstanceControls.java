package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.util.List;

/** What can be done from outside to the container instances of a world. Whatever is refused is refused before anything changes. */
public final class InstanceControls {
    private final World world;

    InstanceControls(World world) {
        this.world = world;
    }

    /** An instance joins. */
    public void register(InstanceSnapshot instance) {
        world.machines.register(instance);
        world.settle();
    }

    /** An instance drains. */
    public void drain(String id) {
        world.machines.drain(id, List.of("UpdateContainerInstancesState was called"));
        world.settle();
    }

    /** An instance is active again. */
    public void activate(String id) {
        world.machines.activate(id);
        world.settle();
    }

    /** An instance is lost. */
    public void lose(String id, String why) {
        world.machines.lose(id, List.of(why));
        world.settle();
    }

    /** Spot takes an instance back: two minutes of draining if somebody drains it, then it is gone. */
    public void interruptSpot(String id, boolean agentDrains) {
        Duration warning = Duration.ofMinutes(SimRevision.LIFE.of("SPOT_WARNING_MINUTES"));
        world.machines.interruptSpot(id, agentDrains, warning);
        world.settle();
    }

    /** All instances of a zone are lost; how many. */
    public int loseZone(String zone) {
        List<String> ids = world.instances.values().stream()
                .filter(instance -> zone.equals(instance.zone))
                .map(instance -> instance.id)
                .toList();
        ids.forEach(id -> world.machines.lose(id, List.of("zone " + zone + " is lost")));
        world.settle();
        return ids.size();
    }

    /** An attribute of an instance changes. */
    public void putAttribute(String id, String name, String value) {
        if (name.startsWith("ecs.")) {
            throw new IllegalArgumentException("attribute " + name + " is ECS's own and cannot be changed");
        }
        world.machines.putAttribute(id, name, value);
        world.settle();
    }
}
