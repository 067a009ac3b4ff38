package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import io.stowage.ecs.placement.plugin.UnusableRuleException;
import io.stowage.ecs.placement.snapshot.HeldResources;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The strategy {@code binpack}: the instance with the least left of the resource, as an absolute amount. A task is stopped where most is
 * left afterwards. Besides CPU and memory it takes the custom resources that the engine was given, summed over their devices.
 */
final class Binpack implements StrategyPlugin {
    private final List<String> resources;

    Binpack(List<String> resources) {
        this.resources = resources;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("binpack", "Onto the instance with the least left of a resource.");
    }

    @Override
    public Ranking prepare(RuleDefinition definition) throws UnusableRuleException {
        String field = definition.argument() == null ? "" : definition.argument();
        if (field.equalsIgnoreCase("cpu")) {
            return new By(Resource.CPU, " CPU units", Candidate::freeCpuUnits, HeldResources::cpuUnits);
        }
        if (field.equalsIgnoreCase("memory")) {
            return new By(Resource.MEMORY, " MiB", Candidate::freeMemoryMib, HeldResources::memoryMib);
        }
        for (String resource : resources) {
            if (field.equalsIgnoreCase(resource)) {
                return new By(
                        Resource.OTHER,
                        " " + resource,
                        instance -> sum(instance.free(resource)),
                        held -> sum(held.others().getOrDefault(resource, List.of())));
            }
        }
        String more = resources.isEmpty() ? "" : ", or " + String.join(", ", resources);
        throw new UnusableRuleException(
                "request.strategy-field", "field", StrategyFields.problem(field, "cpu or memory" + more));
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    /** What it goes by. */
    enum Resource {
        CPU,
        MEMORY,
        OTHER
    }

    /** The strategy of one request. */
    record By(Resource resource, String unit, ToLongFunction<Candidate> free, ToLongFunction<HeldResources> held)
            implements Ranking {
        @Override
        public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
            return new Scores<>() {
                @Override
                public Score of(Candidate choice) {
                    return Score.of(free.applyAsLong(choice));
                }

                @Override
                public String because(Candidate choice) {
                    return "least left: " + of(choice) + unit;
                }

                @Override
                public String value(Candidate choice) {
                    return of(choice) + unit + " left";
                }
            };
        }

        @Override
        public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
            return new Scores<>() {
                @Override
                public Score of(RunningTask choice) {
                    return Score.of(stopScore(choice));
                }

                @Override
                public String because(RunningTask choice) {
                    return "most left afterwards: " + afterwards(choice) + unit;
                }
            };
        }

        /** The score of a task that may be stopped: the lower, the sooner. */
        long stopScore(RunningTask choice) {
            return -afterwards(choice);
        }

        private long afterwards(RunningTask choice) {
            return free.applyAsLong(choice.instance())
                    + held.applyAsLong(choice.task().held());
        }

        @Override
        public Set<DependsOn> dependsOn() {
            return Set.of(DependsOn.FREE_RESOURCES);
        }
    }
}
