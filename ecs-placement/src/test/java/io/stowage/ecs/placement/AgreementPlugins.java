package io.stowage.ecs.placement;

import io.stowage.ecs.placement.internal.engine.EngineConfig;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.RunningTask;
import io.stowage.ecs.placement.plugin.Score;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.plugin.TieBreaker;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/** Plug-ins that depend on each of the things that plug-ins can depend on. */
final class AgreementPlugins {
    /** The constraints among them. */
    static final List<String> CONSTRAINTS = List.of("even", "roomy", "few", "calm", "early");

    /** The strategies among them. */
    static final List<String> STRATEGIES = List.of("by-name", "by-room", "by-slices", "by-group", "by-tasks", "by-lot");

    private AgreementPlugins() {}

    /** How many kinds of engines there are. */
    static final int KINDS = 4;

    /** Whether an engine of the kind has plug-ins. */
    static boolean has(int kind) {
        return kind % 2 == 1;
    }

    /** ECS alone, or with plug-ins, and either with ties drawn by lot. */
    static EngineConfig config(int kind) {
        boolean plugins = has(kind);
        return EngineConfig.of(
                plugins ? constraints() : List.of(),
                plugins ? strategies() : List.of(),
                plugins ? List.of(new Licenses(), new Slices()) : List.of(),
                kind >= 2 ? TieBreaker.random() : TieBreaker.smallestId(),
                RandomSource.splittable(),
                List.of(),
                Quotas.current());
    }

    private static List<ConstraintPlugin> constraints() {
        return List.of(
                constraint(
                        "even", DependsOn.INSTANCE, (one, context) -> one.id().hashCode() % 2 == 0),
                constraint("roomy", DependsOn.FREE_RESOURCES, (one, context) -> one.freeMemoryMib() >= 512),
                constraint(
                        "few",
                        DependsOn.GROUP_COUNT,
                        (one, context) -> one.countedTasks(context.task().group()) < 2),
                constraint("calm", DependsOn.TASKS, (one, context) -> one.runningTasksCount() < 3),
                constraint("early", DependsOn.EVERYTHING, (one, context) -> context.index() < 3));
    }

    private static ConstraintPlugin constraint(
            String name, DependsOn dependsOn, BiPredicate<Candidate, PlacementContext> test) {
        return new ConstraintPlugin() {
            @Override
            public PluginInfo info() {
                return new PluginInfo(name, "For tests.");
            }

            @Override
            public Check prepare(RuleDefinition definition) {
                return new Check() {
                    @Override
                    public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
                        return test.test(candidate, context)
                                ? null
                                : Refusal.because("NOT_" + name, "is not " + name, List.of(definition.pointer()));
                    }

                    @Override
                    public Set<DependsOn> dependsOn() {
                        return Set.of(dependsOn);
                    }
                };
            }
        };
    }

    private static <T> StrategyPlugin.Scores<T> scores(Function<T, Score> score) {
        return new StrategyPlugin.Scores<>() {
            @Override
            public Score of(T choice) {
                return score.apply(choice);
            }

            @Override
            public String because(T choice) {
                return "for tests";
            }
        };
    }

    private static List<StrategyPlugin> strategies() {
        return List.of(
                new ByName(),
                new ByNumber("by-room", DependsOn.FREE_RESOURCES, (one, context) -> one.freeMemoryMib() / 512),
                new ByNumber(
                        "by-slices",
                        DependsOn.FREE_RESOURCES,
                        (one, context) -> one.free("SLICES").stream()
                                .filter(left -> left < 50)
                                .count()),
                new ByNumber(
                        "by-group",
                        DependsOn.GROUP_COUNT,
                        (one, context) -> -one.countedTasks(context.task().group())),
                new ByNumber("by-tasks", DependsOn.TASKS, (one, context) -> one.runningTasksCount() / 2),
                new ByLot());
    }

    private static final class ByNumber implements StrategyPlugin {
        private final String name;
        private final DependsOn dependsOn;
        private final ToLongBiFunction<Candidate, PlacementContext> number;

        ByNumber(String name, DependsOn dependsOn, ToLongBiFunction<Candidate, PlacementContext> number) {
            this.name = name;
            this.dependsOn = dependsOn;
            this.number = number;
        }

        @Override
        public PluginInfo info() {
            return new PluginInfo(name, "The least of something that changes.");
        }

        @Override
        public Ranking prepare(RuleDefinition definition) {
            return new Ranking() {
                @Override
                public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                    return scores(one -> Score.of(number.applyAsLong(one, context)));
                }

                @Override
                public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                    return scores(one -> Score.of(number.applyAsLong(one.instance(), context)));
                }

                @Override
                public Set<DependsOn> dependsOn() {
                    return Set.of(dependsOn);
                }
            };
        }
    }

    private static final class ByName implements StrategyPlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("by-name", "The last letter decides.");
        }

        @Override
        public Ranking prepare(RuleDefinition definition) {
            return new Ranking() {
                @Override
                public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                    return scores(one -> Score.of(one.id().substring(one.id().length() - 1)));
                }

                @Override
                public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                    return scores(one -> Score.of(one.task().id()));
                }

                @Override
                public Set<DependsOn> dependsOn() {
                    return Set.of(DependsOn.INSTANCE);
                }
            };
        }
    }

    private static final class ByLot implements StrategyPlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("by-lot", "Each gets a number.");
        }

        @Override
        public Ranking prepare(RuleDefinition definition) {
            return new Ranking() {
                @Override
                public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                    List<Integer> lots = new ArrayList<>();
                    tied.forEach(one -> lots.add(context.random().nextInt(4)));
                    return scores(one -> Score.of(lots.get(tied.indexOf(one))));
                }

                @Override
                public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                    return scores(one -> Score.of(0));
                }
            };
        }
    }

    /** Parts of devices: of one, of two, or nothing of two. */
    private static final class Slices implements ResourcePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("SLICES", "For tests.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            long memoryMib = task.needs().memoryMib().amount();
            return memoryMib % 3 == 0
                    ? ResourceNeed.NONE
                    : new ResourceNeed(
                            (int) (memoryMib % 3),
                            task.needs().cpuUnits().amount() % 512 == 0 ? 0 : 30,
                            List.of("/taskDefinition"));
        }

        @Override
        public List<Long> registered(InstanceSnapshot instance) {
            return instance.id().hashCode() % 3 == 0 ? List.of() : List.of(100L, 50L, 30L);
        }
    }

    private static final class Licenses implements ResourcePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("LICENSES", "For tests.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            return ResourceNeed.amount(task.needs().cpuUnits().amount() == 512 ? 1 : 0, List.of());
        }

        @Override
        public List<Long> registered(InstanceSnapshot instance) {
            return List.of(2L);
        }
    }
}
