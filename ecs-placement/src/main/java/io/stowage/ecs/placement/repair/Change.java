package io.stowage.ecs.placement.repair;

import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * One change to a request or to a cluster. It says what it is and can be carried out: {@link #applyTo(PlacementRequest)} gives the
 * changed request, {@link #applyTo(PlacementSession)} changes a session; each does nothing where the change is about the other.
 * Immutable.
 */
public sealed interface Change {

    /**
     * What it is about.
     *
     * @return never null
     */
    ChangeKind kind();

    /**
     * The instance that is changed, that the stopped task runs on, or that is added.
     *
     * @return the id; {@code null} for a change to the request
     */
    default @Nullable String containerInstance() {
        return null;
    }

    /**
     * What to do, for people.
     *
     * @return words in the imperative, without a capital letter and a full stop
     */
    String describe();

    /**
     * The request with the change.
     *
     * @param request the request that the change was found for
     * @return a changed copy; the same object if the change is about the cluster
     */
    default PlacementRequest applyTo(PlacementRequest request) {
        return request;
    }

    /**
     * Makes the change in a session. Nothing happens if the change is about the request.
     *
     * @param session a session on the cluster that the change was found for
     * @throws IllegalArgumentException if the session does not have the instance or the task, or has the added instance already
     */
    default void applyTo(PlacementSession session) {}

    /**
     * A dynamic host port instead of a fixed one: {@code hostPort} 0.
     *
     * @param port the fixed port
     * @param protocol of the port
     * @param pointer JSON pointer to the port mapping in the request
     */
    record DynamicPort(int port, TransportProtocol protocol, String pointer) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DYNAMIC_PORT;
        }

        @Override
        public String describe() {
            return "take a dynamic host port instead of " + port + "/" + protocol.value() + " at " + pointer;
        }

        @Override
        public PlacementRequest applyTo(PlacementRequest request) {
            return RequestEdits.withDynamicPort(request, pointer);
        }
    }

    /**
     * Fewer CPU units for the task. The task's own {@code cpu} is lowered where it counts, and the containers' where they would not
     * fit in it; else the containers', the greatest first.
     *
     * @param fromUnits what the task needs
     * @param toUnits what it would need; with one unit more it would not be enough of a change
     */
    record LowerCpu(long fromUnits, long toUnits) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.LOWER_CPU;
        }

        @Override
        public String describe() {
            return "lower the task's CPU by " + (fromUnits - toUnits) + " units, from " + fromUnits + " to " + toUnits;
        }

        @Override
        public PlacementRequest applyTo(PlacementRequest request) {
            return TaskSizes.CPU.with(request, toUnits);
        }
    }

    /**
     * Less memory for the task. The task's own {@code memory} is lowered where it counts, and the containers' where they would not
     * fit in it; else the containers' {@code memoryReservation} or {@code memory}, the greatest first.
     *
     * @param fromMib what the task needs, in MiB
     * @param toMib what it would need, in MiB; with one MiB more it would not be enough of a change
     */
    record LowerMemory(long fromMib, long toMib) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.LOWER_MEMORY;
        }

        @Override
        public String describe() {
            return "lower the task's memory by " + (fromMib - toMib) + " MiB, from " + fromMib + " to " + toMib;
        }

        @Override
        public PlacementRequest applyTo(PlacementRequest request) {
            return TaskSizes.MEMORY.with(request, toMib);
        }
    }

    /**
     * A subnet in one more zone.
     *
     * @param zone the Availability Zone
     */
    record AddSubnetZone(String zone) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ADD_SUBNET_ZONE;
        }

        @Override
        public String describe() {
            return "give the request a subnet in " + zone;
        }

        @Override
        public PlacementRequest applyTo(PlacementRequest request) {
            return RequestEdits.withSubnetZone(request, zone);
        }
    }

    /**
     * An attribute on an instance that lacks it. Attributes that an agent registers are there when its configuration asks for them.
     *
     * @param containerInstance the id of the instance
     * @param name the name of the attribute
     * @param value its value; empty for none
     */
    record AddAttribute(String containerInstance, String name, String value) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ADD_ATTRIBUTE;
        }

        @Override
        public String describe() {
            return "add the attribute " + name + (value.isEmpty() ? "" : " = " + value) + " to " + containerInstance;
        }

        @Override
        public void applyTo(PlacementSession session) {
            session.putAttribute(containerInstance, name, value);
        }
    }

    /**
     * An agent that is connected again.
     *
     * @param containerInstance the id of its instance
     */
    record ConnectAgent(String containerInstance) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.CONNECT_AGENT;
        }

        @Override
        public String describe() {
            return "bring back the agent of " + containerInstance;
        }

        @Override
        public void applyTo(PlacementSession session) {
            session.setAgentConnected(containerInstance, true);
        }
    }

    /**
     * An instance that drains no longer.
     *
     * @param containerInstance the id of the instance
     */
    record ActivateInstance(String containerInstance) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ACTIVATE_INSTANCE;
        }

        @Override
        public String describe() {
            return "set " + containerInstance + " from DRAINING to ACTIVE";
        }

        @Override
        public void applyTo(PlacementSession session) {
            session.setStatus(containerInstance, "ACTIVE");
        }
    }

    /**
     * A constraint less. Of several that are equal, one goes.
     *
     * @param type its type
     * @param expression its expression, {@code null} if it has none
     * @param pointer JSON pointer to it in the request that the change was found for
     */
    record DropConstraint(String type, @Nullable String expression, String pointer) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DROP_CONSTRAINT;
        }

        @Override
        public String describe() {
            return "drop the constraint " + type + (expression == null ? "" : "(" + expression + ")") + " at "
                    + pointer;
        }

        @Override
        public PlacementRequest applyTo(PlacementRequest request) {
            return RequestEdits.withoutConstraint(request, this);
        }
    }

    /**
     * A task that has stopped, and given back what it held.
     *
     * @param task the task
     */
    record StopTask(TaskSnapshot task) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.STOP_TASK;
        }

        @Override
        public String containerInstance() {
            return task.instanceId();
        }

        @Override
        public String describe() {
            return "stop the task " + task.id() + (task.group() == null ? "" : " of " + task.group()) + " on "
                    + task.instanceId() + (task.scaleInProtected() ? ", which is protected from scale-in" : "");
        }

        @Override
        public void applyTo(PlacementSession session) {
            session.stop(task.id());
        }
    }

    /**
     * An instance more, with nothing on it.
     *
     * @param instance the instance
     */
    record AddInstance(InstanceSnapshot instance) implements Change {
        @Override
        public ChangeKind kind() {
            return ChangeKind.ADD_INSTANCE;
        }

        @Override
        public String containerInstance() {
            return instance.id();
        }

        @Override
        public String describe() {
            String provider = instance.capacityProvider();
            return "add one "
                    + (instance.instanceType() == null
                            ? "instance of " + instance.registered().cpuUnits() + " CPU units and "
                                    + instance.registered().memoryMib() + " MiB"
                            : instance.instanceType())
                    + (instance.zone() == null ? "" : " in " + instance.zone())
                    + (provider == null ? "" : " to the capacity provider " + provider);
        }

        @Override
        public void applyTo(PlacementSession session) {
            session.register(instance);
        }
    }
}
