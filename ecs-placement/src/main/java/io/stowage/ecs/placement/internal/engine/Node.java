package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An instance and its books. It knows its tasks by their handles, and how many there are; what they are, and how many of which group, is to
 * be asked of the core, because forks share nodes and not the books of their tasks.
 */
class Node implements Candidate {
    private InstanceSnapshot facts;
    private final PortBook tcp;
    private final PortBook udp;
    private final CustomBook custom;
    private final InstanceTasks tasks;

    private NavigableSet<String> gpuIds;
    private NavigableSet<String> neuronDeviceIds;
    private long cpuUnits;
    private long memoryMib;
    private @Nullable Long networkInterfaces;
    private int counted;

    /** Who may write it; others copy it first. Nobody asks where nodes are not shared. */
    @Nullable
    Object owner;

    /** Whether it has changed since an index was told how it stands. */
    boolean isBehind;

    /**
     * A node.
     *
     * @param tasks the tasks on the instance
     * @param handles their handles
     */
    Node(InstanceSnapshot instance, Collection<TaskSnapshot> tasks, int[] handles, List<ResourcePlugin> resources) {
        this.facts = instance;
        this.custom = CustomBook.of(instance, tasks, resources);
        this.tasks = new InstanceTasks(handles);
        TakenPorts taken = instance.takenPorts();
        TakenPorts reserved = instance.reservedPorts();
        this.tcp = PortBook.of(
                taken.tcp(),
                reserved.tcp(),
                tasks.isEmpty()
                        ? List.of()
                        : tasks.stream().map(task -> task.held().ports().tcp()).toList());
        this.udp = PortBook.of(
                taken.udp(),
                reserved.udp(),
                tasks.isEmpty()
                        ? List.of()
                        : tasks.stream().map(task -> task.held().ports().udp()).toList());
        this.cpuUnits = instance.remaining().cpuUnits();
        this.memoryMib = instance.remaining().memoryMib();
        this.gpuIds = copy(instance.remaining().gpuIds());
        this.neuronDeviceIds = copy(instance.remaining().neuronDeviceIds());
        this.networkInterfaces = instance.remaining().networkInterfaces();
        tasks.forEach(task -> counted += task.counted() ? 1 : 0);
        // Tasks that are reported and not listed stay what they are while listed ones come and go.
        this.counted = Math.max(counted, instance.runningTasksCount());
    }

    /** A copy. */
    Node(Node from) {
        this.facts = from.facts;
        this.tcp = from.tcp.copy();
        this.udp = from.udp.copy();
        this.custom = from.custom.copy();
        this.tasks = from.tasks.copy();
        this.gpuIds = copy(from.gpuIds);
        this.neuronDeviceIds = copy(from.neuronDeviceIds);
        this.cpuUnits = from.cpuUnits;
        this.memoryMib = from.memoryMib;
        this.networkInterfaces = from.networkInterfaces;
        this.counted = from.counted;
    }

    /** Most instances have no devices, and share that. */
    private static NavigableSet<String> copy(NavigableSet<String> ids) {
        return ids.isEmpty() ? Collections.emptyNavigableSet() : new TreeSet<>(ids);
    }

    Node copy() {
        return new Node(this);
    }

    /** A task has come. */
    final void add(int task, boolean isCounted, HeldResources held) {
        tasks.add(task);
        counted += isCounted ? 1 : 0;
        cpuUnits -= held.cpuUnits();
        memoryMib -= held.memoryMib();
        if (held.ports().count() > 0) {
            tcp.add(held.ports().tcp());
            udp.add(held.ports().udp());
        }
        if (holdsDevices(held)) {
            gpuIds = new TreeSet<>(gpuIds);
            neuronDeviceIds = new TreeSet<>(neuronDeviceIds);
            gpuIds.removeAll(held.gpuIds());
            neuronDeviceIds.removeAll(held.neuronDeviceIds());
        }
        if (networkInterfaces != null && held.networkInterfaces() != 0) {
            networkInterfaces -= held.networkInterfaces();
        }
        if (!held.others().isEmpty()) {
            custom.take(held.others());
        }
    }

    private static boolean holdsDevices(HeldResources held) {
        return !held.gpuIds().isEmpty() || !held.neuronDeviceIds().isEmpty();
    }

