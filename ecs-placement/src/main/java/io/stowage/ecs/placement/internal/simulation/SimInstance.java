package io.stowage.ecs.placement.internal.simulation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A container instance as the processes see it; what it holds is in the session. */
final class SimInstance {
    final String id;
    final @Nullable String zone;
    final @Nullable String provider;
    final Instant registeredAt;
    final Map<String, SimTask> tasks = new LinkedHashMap<>();
    /** Tasks that the simulation found there and that belong to no simulated service. */
    final Set<String> others = new TreeSet<>();

    boolean isActive;

    @Nullable
    Instant drainingSince;

    SimInstance(String id, @Nullable String zone, @Nullable String provider, Instant registeredAt, boolean isActive) {
        this.id = id;
        this.zone = zone;
        this.provider = provider;
        this.registeredAt = registeredAt;
        this.isActive = isActive;
    }

    /** How many tasks it has that are no daemon's. */
    int workload() {
        int load = others.size();
        for (SimTask task : tasks.values()) {
            load += task.service.isDaemon() ? 0 : 1;
        }
        return load;
    }
}
