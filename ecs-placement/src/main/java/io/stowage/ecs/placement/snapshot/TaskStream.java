package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.needs.TaskSize;
import io.stowage.ecs.model.task.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes snapshots of described tasks while going over their text. It gives what {@link TaskSnapshot#of} would. */
final class TaskStream {
    private static final Shape SHAPE = Shape.of(Task.class);
    private static final Shape CONTAINER = SHAPE.member("containers").inner();
    private static final Shape BINDING = CONTAINER.member("networkBindings").inner();
    private static final Shape INTERFACE = CONTAINER.member("networkInterfaces").inner();
    private static final Shape ATTACHMENT = SHAPE.member("attachments").inner();

    private final TextTable texts;
    private final Consumer<TaskSnapshot> to;
    /** Few sizes are written, and many times. */
    private final Map<String, OptionalLong> cpuSizes = new HashMap<>();

    private final Map<String, OptionalLong> memorySizes = new HashMap<>();
    private final StructureScanner.Members members = this::member;
    private final StructureScanner.Members containerMembers = this::containerMember;
    private final StructureScanner.Members bindingMembers = this::bindingMember;
    private final StructureScanner.Members attachmentMembers = this::attachmentMember;

    private StructureScanner structures;
    private @Nullable String arn;
    private @Nullable String instance;
    private @Nullable String group;
    private @Nullable String desiredStatus;
    private @Nullable String lastStatus;
    private @Nullable Instant createdAt;
    private @Nullable String capacityProvider;
    private @Nullable String cpu;
    private @Nullable String memory;
    private long cpuOfContainers;
    private long memoryOfContainers;
    private boolean hasInterface;
    private final NavigableSet<Integer> tcp = new TreeSet<>();
    private final NavigableSet<Integer> udp = new TreeSet<>();
    private final NavigableSet<String> gpus = new TreeSet<>();
    private final NavigableSet<String> neuronDevices = new TreeSet<>();

    private @Nullable String containerCpu;
    private @Nullable String containerMemory;
    private @Nullable String containerReservation;
    private int hostPort;
    private boolean isUdp;
    private @Nullable String attachmentType;
    private @Nullable String attachmentStatus;

    /** Prepares reading tasks of one cluster. */
    TaskStream(StructureScanner structures, TextTable texts, Consumer<TaskSnapshot> to) {
        this.structures = structures;
        this.texts = texts;
        this.to = to;
    }

    /** Goes on in another document. */
    void goOn(StructureScanner scanner) {
        structures = scanner;
    }

    /** Reads a task. */
    void read() {
        arn = null;
        instance = null;
        group = null;
        desiredStatus = null;
        lastStatus = null;
        createdAt = null;
        capacityProvider = null;
        cpu = null;
        memory = null;
        cpuOfContainers = 0;
        memoryOfContainers = 0;
        hasInterface = false;
        tcp.clear();
        udp.clear();
        gpus.clear();
        neuronDevices.clear();
        structures.structure(SHAPE, members);
        if (instance != null && !instance.isEmpty() && !"STOPPED".equals(lastStatus)) {
            to.accept(made(instance));
        }
    }

    private TaskSnapshot made(String runsOn) {
        HeldResources held = new HeldResources(
                cpuUnits(cpu).orElse(cpuOfContainers),
                memoryMib(memory).orElse(memoryOfContainers),
                tcp.isEmpty() && udp.isEmpty() ? TakenPorts.NONE : new TakenPorts(tcp, udp),
                gpus,
                neuronDevices,
                hasInterface ? 1 : 0,
                Map.of());
        return new TaskSnapshot(
                arn == null ? "?" : arn,
                runsOn,
                group,
                desiredStatus == null || desiredStatus.equals("RUNNING"),
                createdAt,
                false,
                capacityProvider,
                held);
    }

    private OptionalLong cpuUnits(@Nullable String written) {
        return written == null ? OptionalLong.empty() : cpuSizes.computeIfAbsent(written, TaskSize::cpuUnits);
    }

    private OptionalLong memoryMib(@Nullable String written) {
        return written == null ? OptionalLong.empty() : memorySizes.computeIfAbsent(written, TaskSize::memoryMib);
    }

    private boolean member(String member) {
        switch (member) {
            case "taskArn" -> arn = structures.text();
            case "containerInstanceArn" -> instance = structures.text(texts);
            case "group" -> group = structures.text(texts);
            case "desiredStatus" -> desiredStatus = structures.text(texts);
            case "lastStatus" -> lastStatus = structures.text(texts);
            case "createdAt" -> createdAt = structures.time();
            case "capacityProviderName" -> capacityProvider = structures.text(texts);
            case "cpu" -> cpu = structures.text(texts);
            case "memory" -> memory = structures.text(texts);
            case "containers" -> containers();
            case "attachments" -> attachments();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void containers() {
        JsonScanner json = structures.json();
        json.open('[');
        for (boolean first = true; json.next(first, ']'); first = false) {
            containerCpu = null;
            containerMemory = null;
            containerReservation = null;
            structures.structure(CONTAINER, containerMembers);
            cpuOfContainers += cpuUnits(containerCpu).orElse(0);
            memoryOfContainers += memoryMib(containerReservation == null ? containerMemory : containerReservation)
                    .orElse(0);
        }
    }

    private boolean containerMember(String member) {
        switch (member) {
            case "cpu" -> containerCpu = structures.text(texts);
            case "memory" -> containerMemory = structures.text(texts);
            case "memoryReservation" -> containerReservation = structures.text(texts);
            case "gpuIds" -> ids(gpus);
            case "neuronDeviceIds" -> ids(neuronDevices);
            case "networkBindings" -> bindings();
            case "networkInterfaces" -> hasInterface |= structures.list(INTERFACE, StructureScanner.Members.NONE) > 0;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void ids(NavigableSet<String> ids) {
        JsonScanner json = structures.json();
        json.open('[');
        for (boolean first = true; json.next(first, ']'); first = false) {
            ids.add(structures.text(texts));
        }
    }

    private void bindings() {
        JsonScanner json = structures.json();
        json.open('[');
        for (boolean first = true; json.next(first, ']'); first = false) {
            hostPort = 0;
            isUdp = false;
            structures.structure(BINDING, bindingMembers);
            if (TaskReader.isPort(hostPort)) {
                (isUdp ? udp : tcp).add(hostPort);
            }
        }
    }

    private boolean bindingMember(String member) {
        switch (member) {
            case "hostPort" -> hostPort = structures.integer();
            case "protocol" -> isUdp = structures.text(texts).equals("udp");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void attachments() {
        JsonScanner json = structures.json();
        json.open('[');
        for (boolean first = true; json.next(first, ']'); first = false) {
            attachmentType = null;
            attachmentStatus = null;
            structures.structure(ATTACHMENT, attachmentMembers);
            hasInterface |= TaskReader.INTERFACE.equals(attachmentType) && !"DELETED".equals(attachmentStatus);
        }
    }

    private boolean attachmentMember(String member) {
        switch (member) {
            case "type" -> attachmentType = structures.text(texts);
            case "status" -> attachmentStatus = structures.text(texts);
            default -> {
                return false;
            }
        }
        return true;
    }
}
