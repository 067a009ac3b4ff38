package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must hold for a task to run on an instance. Pure: the same instance in the same state gives the same answer. The checks
 * of a {@link Plan} stand in the order in which reasons are reported, and each can be asked by itself.
 *
 * @param kind what it is about
 * @param name which one of its kind: the name of a custom resource, the pointer of a constraint; empty where there is one of the kind
 * @param test how the answer is found
 * @param held how much a task on the instance holds of what the check asks for, 0 for nothing; stopping all tasks that hold
 *     something is the most that stopping can do for the check
 * @param parts what there is to say beyond its answer
 */
record Check(Kind kind, String name, ConstraintPlugin.Check test, ToLongFunction<TaskSnapshot> held, Parts parts) {

    /** What a check is about, in the order in which reasons are reported. */
    enum Kind {
        AGENT,
        ATTRIBUTE,
        PLATFORM,
        LOCATION,
        CPU,
        MEMORY,
        PORTS,
        PORTS_UDP,
        PORT_LIMIT,
        ENI,
        GPU,
        NEURON_DEVICE,
        CUSTOM_RESOURCE,
        CONSTRAINT
    }

    @Nullable
    Refusal refusal(Candidate candidate, PlacementContext context) {
        return test.refusal(candidate, context);
    }

    /** The tasks on the instance that hold something of it, those that are being stopped included; in the order of their ids. */
    List<TaskSnapshot> holders(Candidate candidate) {
        return candidate.tasks().stream()
                .filter(task -> held.applyAsLong(task) > 0)
                .toList();
    }
}
