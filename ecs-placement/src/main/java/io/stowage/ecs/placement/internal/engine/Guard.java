package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementDecision;
import io.stowage.ecs.placement.PlacementListener;
import io.stowage.ecs.placement.StopDecision;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginException;
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
import io.stowage.ecs.placement.plugin.UnusableRuleException;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the engine and what callers have written: whatever goes wrong there comes out as a {@link PluginException} with the name
 * of the plug-in, and no nonsense comes through.
 */
final class Guard {
    private final String plugin;

    private Guard(String plugin) {
        this.plugin = plugin;
    }

    private <T> T ask(String question, Supplier<? extends @Nullable T> call) {
        T answer = askNullable(call);
        if (answer == null) {
            throw new PluginException(plugin, "answered null when asked for " + question, null);
        }
        return answer;
    }

    private <T> @Nullable T askNullable(Supplier<? extends @Nullable T> call) {
        try {
            return call.get();
        } catch (PluginException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new PluginException(plugin, "threw " + e, e);
        }
    }

    private RuntimeException nonsense(String problem) {
        return new PluginException(plugin, problem, null);
    }

    private static PluginInfo card(Object plugin, Supplier<PluginInfo> info) {
        return new Guard(plugin.getClass().getName()).ask("its card", info);
    }

    private Set<DependsOn> dependsOn(Supplier<Set<DependsOn>> asked) {
        Set<DependsOn> answer = ask("what it depends on", asked);
        return ask("what it depends on", () -> Set.copyOf(answer));
    }

