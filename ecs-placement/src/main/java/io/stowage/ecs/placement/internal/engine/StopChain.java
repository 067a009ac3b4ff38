package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.internal.engine.StopChoice.Count;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The strategies of a plan that stops tasks, if all are of ECS, up to the one that draws by lot. While a call chooses, nothing changes but
 * that tasks no longer count: what {@code binpack} goes by stays what it is, and the counts that {@code spread} goes by fall. So the scores
 * of a task are known from the start, or they rise: it only ever becomes a worse choice.
 */
final class StopChain {
    /** Of what lacks the attribute that a spread goes by: it goes first. */
    private static final long FIRST = Long.MIN_VALUE;

    private final List<Link> links;
    private final boolean byLot;

    private StopChain(List<Link> links, boolean byLot) {
        this.links = links;
        this.byLot = byLot;
    }

    /**
     * A strategy.
     *
     * @param binpack if it is one
     * @param attribute if it spreads over one; with neither it spreads over instances
     */
    private record Link(
            Binpack.@Nullable By binpack, @Nullable String attribute) {}

    /** The chain of a plan; null if a strategy is not one of ECS. */
    static @Nullable StopChain of(StopPlan plan) {
        List<Link> links = new ArrayList<>();
        for (Strategy strategy : plan.strategies()) {
            if (strategy.ranking() instanceof RandomChoice.ByLot) {
                return new StopChain(links, true);
            }
            if (strategy.ranking() instanceof Spread.Over spread) {
                links.add(new Link(null, spread.attribute()));
            } else if (strategy.ranking() instanceof Binpack.By binpack) {
                links.add(new Link(binpack, null));
            } else {
                return null;
            }
        }
        return new StopChain(links, false);
    }

    /** Whether what the strategies find equal is drawn from. */
    boolean isByLot() {
        return byLot;
    }

    /**
     * The tasks of a plan that may be stopped, none yet.
     *
     * @param tasks the books that say what they are
     */
    Choices choices(StopPlan plan, TaskList tasks) {
        return new Choices(plan, tasks);
    }

    /** Takes instances in one after the other. */
    final class Choices {
        private final StopPlan plan;
        private final TaskList tasks;
        private final List<StopChoice> choices = new ArrayList<>();
        private final List<Map<String, Count>> ofValues = new ArrayList<>();
        private int instances;

        private Choices(StopPlan plan, TaskList tasks) {
            this.plan = plan;
            this.tasks = tasks;
            links.forEach(link -> ofValues.add(new HashMap<>()));
        }

        /** Takes in what may be stopped of the tasks on an instance where so many of the group count. */
        void add(Node instance, int counted) {
            @Nullable Count[] counts = new Count[links.size()];
            for (int i = 0; i < counts.length; i++) {
                if (links.get(i).binpack == null) {
                    Count count = count(links.get(i).attribute, instance, instances, ofValues.get(i));
                    if (count != null) {
                        count.add(counted);
                    }
                    counts[i] = count;
                }
            }
            instances++;
            InstanceTasks there = instance.handles();
            for (int i = 0; i < there.size(); i++) {
                int handle = there.get(i);
                // Tasks of other groups are passed over without being put together.
                if (tasks.isCounted(handle) && plan.task().group().equals(tasks.group(handle))) {
                    add(handle, tasks.get(handle), instance, counts);
                }
            }
        }

        private void add(int handle, TaskSnapshot task, Candidate instance, @Nullable Count[] counts) {
            if (plan.mayStop(task, instance)) {
                choices.add(new StopChoice(handle, task, counts, scores(new RunningTask(task, instance))));
            }
        }

        /** The tasks of all instances that were taken in, in no order. */
        List<StopChoice> all() {
            return choices;
        }
    }

    /** What the tasks of an instance count in; null if it lacks the attribute. */
    private static @Nullable Count count(
            @Nullable String attribute, Candidate instance, int number, Map<String, Count> ofValues) {
        if (attribute == null) {
            return new Count(number);
        }
        String value = instance.attributeValue(attribute);
        return value == null ? null : ofValues.computeIfAbsent(value, any -> new Count(ofValues.size()));
    }

    /** What of its scores stays what it is. */
    private long[] scores(RunningTask choice) {
        long[] scores = new long[links.size()];
        for (int i = 0; i < scores.length; i++) {
            Binpack.By binpack = links.get(i).binpack;
            scores[i] = binpack == null ? FIRST : binpack.stopScore(choice);
        }
        return scores;
    }
}
