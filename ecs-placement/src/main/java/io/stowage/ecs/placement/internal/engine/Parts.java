package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.explain.FailedPart;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;

/**
 * What a check is made of, for explanations: each of several attributes, ports, devices, predicates by itself. Found by the code that
 * answers for the check, so that the two never differ; asked only after the check has failed.
 */
@FunctionalInterface
interface Parts {
    /** Of a check that is one thing. */
    Parts NONE = (candidate, facts) -> List.of();

    /**
     * The parts that fail.
     *
     * @param candidate the instance
     * @param facts the same instance, with what a candidate does not show: the ports of the agent
     */
    List<FailedPart> failed(Candidate candidate, InstanceSnapshot facts);

    /** Those of a test that has some. */
    static Parts of(ConstraintPlugin.Check test) {
        return test instanceof Parts parts ? parts : NONE;
    }
}
