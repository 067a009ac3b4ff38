package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One decision of a request. Counts are kept while it lasts, because nothing changes before it is made. */
public final class Turn implements PlacementContext {
    private final Turns turns;
    private int index;
    private @Nullable Map<String, Map<String, Long>> counts;

    /** A decision with numbers that are not those of a request. */
    Turn(EngineCore core, TaskToPlace task, int index, RandomSource random) {
        this(new Turns(core, task, random), index);
    }

    Turn(Turns turns, int index) {
        this.turns = turns;
        this.index = index;
    }

    /** The next decision, by the same object: for rules that keep none. */
    Turn next(int indexOfNext) {
        index = indexOfNext;
        counts = null;
        return this;
    }

    @Override
    public TaskToPlace task() {
        return turns.task();
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public List<Candidate> cluster() {
        return turns.core().cluster();
    }

    @Override
    public long countedTasks(String attribute, String value) {
        Map<String, Map<String, Long>> known = counts;
        if (known == null) {
            known = new HashMap<>();
            counts = known;
        }
        return known.computeIfAbsent(attribute, name -> turns.core().countedTasks(task().group(), name))
                .getOrDefault(value, 0L);
    }

    @Override
    public RandomSource random() {
        return turns.random();
    }
}
