package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An instance whose books may be replaced, after a fork for example: it asks for them anew each time. */
final class LiveInstance implements Candidate {
    private final Supplier<Node> node;

    LiveInstance(Supplier<Node> node) {
        this.node = node;
    }

    @Override
    public String id() {
        return node.get().id();
    }

    @Override
    public String status() {
        return node.get().status();
    }

    @Override
    public @Nullable String capacityProvider() {
        return node.get().capacityProvider();
    }

    @Override
    public Map<String, String> attributes() {
        return node.get().attributes();
    }

    @Override
    public InstanceResources registered() {
        return node.get().registered();
    }

    @Override
    public long freeCpuUnits() {
        return node.get().freeCpuUnits();
    }

    @Override
    public long freeMemoryMib() {
        return node.get().freeMemoryMib();
    }

    @Override
    public NavigableSet<String> freeGpuIds() {
        return node.get().freeGpuIds();
    }

    @Override
    public NavigableSet<String> freeNeuronDeviceIds() {
        return node.get().freeNeuronDeviceIds();
    }

    @Override
    public @Nullable Long freeNetworkInterfaces() {
        return node.get().freeNetworkInterfaces();
    }

    @Override
    public List<Long> free(String resource) {
        return node.get().free(resource);
    }

    @Override
    public TakenPorts takenPorts() {
        return node.get().takenPorts();
    }

    @Override
    public int countedTasks(String group) {
        return node.get().countedTasks(group);
    }

    @Override
    public List<TaskSnapshot> tasks() {
        return node.get().tasks();
    }

    @Override
    public boolean agentConnected() {
        return node.get().agentConnected();
    }

    @Override
    public @Nullable String agentVersion() {
        return node.get().agentVersion();
    }

    @Override
    public @Nullable String ec2InstanceId() {
        return node.get().ec2InstanceId();
    }

    @Override
    public @Nullable Instant registeredAt() {
        return node.get().registeredAt();
    }

    @Override
    public int runningTasksCount() {
        return node.get().runningTasksCount();
    }

    @Override
    public Collection<String> taskGroups() {
        return node.get().taskGroups();
    }

    @Override
    public boolean hasAttribute(String name) {
        return node.get().hasAttribute(name);
    }

    @Override
    public @Nullable String attributeValue(String name) {
        return node.get().attributeValue(name);
    }

    @Override
    public String toString() {
        return node.get().id();
    }
}
