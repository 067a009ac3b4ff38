package io.stowage.ecs.placement;

import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.explain.WhyNot;
import io.stowage.ecs.placement.internal.engine.EngineCore;
import io.stowage.ecs.placement.internal.engine.Scheduler;
import io.stowage.ecs.placement.plugin.PluginException;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A working copy of a cluster: tasks come and go, instances join, drain and leave, and every decision sees all that was before it. Made by
 * {@link PlacementEngine#open}. Each call takes effect as a whole or, if it throws, not at all.
 *
 * <p>The same snapshot and the same calls give the same answers. For one thread at a time; a {@link #fork()} may go to another thread.
 */
public final class PlacementSession {
    private final Scheduler scheduler;
    private final EngineCore core;
    private boolean busy;

    PlacementSession(Scheduler scheduler) {
        this.scheduler = scheduler;
        this.core = scheduler.core();
    }

    /**
     * Places as many of the tasks as fit, as <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html">RunTask</a> and the replica scheduler of
     * services do.
     *
     * @param request what to place
     * @return where each task goes, and why the rest goes nowhere
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     * @throws PluginException if a plug-in is broken
     */
    public PlacementResult place(PlacementRequest request) {
        // What is called most goes without the object that a call costs.
        begin();
        try {
            return scheduler.run(request, request.rules);
        } finally {
            busy = false;
        }
    }

    /**
     * Explains where the first task of a request would go, and why nowhere else. Nothing is placed.
     *
     * @param request what to place
     * @return everything about that task
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     * @throws PluginException if a plug-in is broken
     */
    public Explanation explain(PlacementRequest request) {
        return explain(request, 0);
    }

    /**
     * Explains one task of a request, with those before it placed on a fork.
     *
     * @param request what to place
     * @param index which of its tasks, from 0
     * @return everything about that task. If one before it finds no instance, everything about that one: ECS looks at none after it, with a
     *     capacity provider strategy at none after it of the same provider
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     * @throws IllegalArgumentException if the request has no task of that index
     * @throws PluginException if a plug-in is broken
     */
    public Explanation explain(PlacementRequest request, int index) {
        return call(() -> scheduler.explain(request, request.rules, index));
    }

    /**
     * Explains all tasks of a request, each with those before it placed on a fork.
     *
     * @param request what to place
     * @return one for each task that is looked at, in order, the first one that finds no instance included; unmodifiable
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     * @throws PluginException if a plug-in is broken
     */
    public List<Explanation> explainAll(PlacementRequest request) {
        return call(() -> scheduler.explainAll(request, request.rules));
    }

    /**
     * Why the first task of a request would not go to a certain instance. For other tasks, ask {@link Explanation#whyNot}.
     *
     * @param request what to place
     * @param instanceId the id of the instance
     * @return the checks it fails, or to whom it loses and by what, or that the task does go there
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     * @throws IllegalArgumentException if there is no such instance
     * @throws PluginException if a plug-in is broken
     */
    public WhyNot whyNot(PlacementRequest request, String instanceId) {
        return explain(request).whyNot(instanceId);
    }

    /**
     * Starts one task on each of the named instances, as <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html">StartTask</a> does: agent, attributes, zone and
     * resources are checked, the constraints of the task definition are not. An instance that is named twice gets two tasks.
     *
     * @param request what to start; without strategies, constraints and count
     * @param containerInstances the ids of the instances
     * @return where tasks were started, and why not elsewhere
     * @throws PlacementRequestException if ECS would refuse the request
     * @throws PluginException if a plug-in is broken
     */
    public StartResult start(PlacementRequest request, List<String> containerInstances) {
        return call(() -> scheduler.start(request, containerInstances));
    }

    /**
     * Brings a daemon service to one task on every active instance that satisfies its constraints, and stops its tasks elsewhere.
     *
     * @param request the service; without strategies and count
     * @return what was placed and stopped, and where a task is missing
     * @throws PlacementRequestException if ECS would refuse the service
     * @throws PluginException if a plug-in is broken
     */
    public DaemonResult daemon(PlacementRequest request) {
        return call(() -> scheduler.daemon(request));
    }

    /**
     * Chooses tasks of a group to stop, and gives them the desired status {@code STOPPED}. Strategies decide in reverse: spread stops where
     * most tasks are, binpack where most is left afterwards. Of equally good tasks the newest stops, then the one with the smallest id.
     *
     * @param request how many of which
     * @return the chosen tasks
     * @throws PlacementRequestException if a strategy cannot be used or the count is negative
     * @throws PluginException if a plug-in is broken
     */
    public ScaleInResult scaleIn(ScaleInRequest request) {
        return call(() -> scheduler.scaleIn(request));
    }

    /**
     * Moves tasks of a service to zones that have too few, as <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html">service rebalancing</a> does. Zones are
     * those of the active instances that the request looks at. What the request cannot say is the caller's to check: rebalancing is off
     * for daemons, for a maximum of 100 percent and behind a Classic Load Balancer.
     *
     * @param request the service; its count and task ids are not looked at, and with a capacity provider strategy the instances of all its
     *     providers are its pool
     * @param mostSteps how many tasks to move at most; 1 for one step at a time
     * @return the moves
     * @throws PlacementRequestException if the request cannot be used
     * @throws IllegalArgumentException if the number of steps is negative
     * @throws PluginException if a plug-in is broken
     */
    public RebalanceResult rebalance(PlacementRequest request, int mostSteps) {
        if (mostSteps < 0) {
            throw new IllegalArgumentException("mostSteps is " + mostSteps + "; 0 or more was expected");
        }
        return call(() -> scheduler.rebalance(request, mostSteps));
    }

    /**
     * Adds a task that was started elsewhere, and takes what it holds from what is left of its instance.
     *
     * @param task the task
     * @throws IllegalArgumentException if there is a task of that id already, or no such instance
     */
    public void add(TaskSnapshot task) {
        call(() -> {
            int instance = instanceHandle(task.instanceId());
            if (core.task(task.id()) != EngineCore.NONE) {
                throw new IllegalArgumentException("there is a task " + task.id() + " already");
            }
            return core.add(instance, task);
        });
    }

    /**
     * A task has stopped: it is gone, and gives back exactly what it held.
     *
     * @param taskId the id of the task
     * @return the task as it was
     * @throws IllegalArgumentException if there is no such task
     */
    public TaskSnapshot stop(String taskId) {
        return call(() -> {
            int task = taskHandle(taskId);
            TaskSnapshot gone = core.describeTask(task);
            core.remove(task);
            return gone;
        });
    }

    /**
     * A task that was placed has stopped: it is gone, and gives back exactly what it held. As {@link #stop(String)} for whoever has the
     * placement at hand and does not need to hear of the task as it was; costs no object at all.
     *
     * @param placement where the task was placed, by this session or one that it is a fork of
     * @throws IllegalArgumentException if there is no such task, or it is on another instance
     */
    public void stop(Placement placement) {
        begin();
        try {
            int task = core.task(placement.text(), placement.number());
            if (task == EngineCore.NONE) {
                throw new IllegalArgumentException("there is no task " + placement.taskId());
            }
            String instance = core.glance(core.instanceOf(task)).id();
            if (!instance.equals(placement.containerInstance())) {
                throw new IllegalArgumentException("the task " + placement.taskId() + " is on " + instance + ", not on "
                        + placement.containerInstance());
            }
            core.remove(task);
        } finally {
            busy = false;
        }
    }

    /**
     * A task is to stop: its desired status is {@code STOPPED}. It no longer counts, and holds its resources until it {@linkplain #stop(String)
     * has stopped}.
     *
     * @param taskId the id of the task
     * @throws IllegalArgumentException if there is no such task
     */
    public void beginStop(String taskId) {
        changeTask(taskId, task -> task.withCounted(false));
    }

    /**
     * Changes the scale-in protection of a task.
     *
     * @param taskId the id of the task
     * @param isProtected whether it is protected
     * @throws IllegalArgumentException if there is no such task
     */
    public void protect(String taskId, boolean isProtected) {
        changeTask(taskId, task -> task.withScaleInProtection(isProtected));
    }

    private void changeTask(String taskId, UnaryOperator<TaskSnapshot> change) {
        call(() -> {
            int task = taskHandle(taskId);
            core.changeTask(task, change.apply(core.describeTask(task)));
            return true;
        });
    }

    /**
     * An instance joins the cluster. Whatever runs on it already is added with {@link #add}, before which it must not be missing in what
     * remains of the instance.
     *
     * @param instance the instance
     * @throws IllegalArgumentException if there is an instance of that id already
     * @throws PluginException if a resource plug-in is broken
     */
    public void register(InstanceSnapshot instance) {
        call(() -> {
            if (core.instance(instance.id()) != EngineCore.NONE) {
                throw new IllegalArgumentException("there is a container instance " + instance.id() + " already");
            }
            return core.register(instance);
        });
    }

    /**
     * An instance leaves the cluster, and its tasks with it, as after a forced <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeregisterContainerInstance.html">deregistration</a>.
     *
     * @param instanceId the id of the instance
     * @return the tasks that are lost, in the order of their ids; unmodifiable
     * @throws IllegalArgumentException if there is no such instance
     */
    public List<TaskSnapshot> deregister(String instanceId) {
        return call(() -> {
            int instance = instanceHandle(instanceId);
            List<TaskSnapshot> lost = core.candidate(instance).tasks();
            core.deregister(instance);
            return lost;
        });
    }

    /**
     * Sets an instance to {@code DRAINING}: it takes no new tasks. Its tasks stay; moving those of services is for the scheduler of the
     * service.
     *
     * @param instanceId the id of the instance
     * @throws IllegalArgumentException if there is no such instance
     */
    public void drain(String instanceId) {
        setStatus(instanceId, "DRAINING");
    }

    /**
     * Changes the status of an instance.
     *
     * @param instanceId the id of the instance
     * @param status {@code ACTIVE}, {@code DRAINING} and so on; only active instances take tasks
     * @throws IllegalArgumentException if there is no such instance
     */
    public void setStatus(String instanceId, String status) {
        change(instanceId, instance -> instance.status(status));
    }

    /**
     * Changes whether the agent of an instance is connected.
     *
     * @param instanceId the id of the instance
     * @param connected whether it is connected
     * @throws IllegalArgumentException if there is no such instance
     */
    public void setAgentConnected(String instanceId, boolean connected) {
        change(instanceId, instance -> instance.agentConnected(connected));
    }

    /**
     * Changes the capacity provider of an instance.
     *
     * @param instanceId the id of the instance
     * @param name the capacity provider
     * @throws IllegalArgumentException if there is no such instance
     */
    public void setCapacityProvider(String instanceId, String name) {
        change(instanceId, instance -> instance.capacityProvider(name));
    }

    /**
     * Adds an attribute to an instance, or gives it another value.
     *
     * @param instanceId the id of the instance
     * @param name the name of the attribute
     * @param value its value, empty for none
     * @throws IllegalArgumentException if there is no such instance
     */
    public void putAttribute(String instanceId, String name, String value) {
        change(instanceId, instance -> instance.attribute(name, value));
    }

    /**
     * Takes an attribute from an instance. Nothing happens if it does not have it.
     *
     * @param instanceId the id of the instance
     * @param name the name of the attribute
     * @throws IllegalArgumentException if there is no such instance
     */
    public void removeAttribute(String instanceId, String name) {
        call(() -> {
            int handle = instanceHandle(instanceId);
            InstanceSnapshot now = core.describe(handle);
            Map<String, String> attributes = new LinkedHashMap<>(now.attributes());
            attributes.remove(name);
            core.change(handle, now.toBuilder().attributes(attributes).build());
            return true;
        });
    }

    private void change(String instanceId, UnaryOperator<InstanceSnapshotBuilder> change) {
        call(() -> {
            int handle = instanceHandle(instanceId);
            core.change(handle, change.apply(core.describe(handle).toBuilder()).build());
            return true;
        });
    }

    /**
     * One instance as it stands.
     *
     * @param instanceId its id
     * @return the instance, empty if there is none of that id
     */
    public Optional<InstanceSnapshot> instance(String instanceId) {
        int handle = core.instance(instanceId);
        return handle == EngineCore.NONE ? Optional.empty() : Optional.of(core.describe(handle));
    }

    /**
     * One task as it stands.
     *
     * @param taskId its id
     * @return the task, empty if there is none of that id
     */
    public Optional<TaskSnapshot> task(String taskId) {
        int handle = core.task(taskId);
        return handle == EngineCore.NONE ? Optional.empty() : Optional.of(core.describeTask(handle));
    }

    /**
     * A session that begins where this one stands and goes its own way: neither sees what the other does.
     *
     * @return a new session
     */
    public PlacementSession fork() {
        return call(() -> new PlacementSession(scheduler.fork()));
    }

    /**
     * The cluster as it stands.
     *
     * @return a snapshot that later calls do not change; a session that is opened on it decides as this one does
     */
    public ClusterSnapshot snapshot() {
        return call(core::snapshot);
    }

    private int instanceHandle(String id) {
        int handle = core.instance(id);
        if (handle == EngineCore.NONE) {
            throw new IllegalArgumentException("there is no container instance " + id);
        }
        return handle;
    }

    private int taskHandle(String id) {
        int handle = core.task(id);
        if (handle == EngineCore.NONE) {
            throw new IllegalArgumentException("there is no task " + id);
        }
        return handle;
    }

    private void begin() {
        if (busy) {
            throw new IllegalStateException(
                    "the session is busy with a call; a plug-in that wants to try something out needs a fork made before");
        }
        busy = true;
    }

    private <T> T call(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            busy = false;
        }
    }
}
