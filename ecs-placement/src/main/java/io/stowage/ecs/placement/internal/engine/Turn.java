package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One decision of a request. Counts are kept while it lasts, because nothing changes before it is made. */
public final class Turn implements PlacementContext {
    private final EngineCore core;
    private final TaskToPlace task;
    private final int index;
    private final RandomSource random;
    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    Turn(EngineCore core, TaskToPlace task, int index, RandomSource random) {
        this.core = core;
        this.task = task;
        this.index = index;
        this.random = random;
    }

    @Override
    public TaskToPlace task() {
        return task;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public List<Candidate> cluster() {
        return core.cluster();
    }

    @Override
    public long countedTasks(String attribute, String value) {
        return counts.computeIfAbsent(attribute, name -> core.countedTasks(task.group(), name))
                .getOrDefault(value, 0L);
    }

    @Override
    public RandomSource random() {
        return random;
    }
}
