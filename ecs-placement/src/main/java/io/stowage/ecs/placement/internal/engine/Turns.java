package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import org.jspecify.annotations.Nullable;

/** The decisions of one request, with the random numbers that they share. */
final class Turns {
    private final EngineCore core;
    private final TaskToPlace task;
    private final RandomSource.Factory factory;
    private final long seed;
    private @Nullable RandomSource random;

    Turns(EngineConfig config, EngineCore core, TaskToPlace task, long seed) {
        this.core = core;
        this.task = task;
        this.factory = config.random();
        this.seed = seed;
        if (!config.isRandomOfOurs()) {
            // A factory of the caller's is asked for a source for each request, drawn from or not.
            random();
        }
    }

    /** Decisions with numbers that are not those of a request. */
    Turns(EngineCore core, TaskToPlace task, RandomSource random) {
        this.core = core;
        this.task = task;
        this.factory = any -> random;
        this.seed = 0;
    }

    Turn turn(int index) {
        return new Turn(this, index);
    }

    EngineCore core() {
        return core;
    }

    TaskToPlace task() {
        return task;
    }

    RandomSource random() {
        RandomSource known = random;
        if (known == null) {
            known = factory.of(seed);
            random = known;
        }
        return known;
    }
}
