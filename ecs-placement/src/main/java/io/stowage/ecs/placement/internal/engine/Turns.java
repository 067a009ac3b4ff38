package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.TaskToPlace;

/** The decisions of one request, with the random numbers that they share. */
final class Turns {
    private final EngineCore core;
    private final TaskToPlace task;
    private final RandomSource random;

    Turns(EngineConfig config, EngineCore core, TaskToPlace task, long seed) {
        this.core = core;
        this.task = task;
        this.random = config.random().of(seed);
    }

    Turn turn(int index) {
        return new Turn(core, task, index, random);
    }
}
