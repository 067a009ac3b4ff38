package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.index.NumberedId;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The inside of a session: the books of one cluster, and the two decisions that are made from them. Everything else a session does
 * (batches, daemons, rebalancing, failures, explanation) is written once on top of this and asks only for this, so an engine with an
 * index replaces the {@link ExhaustiveCore} by implementing these methods, and is right if it gives the same answers.
 *
 * <p>Instances and tasks are known by handles. A handle is valid from {@code register} or {@code add} until {@code deregister} or {@code
 * remove}; then it may be given again. Handles of different cores have nothing to do with each other, but a fork keeps those of its
 * parent. Callers pass only valid handles. One thread at a time.
 *
 * <p>Plug-ins are called from the decisions alone, so an exception of theirs never leaves the books half written.
 */
public interface EngineCore {
    /** No instance, no task. */
    int NONE = -1;

    /** The handle of the instance of that id, or {@link #NONE}. */
    int instance(String id);

    /** How the instance stands. The same object while nothing is registered or deregistered; it shows later changes. */
    Candidate candidate(int instance);

    /** The same for whoever looks at it at once and then no more, and asks neither for its tasks nor for their groups. */
    default Candidate glance(int instance) {
        return candidate(instance);
    }

    /** All instances in the order of their ids; unmodifiable. */
    List<Candidate> cluster();

    /** Adds an instance whose id is not there yet. Its remaining resources are taken as they are. */
    int register(InstanceSnapshot instance);

    /** Takes an instance away, its tasks with it. */
    void deregister(int instance);

    /** What the instance is, with its present remains. */
    InstanceSnapshot describe(int instance);

    /** Changes status, agent, attributes and capacity provider to those of the snapshot; nothing else of it is looked at. */
    void change(int instance, InstanceSnapshot facts);

    /** The handle of the task of that id, or {@link #NONE}. */
    int task(String id);

    /** The same for an id that ends in a number, or does not: then the number is {@link NumberedId#NONE}. */
    default int task(String text, int number) {
        return task(NumberedId.text(text, number));
    }

    /** The handle of the instance that a task is on. */
    default int instanceOf(int task) {
        return instance(describeTask(task).instanceId());
    }

    /** The task as it stands. */
    TaskSnapshot describeTask(int task);

    /**
     * Adds a task whose id is not there yet to its instance, and takes what it holds from what is left there, even below zero.
     *
     * @param instance the handle of the instance that the task names
     */
    int add(int instance, TaskSnapshot task);

    /** The same for a task of a pattern. */
    default int add(int instance, TaskPattern pattern, int number) {
        return add(instance, pattern.task(number, candidate(instance).id()));
    }

    /** Takes a task away and gives back exactly what it held. */
    void remove(int task);

    /** Changes whether a task counts and whether it is protected to what the snapshot says; nothing else of it is looked at. */
    void changeTask(int task, TaskSnapshot facts);

    /** How many tasks of the group count on all instances that have the attribute, by its value; values that nobody has are absent. */
    Map<String, Long> countedTasks(String group, String attribute);

    /** The instance that the next task of a plan goes to, or {@link #NONE}. Books nothing. */
    int choose(Plan plan, Turn turn);

    /**
     * How many tasks of a plan are sure to go to the instance that {@link #choose} has just found, one after the other, if they are placed
     * there: at least 1, and no more than {@code most}. Nobody but the index has a say in where they go, so none of them needs a turn.
     */
    default int together(Plan plan, int instance, int most) {
        return 1;
    }

    /** Why no instance takes the next task of a plan, after {@link #choose} has found none. */
    default Refusals refusals(Plan plan, Turn turn) {
        return Refusals.of(this, plan, turn);
    }

    /** The next task to stop, or {@link #NONE}. Books nothing. */
    int chooseToStop(StopPlan plan, Turn turn);

    /**
     * The same for a call that chooses one task after the other and does nothing but {@link #changeTask} each so that it no longer counts
     * before it asks for the next one.
     */
    default ToIntFunction<Turn> choosesToStop(StopPlan plan) {
        return turn -> chooseToStop(plan, turn);
    }

    /** A core with the same books that goes its own way from here on. */
    EngineCore fork();

    /** The cluster as it stands. */
    ClusterSnapshot snapshot();
}