    static ConstraintPlugin constraint(ConstraintPlugin plugin) {
        PluginInfo info = card(plugin, plugin::info);
        Guard guard = new Guard("constraint \"" + info.name() + "\"");
        return new ConstraintPlugin() {
            @Override
            public PluginInfo info() {
                return info;
            }

            @Override
            public Check prepare(RuleDefinition definition) throws UnusableRuleException {
                Prepared<Check> prepared = guard.ask("a check", () -> Prepared.of(() -> plugin.prepare(definition)))
                        .orThrow();
                Check check = guard.ask("a check", prepared::value);
                Set<DependsOn> dependsOn = guard.dependsOn(check::dependsOn);
                return new Check() {
                    @Override
                    public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
                        return guard.askNullable(() -> check.refusal(candidate, context));
                    }

                    @Override
                    public Set<DependsOn> dependsOn() {
                        return dependsOn;
                    }
                };
            }
        };
    }

    static StrategyPlugin strategy(StrategyPlugin plugin) {
        PluginInfo info = card(plugin, plugin::info);
        Guard guard = new Guard("strategy \"" + info.name() + "\"");
        return new StrategyPlugin() {
            @Override
            public PluginInfo info() {
                return info;
            }

            @Override
            public Ranking prepare(RuleDefinition definition) throws UnusableRuleException {
                Prepared<Ranking> prepared = guard.ask("a ranking", () -> Prepared.of(() -> plugin.prepare(definition)))
                        .orThrow();
                return guard.ranking(guard.ask("a ranking", prepared::value));
            }
        };
    }

    private StrategyPlugin.Ranking ranking(StrategyPlugin.Ranking ranking) {
        Set<DependsOn> dependsOn = dependsOn(ranking::dependsOn);
        boolean terminal = ask("whether it is terminal", ranking::terminal);
        return new StrategyPlugin.Ranking() {
            @Override
            public StrategyPlugin.Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                return scores(ask("scores", () -> ranking.forPlacement(tied, context)));
            }

            @Override
            public StrategyPlugin.Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                return scores(ask("scores", () -> ranking.forStopping(tied, context)));
            }

            @Override
            public boolean terminal() {
                return terminal;
            }

            @Override
            public Set<DependsOn> dependsOn() {
                return dependsOn;
            }
        };
    }

    private <T> StrategyPlugin.Scores<T> scores(StrategyPlugin.Scores<T> scores) {
        return new StrategyPlugin.Scores<>() {
            @Override
            public Score of(T choice) {
                Score score = askNullable(() -> scores.of(choice));
                // Scores are what is asked most, so the question is put into words for an answer that is none.
                return score == null ? ask("the score of " + choice, () -> null) : score;
            }

            @Override
            public String because(T choice) {
                return ask("the reason of its score of " + choice, () -> scores.because(choice));
            }

            @Override
            public String value(T choice) {
                return ask("what it compares of " + choice, () -> scores.value(choice));
            }
        };
    }

    static ResourcePlugin resource(ResourcePlugin plugin) {
        PluginInfo info = card(plugin, plugin::info);
        Guard guard = new Guard("resource \"" + info.name() + "\"");
        return new ResourcePlugin() {
            @Override
            public PluginInfo info() {
                return info;
            }

            @Override
            public ResourceNeed needed(TaskToPlace task) {
                ResourceNeed need = guard.ask("the need of a task", () -> plugin.needed(task));
                if (need.amountEach() > InstanceResources.MOST) {
                    throw guard.nonsense("answered that a task needs " + need.amountEach() + "; at most "
                            + InstanceResources.MOST + " was expected");
                }
                return need;
            }

            @Override
            public List<Long> registered(InstanceSnapshot instance) {
                String question = "what " + instance.id() + " has registered";
                List<Long> answer = guard.ask(question, () -> plugin.registered(instance));
                List<Long> amounts = guard.ask(question, () -> List.copyOf(answer));
                for (long amount : amounts) {
                    if (amount < 0 || amount > InstanceResources.MOST) {
                        throw guard.nonsense("answered that " + instance.id() + " has registered " + amount + "; 0 to "
                                + InstanceResources.MOST + " was expected");
                    }
                }
                return amounts;
            }
        };
    }

    static TieBreaker tieBreaker(TieBreaker plugin) {
        Guard guard = new Guard("tie-breaker " + plugin);
        return new TieBreaker() {
            @Override
            public Candidate choose(List<Candidate> tied, PlacementContext context) {
                Candidate chosen = guard.ask("a choice", () -> plugin.choose(tied, context));
                if (!tied.contains(chosen)) {
                    throw guard.nonsense("chose " + chosen.id() + ", which is not among the tied " + tied);
                }
                return chosen;
            }

            @Override
            public String toString() {
                return plugin.toString();
            }
        };
    }

    static RandomSource.Factory random(RandomSource.Factory plugin) {
        RandomSource.Factory guarded = guarded(plugin);
        return plugin == RandomSource.splittable() ? new Splittable(guarded) : guarded;
    }

    /** The standard source, which has no answers but good ones. */
    record Splittable(RandomSource.Factory guarded) implements RandomSource.Factory {
        @Override
        public RandomSource of(long seed) {
            return guarded.of(seed);
        }
    }

    private static RandomSource.Factory guarded(RandomSource.Factory plugin) {
        Guard guard = new Guard("random source " + plugin);
        return seed -> {
            RandomSource source = guard.ask("a source", () -> plugin.of(seed));
            return bound -> {
                int drawn = guard.ask("a number", () -> source.nextInt(bound));
                if (drawn < 0 || drawn >= bound) {
                    throw guard.nonsense("drew " + drawn + "; 0 or more and less than " + bound + " was expected");
                }
                return drawn;
            };
        };
    }

    static PlacementListener listener(PlacementListener plugin) {
        Guard guard = new Guard("listener " + plugin);
        return new PlacementListener() {
            @Override
            public void decided(PlacementDecision decision) {
                guard.ask("nothing", () -> {
                    plugin.decided(decision);
                    return true;
                });
            }

            @Override
            public void stopping(StopDecision decision) {
                guard.ask("nothing", () -> {
                    plugin.stopping(decision);
                    return true;
                });
            }
        };
    }

    /** What a plug-in prepared, or its complaint about the request, which is no fault of the plug-in. */
    private record Prepared<T>(
            @Nullable T prepared, @Nullable UnusableRuleException complaint) {
        interface Preparation<T> {
            T prepare() throws UnusableRuleException;
        }

        static <T> Prepared<T> of(Preparation<T> preparation) {
            try {
                return new Prepared<>(preparation.prepare(), null);
            } catch (UnusableRuleException e) {
                return new Prepared<>(null, e);
            }
        }

        @Nullable
        T value() {
            return prepared;
        }

        Prepared<T> orThrow() throws UnusableRuleException {
            if (complaint != null) {
                throw complaint;
            }
            return this;
        }
    }
}
