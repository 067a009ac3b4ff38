package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.Quotas;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.TieBreaker;
import java.util.List;

/** What engines under test consist of: ECS, and what a test adds. */
final class Configs {
    private Configs() {}

    static EngineConfig ofEcs() {
        return with(TieBreaker.smallestId());
    }

    static EngineConfig with(TieBreaker tieBreaker) {
        return config(List.of(), List.of(), tieBreaker);
    }

    static EngineConfig withConstraints(List<ConstraintPlugin> constraints) {
        return config(constraints, List.of(), TieBreaker.smallestId());
    }

    static EngineConfig withResources(ResourcePlugin... resources) {
        return config(List.of(), List.of(resources), TieBreaker.smallestId());
    }

    private static EngineConfig config(
            List<ConstraintPlugin> constraints, List<ResourcePlugin> resources, TieBreaker tieBreaker) {
        return EngineConfig.of(
                constraints, List.of(), resources, tieBreaker, RandomSource.splittable(), List.of(), Quotas.current());
    }
}
