package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What exactly a task gets on an instance: of devices those with the smallest ids. */
final class Grant {
    private Grant() {}

    static HeldResources of(Plan plan, Candidate instance) {
        if (plan.alike() != null) {
            return plan.alike();
        }
        TaskNeeds needs = plan.task().needs();
        Map<String, List<Long>> others = new TreeMap<>();
        for (CustomNeed custom : plan.customNeeds()) {
            others.put(custom.resource(), CustomBook.grant(instance.free(custom.resource()), custom.need()));
        }
        return new HeldResources(
                needs.cpuUnits().amount(),
                needs.memoryMib().amount(),
                ports(needs),
                first(instance.freeGpuIds(), needs.allGpus(), needs.gpus().amount()),
                first(
                        instance.freeNeuronDeviceIds(),
                        needs.neuronDevices().amount() > 0,
                        needs.neuronDevices().amount()),
                needs.networkInterfaces().amount(),
                others);
    }

    /** What every task gets, wherever it goes; null if it needs devices. */
    static @Nullable HeldResources alike(TaskNeeds needs) {
        boolean devices = needs.allGpus()
                || needs.gpus().amount() > 0
                || needs.neuronDevices().amount() > 0;
        return devices
                ? null
                : new HeldResources(
                        needs.cpuUnits().amount(),
                        needs.memoryMib().amount(),
                        ports(needs),
                        new TreeSet<>(),
                        new TreeSet<>(),
                        needs.networkInterfaces().amount(),
                        Map.of());
    }

    private static TakenPorts ports(TaskNeeds needs) {
        return TakenPorts.of(
                needs.tcpPorts().stream().map(PortNeed::port).toList(),
                needs.udpPorts().stream().map(PortNeed::port).toList());
    }

    private static NavigableSet<String> first(NavigableSet<String> free, boolean all, long count) {
        NavigableSet<String> ids = new TreeSet<>();
        for (String id : free) {
            if (all || ids.size() < count) {
                ids.add(id);
            }
        }
        return ids;
    }
}
