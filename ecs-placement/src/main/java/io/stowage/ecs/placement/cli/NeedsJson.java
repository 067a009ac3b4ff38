package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.needs.Need;
import io.stowage.ecs.model.needs.PortNeed;
import io.stowage.ecs.model.needs.TaskNeeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The needs of a task as the members of JSON output. */
final class NeedsJson {
    private NeedsJson() {}

    static Map<String, @Nullable Object> needs(TaskNeeds needs) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("cpuUnits", need(needs.cpuUnits()));
        plain.put("memoryMib", need(needs.memoryMib()));
        plain.put("tcpPorts", ports(needs.tcpPorts()));
        plain.put("udpPorts", ports(needs.udpPorts()));
        plain.put("networkInterfaces", need(needs.networkInterfaces()));
        plain.put("gpus", need(needs.gpus()));
        plain.put("allGpus", needs.allGpus());
        plain.put("neuronDevices", need(needs.neuronDevices()));
        return plain;
    }

    private static Map<String, @Nullable Object> need(Need need) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("amount", need.amount());
        plain.put("askedBy", need.askedBy());
        return plain;
    }

    private static List<Map<String, @Nullable Object>> ports(List<PortNeed> ports) {
        return ports.stream()
                .map(port -> {
                    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
                    plain.put("port", port.port());
                    plain.put("askedBy", List.of(port.askedBy()));
                    return plain;
                })
                .toList();
    }
}
