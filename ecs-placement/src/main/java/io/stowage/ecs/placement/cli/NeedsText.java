package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import java.util.ArrayList;
import java.util.List;

/** What a task needs, in one line. */
final class NeedsText {
    private NeedsText() {}

    static String line(TaskNeeds needs) {
        List<String> parts = new ArrayList<>();
        parts.add(needs.cpuUnits().amount() + " CPU units");
        parts.add(needs.memoryMib().amount() + " MiB of memory");
        needs.tcpPorts().stream().map(PortNeed::port).forEach(port -> parts.add("TCP port " + port));
        needs.udpPorts().stream().map(PortNeed::port).forEach(port -> parts.add("UDP port " + port));
        if (needs.networkInterfaces().amount() > 0) {
            parts.add("a network interface");
        }
        if (needs.neuronDevices().amount() > 0) {
            parts.add("all Neuron devices");
        }
        if (needs.gpus().amount() > 0) {
            parts.add(gpus(needs));
        }
        return String.join(", ", parts);
    }

    private static String gpus(TaskNeeds needs) {
        long number = needs.gpus().amount();
        return needs.allGpus() ? "all GPUs" : number + (number == 1 ? " GPU" : " GPUs");
    }
}