    /** A task has gone that is there. */
    final void remove(int task, boolean isCounted, HeldResources held) {
        tasks.remove(task);
        counted -= isCounted ? 1 : 0;
        cpuUnits += held.cpuUnits();
        memoryMib += held.memoryMib();
        if (held.ports().count() > 0) {
            tcp.remove(held.ports().tcp());
            udp.remove(held.ports().udp());
        }
        if (holdsDevices(held)) {
            gpuIds = new TreeSet<>(gpuIds);
            neuronDeviceIds = new TreeSet<>(neuronDeviceIds);
            gpuIds.addAll(held.gpuIds());
            neuronDeviceIds.addAll(held.neuronDeviceIds());
        }
        if (networkInterfaces != null && held.networkInterfaces() != 0) {
            networkInterfaces += held.networkInterfaces();
        }
        if (!held.others().isEmpty()) {
            custom.giveBack(held.others());
        }
    }

    /** A task that is there counts from now on, or no longer, or is another in what does not matter here. */
    final void change(boolean wasCounted, boolean isCounted) {
        counted += (isCounted ? 1 : 0) - (wasCounted ? 1 : 0);
        tasks.changed();
    }

    final void change(InstanceSnapshot now) {
        facts = facts.toBuilder()
                .status(now.status())
                .agentConnected(now.agentConnected())
                .agentVersion(now.agentVersion())
                .attributes(now.attributes())
                .capacityProvider(now.capacityProvider())
                .build();
    }

    /** How it stands now. */
    InstanceSnapshot snapshot() {
        return facts.toBuilder()
                .remaining(new InstanceResources(
                        cpuUnits,
                        memoryMib,
                        gpuIds,
                        neuronDeviceIds,
                        networkInterfaces,
                        custom.over(facts.remaining().others())))
                .takenPorts(takenPorts())
                .runningTasksCount(counted)
                .build();
    }

    @Override
    public String id() {
        return facts.id();
    }

    @Override
    public String status() {
        return facts.status();
    }

    @Override
    public @Nullable String capacityProvider() {
        return facts.capacityProvider();
    }

    @Override
    public Map<String, String> attributes() {
        return facts.attributes();
    }

    @Override
    public InstanceResources registered() {
        return facts.registered();
    }

    @Override
    public long freeCpuUnits() {
        return cpuUnits;
    }

    @Override
    public long freeMemoryMib() {
        return memoryMib;
    }

    @Override
    public NavigableSet<String> freeGpuIds() {
        return Collections.unmodifiableNavigableSet(gpuIds);
    }

    @Override
    public NavigableSet<String> freeNeuronDeviceIds() {
        return Collections.unmodifiableNavigableSet(neuronDeviceIds);
    }

    @Override
    public @Nullable Long freeNetworkInterfaces() {
        return networkInterfaces;
    }

    @Override
    public List<Long> free(String resource) {
        return custom.free(resource);
    }

    @Override
    public TakenPorts takenPorts() {
        return new TakenPorts(tcp.taken(), udp.taken());
    }

    /** What the device of a custom resource has left that has most of it. */
    long mostFree(String resource) {
        return custom.most(resource);
    }

    int freeGpus() {
        return gpuIds.size();
    }

    boolean isTaken(int port, boolean isUdp) {
        return (isUdp ? udp : tcp).taken().contains(port);
    }

    @Override
    public int countedTasks(String group) {
        throw askTheCore();
    }

    @Override
    public List<TaskSnapshot> tasks() {
        throw askTheCore();
    }

    private IllegalStateException askTheCore() {
        return new IllegalStateException("the tasks on " + this + " are known to the core that it belongs to");
    }

    /** The same, by the books of a core that this node belongs to. */
    final List<TaskSnapshot> tasks(IntFunction<TaskSnapshot> books) {
        return tasks.inOrder(books);
    }

    /** The handles of the tasks, for a core that it belongs to. */
    final InstanceTasks handles() {
        return tasks;
    }

    @Override
    public boolean agentConnected() {
        return facts.agentConnected();
    }

    @Override
    public @Nullable String agentVersion() {
        return facts.agentVersion();
    }

    @Override
    public @Nullable String ec2InstanceId() {
        return facts.ec2InstanceId();
    }

    @Override
    public @Nullable Instant registeredAt() {
        return facts.registeredAt();
    }

    @Override
    public int runningTasksCount() {
        return counted;
    }

    @Override
    public Collection<String> taskGroups() {
        throw askTheCore();
    }

    @Override
    public boolean hasAttribute(String name) {
        return facts.attributes().containsKey(name);
    }

    @Override
    public @Nullable String attributeValue(String name) {
        return facts.attributes().get(name);
    }

    @Override
    public String toString() {
        return facts.id();
    }
}
