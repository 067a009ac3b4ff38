package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one request, with the random numbers that they share. Where nobody but ECS has a say, none is kept by anybody, and one
 * object serves request after request.
 */
final class Turns {
    private final EngineCore core;
    private final RandomSource.Factory factory;
    private TaskToPlace task;
    private long seed;
    private @Nullable RandomSource random;
    /** The only one, if it serves all decisions. */
    private @Nullable Turn always;

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

    /** The decisions of another request, by the same object; the one before is over. */
    Turns next(TaskToPlace taskOfNext, long seedOfNext) {
        task = taskOfNext;
        seed = seedOfNext;
        random = null;
        if (always == null) {
            always = new Turn(this, 0);
        }
        return this;
    }

    Turn turn(int index) {
        return always == null ? new Turn(this, index) : always.next(index);
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
