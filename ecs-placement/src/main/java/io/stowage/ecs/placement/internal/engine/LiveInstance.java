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
import org.jspecify.annotations.Nullable;

/** An instance whose books may be replaced, after a fork for example: it asks for them anew each time. */
final class LiveInstance implements Candidate {
    private final Books books;
    private final int handle;

    /** The instance of a handle. */
    LiveInstance(Books books, int handle) {
        this.books = books;
        this.handle = handle;
    }

    private Node node() {
        return books.node(handle);
    }

    @Override
    public String id() {
        return node().id();
    }

    @Override
    public String status() {
        return node().status();
    }

    @Override
    public @Nullable String capacityProvider() {
        return node().capacityProvider();
    }

    @Override
    public Map<String, String> attributes() {
        return node().attributes();
    }

    @Override
    public InstanceResources registered() {
        return node().registered();
    }

    @Override
    public long freeCpuUnits() {
        return node().freeCpuUnits();
    }

    @Override
    public long freeMemoryMib() {
        return node().freeMemoryMib();
    }

    @Override
    public NavigableSet<String> freeGpuIds() {
        return node().freeGpuIds();
    }

    @Override
    public NavigableSet<String> freeNeuronDeviceIds() {
        return node().freeNeuronDeviceIds();
    }

    @Override
    public @Nullable Long freeNetworkInterfaces() {
        return node().freeNetworkInterfaces();
    }

    @Override
    public List<Long> free(String resource) {
        return node().free(resource);
    }

    @Override
    public TakenPorts takenPorts() {
        return node().takenPorts();
    }

    @Override
    public int countedTasks(String group) {
        return books.counted(handle, group);
    }

    @Override
    public List<TaskSnapshot> tasks() {
        return books.tasksOn(handle);
    }

    @Override
    public boolean agentConnected() {
        return node().agentConnected();
    }

    @Override
    public @Nullable String agentVersion() {
        return node().agentVersion();
    }

    @Override
    public @Nullable String ec2InstanceId() {
        return node().ec2InstanceId();
    }

    @Override
    public @Nullable Instant registeredAt() {
        return node().registeredAt();
    }

    @Override
    public int runningTasksCount() {
        return node().runningTasksCount();
    }

    @Override
    public Collection<String> taskGroups() {
        return books.groupsOn(handle);
    }

    @Override
    public boolean hasAttribute(String name) {
        return node().hasAttribute(name);
    }

    @Override
    public @Nullable String attributeValue(String name) {
        return node().attributeValue(name);
    }

    @Override
    public String toString() {
        return node().id();
    }
}
