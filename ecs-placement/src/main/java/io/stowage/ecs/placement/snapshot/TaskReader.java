package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.needs.TaskSize;
import io.stowage.ecs.model.task.Container;
import io.stowage.ecs.model.task.NetworkBinding;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a described task holds. */
final class TaskReader {
    static final String INTERFACE = "ElasticNetworkInterface";
    private static final int HIGHEST_PORT = 65_535;

    private TaskReader() {}

    static HeldResources held(Task task) {
        NavigableSet<Integer> tcp = new TreeSet<>();
        NavigableSet<Integer> udp = new TreeSet<>();
        NavigableSet<String> gpus = new TreeSet<>();
        NavigableSet<String> neuronDevices = new TreeSet<>();
        for (Container container : task.containers()) {
            gpus.addAll(container.gpuIds());
            neuronDevices.addAll(container.neuronDeviceIds());
            for (NetworkBinding binding : container.networkBindings()) {
                Integer port = binding.hostPort();
                if (port != null && isPort(port)) {
                    (TransportProtocol.UDP.equals(binding.protocol()) ? udp : tcp).add(port);
                }
            }
        }
        return new HeldResources(
                size(task.cpu(), task, Container::cpu, TaskSize::cpuUnits),
                size(task.memory(), task, TaskReader::memory, TaskSize::memoryMib),
                new TakenPorts(tcp, udp),
                gpus,
                neuronDevices,
                hasInterface(task) ? 1 : 0,
                Map.of());
    }

    /** 0 stands for a port that has not been assigned yet. */
    static boolean isPort(int port) {
        return port > 0 && port <= HIGHEST_PORT;
    }

    /** The size of the task where it is described, else the sum over its containers. */
    private static long size(
            @Nullable String ofTask,
            Task task,
            Function<Container, @Nullable String> ofContainer,
            Function<String, OptionalLong> parser) {
        OptionalLong whole = ofTask == null ? OptionalLong.empty() : parser.apply(ofTask);
        if (whole.isPresent()) {
            return whole.getAsLong();
        }
        long sum = 0;
        for (Container container : task.containers()) {
            String text = ofContainer.apply(container);
            sum += text == null ? 0 : parser.apply(text).orElse(0);
        }
        return sum;
    }

    private static @Nullable String memory(Container container) {
        return container.memoryReservation() == null ? container.memory() : container.memoryReservation();
    }

    private static boolean hasInterface(Task task) {
        return task.attachments().stream()
                        .anyMatch(attachment ->
                                INTERFACE.equals(attachment.type()) && !"DELETED".equals(attachment.status()))
                || task.containers().stream()
                        .anyMatch(container -> !container.networkInterfaces().isEmpty());
    }
}
