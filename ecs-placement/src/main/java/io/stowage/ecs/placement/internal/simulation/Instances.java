package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Instances that join, drain, come back and are lost. */
final class Instances {
    private final World world;
    private int changes;

    Instances(World world) {
        this.world = world;
    }

    /** An instance that is in the session. */
    void note(InstanceSnapshot instance, Instant since) {
        boolean active = instance.status().equals("ACTIVE");
        SimInstance noted = new SimInstance(instance.id(), instance.zone(), instance.capacityProvider(), since, active);
        if (instance.status().equals("DRAINING")) {
            noted.drainingSince = world.now();
        }
        world.instances.put(instance.id(), noted);
    }

    void register(InstanceSnapshot instance) {
        world.session.register(instance);
        note(instance, world.now());
        world.tell(
                "INSTANCE_REGISTERED",
                instance.id(),
                "(container-instance " + instance.id() + ") registered",
                List.of());
        changed();
    }

    /** How often instances have changed. */
    int changes() {
        return changes;
    }

    private void changed() {
        changes++;
        world.roomChanged();
        // Daemons follow instances, and zones may be even no more.
        world.services.values().forEach(world::touch);
    }

    void drain(String id, List<String> why) {
        SimInstance instance = known(id);
        if (!instance.isActive) {
            return;
        }
        world.session.drain(id);
        instance.isActive = false;
        instance.drainingSince = world.now();
        world.tell("INSTANCE_DRAINING", id, "(container-instance " + id + ") is DRAINING", why);
        changed();
    }

    void activate(String id) {
        SimInstance instance = known(id);
        world.session.setStatus(id, "ACTIVE");
        instance.isActive = true;
        instance.drainingSince = null;
        world.tell("INSTANCE_ACTIVE", id, "(container-instance " + id + ") is ACTIVE", List.of());
        changed();
    }

    /** The instance is gone, and all its tasks at once; that is nobody's failure to start. */
    void lose(String id, List<String> why) {
        SimInstance instance = known(id);
        world.session.deregister(id);
        world.instances.remove(id);
        List<SimTask> lost = List.copyOf(instance.tasks.values());
        world.tell(
                "INSTANCE_LOST",
                id,
                "(container-instance " + id + ") is gone, and " + (lost.size() + instance.others.size())
                        + " tasks with it",
                why);
        lost.forEach(world.life::gone);
        changed();
    }

    /** Spot takes the instance back after a warning, which helps only if the agent or managed draining drains it. */
    void interruptSpot(String id, boolean agentDrains, Duration warning) {
        SimInstance instance = known(id);
        GroupProcess group = instance.provider == null ? null : world.groups.get(instance.provider);
        String why = "Spot takes the instance back " + warning.toSeconds() + " s after its warning";
        if (group != null && group.isDrained()) {
            drain(id, List.of(why, "managed draining of the capacity provider is on"));
        } else if (agentDrains) {
            drain(id, List.of(why, "ECS_ENABLE_SPOT_INSTANCE_DRAINING is true"));
        }
        world.agenda.at(world.now().plus(warning), () -> {
            if (world.instances.get(id) == instance) {
                lose(id, List.of(why));
            }
        });
    }

    /** A task has left the instance. */
    void emptied(SimInstance instance) {
        if (instance.drainingSince != null && instance.tasks.isEmpty() && instance.others.isEmpty()) {
            world.tell(
                    "INSTANCE_DRAINED",
                    instance.id,
                    "(container-instance " + instance.id + ") has no tasks any more",
                    List.of());
        }
        GroupProcess group = instance.provider == null ? null : world.groups.get(instance.provider);
        if (group != null && instance.workload() == 0) {
            group.emptied(instance);
        }
        if (instance.drainingSince != null) {
            world.touchDaemons();
        }
    }

    /** An attribute of an instance has another value. */
    void putAttribute(String id, String name, String value) {
        known(id);
        world.session.putAttribute(id, name, value);
        changed();
    }

    SimInstance known(String id) {
        SimInstance instance = world.instances.get(id);
        if (instance == null) {
            throw new IllegalArgumentException("there is no container instance " + id);
        }
        return instance;
    }
}
