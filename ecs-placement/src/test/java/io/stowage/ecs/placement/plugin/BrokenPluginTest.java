package io.stowage.ecs.placement.plugin;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stowage.ecs.placement.PlacementDecision;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementListener;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.ScaleInRequest;
import io.stowage.ecs.placement.StopDecision;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plug-ins that throw or answer nonsense: the failure names them, and the session stays as it was. */
class BrokenPluginTest {
    private static final PlacementRequest REQUEST = web(task(100, 100))
            .count(4)
            .placementConstraints(List.of(constraint("odd", "x")))
            .placementStrategy(List.of(strategy("odd", "x")))
            .build();

    /** A constraint that is fine but for what a test changes. */
    static class Constraint implements ConstraintPlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("odd", "Passes.");
        }

        @Override
        public Check prepare(RuleDefinition definition) {
            return (candidate, context) -> refusal(candidate, context);
        }

        @Nullable
        Refusal refusal(Candidate candidate, PlacementContext context) {
            return null;
        }
    }

    /** A strategy likewise. */
    static class Strategy implements StrategyPlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("odd", "All are equal.");
        }

        @Override
        public Ranking prepare(RuleDefinition definition) {
            return new Ranking() {
                @Override
                public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                    return scores(context);
                }

                @Override
                public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                    return choice -> scores(context).of(choice.instance());
                }

                @Override
                public boolean terminal() {
                    return Strategy.this.terminal();
                }

                @Override
                public Set<DependsOn> dependsOn() {
                    return Strategy.this.dependsOn();
                }
            };
        }

        Scores<Candidate> scores(PlacementContext context) {
            return candidate -> Score.of(0);
        }

        boolean terminal() {
            return false;
        }

        Set<DependsOn> dependsOn() {
            return Set.of();
        }
    }

    /** A resource likewise. */
    static class Resource implements ResourcePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("ODD", "Enough of it.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            return ResourceNeed.amount(1, List.of());
        }

        @Override
        public List<Long> registered(InstanceSnapshot instance) {
            return List.of(100L);
        }
    }

    private static PlacementEngine.Builder fine() {
        return PlacementEngine.builder()
                .constraint(new Constraint())
                .strategy(new Strategy())
                .resource(new Resource());
    }

    private static PlacementEngine.Builder with(Constraint constraint) {
        return PlacementEngine.builder().constraint(constraint).strategy(new Strategy());
    }

    private static PlacementEngine.Builder with(Strategy strategy) {
        return PlacementEngine.builder().constraint(new Constraint()).strategy(strategy);
    }

    private static PlacementEngine.Builder with(Resource resource) {
        return PlacementEngine.builder()
                .constraint(new Constraint())
                .strategy(new Strategy())
                .resource(resource);
    }

    private static RuntimeException oops() {
        return new IllegalStateException("oops");
    }

    /** What a plug-in does that nobody checks for nulls. */
    private static <T> T nothing() {
        return null;
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken(
                        "constraint \"odd\" threw java.lang.IllegalStateException: oops",
                        () -> with(new Constraint() {
                            @Override
                            public Check prepare(RuleDefinition definition) {
                                throw oops();
                            }
                        })),
                broken(
                        "constraint \"odd\" answered null when asked for a check",
                        () -> with(new Constraint() {
                            @Override
                            public Check prepare(RuleDefinition definition) {
                                return nothing();
                            }
                        })),
                broken(
                        "constraint \"odd\" threw java.lang.IllegalStateException: oops",
                        () -> with(new Constraint() {
                            @Override
                            Refusal refusal(Candidate candidate, PlacementContext context) {
                                if (context.index() == 3) {
                                    throw oops();
                                }
                                return null;
                            }
                        })),
                broken(
                        "constraint \"odd\" threw java.lang.StackOverflowError",
                        () -> with(new Constraint() {
                            @Override
                            Refusal refusal(Candidate candidate, PlacementContext context) {
                                return context.index() < 2 ? null : refusal(candidate, context);
                            }
                        })),
                broken(
                        "strategy \"odd\" answered null when asked for scores",
                        () -> with(new Strategy() {
                            @Override
                            Scores<Candidate> scores(PlacementContext context) {
                                return nothing();
                            }
                        })),
                broken(
                        "strategy \"odd\" answered null when asked for the score of i-a",
                        () -> with(new Strategy() {
                            @Override
                            Scores<Candidate> scores(PlacementContext context) {
                                return context.index() < 2 ? candidate -> Score.of(1) : candidate -> nothing();
                            }
                        })),
                broken(
                        "strategy \"odd\" threw java.lang.IllegalArgumentException: NaN cannot",
                        () -> with(new Strategy() {
                            @Override
                            Scores<Candidate> scores(PlacementContext context) {
                                return candidate -> Score.of(0.0 / context.index());
                            }
                        })),
                broken(
                        "strategy \"odd\" threw java.lang.IllegalStateException: oops",
                        () -> with(new Strategy() {
                            @Override
                            boolean terminal() {
                                throw oops();
                            }
                        })),
                broken(
                        "strategy \"odd\" answered null when asked for what it depends on",
                        () -> with(new Strategy() {
                            @Override
                            Set<DependsOn> dependsOn() {
                                return nothing();
                            }
                        })),
                broken(
                        "resource \"ODD\" answered null when asked for the need of a task",
                        () -> with(new Resource() {
                            @Override
                            public ResourceNeed needed(TaskToPlace task) {
                                return nothing();
                            }
                        })),
                broken(
                        "resource \"ODD\" answered that a task needs 9223372036854775807",
                        () -> with(new Resource() {
                            @Override
                            public ResourceNeed needed(TaskToPlace task) {
                                return ResourceNeed.amount(Long.MAX_VALUE, List.of());
                            }
                        })),
                broken(
                        "tie-breaker nobody answered null when asked for a choice",
                        () -> fine().tieBreaker(new NamedTieBreaker("nobody", tied -> nothing()))),
                broken(
                        "tie-breaker stranger chose i-z, which is not among the tied [i-a, i-b]",
                        () -> fine().tieBreaker(
                                        new NamedTieBreaker("stranger", tied -> new Stranger(tied.get(0)).proxy()))),
                broken(
                        "random source",
                        () -> fine().random(seed -> bound -> bound).tieBreaker(TieBreaker.random())),
                broken("random source", () -> fine().random(seed -> nothing())),
                broken(
                        "threw java.lang.IllegalStateException: oops",
                        () -> fine().listener(decision -> {
                            if (decision.index() == 2) {
                                throw oops();
                            }
                        })));
    }

    private static Arguments broken(String message, Supplier<PlacementEngine.Builder> engine) {
        return Arguments.of(message, Named.of(message, engine));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("broken")
    void place_brokenPlugin_isNamedAndChangesNothing(String message, Supplier<PlacementEngine.Builder> builder) {
        PlacementSession session = builder.get().build().open(cluster(instance("i-a"), instance("i-b")));
        ClusterSnapshot before = session.snapshot();

        PluginException failure = catchThrowableOfType(PluginException.class, () -> session.place(REQUEST));

        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.plugin()).isNotEmpty();
        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void open_resourceThatAnswersNonsense_isNamed() {
        for (List<Long> amounts : List.of(List.of(-1L), Arrays.asList((Long) null), List.of(Long.MAX_VALUE))) {
            PlacementEngine engine = with(new Resource() {
                        @Override
                        public List<Long> registered(InstanceSnapshot instance) {
                            return amounts;
                        }
                    })
                    .build();

            assertThat(catchThrowableOfType(PluginException.class, () -> engine.open(cluster(instance("i-a")))))
                    .hasMessageContaining("resource \"ODD\"");
            PlacementSession session = engine.open(cluster());
            assertThat(catchThrowableOfType(
                            PluginException.class,
                            () -> session.register(instance("i-a").build())))
                    .hasMessageContaining("resource \"ODD\"");
            assertThat(session.snapshot().instances()).isEmpty();
        }
    }

    @Test
    void build_pluginWithoutCard_isNamedByItsClass() {
        PlacementEngine.Builder builder = PlacementEngine.builder().constraint(new Constraint() {
            @Override
            public PluginInfo info() {
                return nothing();
            }
        });

        assertThat(catchThrowableOfType(PluginException.class, builder::build))
                .hasMessageContaining(BrokenPluginTest.class.getName());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void explainAll_brokenPlugin_isNamedUnlessItIsAListener(String message, Supplier<PlacementEngine.Builder> builder) {
        PlacementSession session = builder.get().build().open(cluster(instance("i-a"), instance("i-b")));
        ClusterSnapshot before = session.snapshot();

        Throwable failure = catchThrowable(() -> session.explainAll(REQUEST));

        // Listeners hear nothing of an explanation, because nothing happens.
        PluginException ofPlace = catchThrowableOfType(PluginException.class, () -> session.place(REQUEST));
        if (ofPlace.plugin().startsWith("listener")) {
            assertThat(failure).isNull();
        } else {
            assertThat(failure).isInstanceOf(PluginException.class).hasMessageContaining(message);
        }
        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void scaleIn_brokenStrategy_stopsNothing() {
        PlacementSession session = with(new Strategy() {
                    @Override
                    Scores<Candidate> scores(PlacementContext context) {
                        if (context.index() == 2) {
                            throw oops();
                        }
                        return candidate -> Score.of(candidate.id());
                    }
                })
                .build()
                .open(cluster(instance("i-a"), instance("i-b")));
        session.place(web(task(1, 1)).count(5).build());
        ClusterSnapshot before = session.snapshot();

        assertThat(catchThrowableOfType(
                        PluginException.class,
                        () -> session.scaleIn(ScaleInRequest.builder("service:web", 4)
                                .placementStrategy(List.of(strategy("odd", null)))
                                .build())))
                .hasMessageContaining("strategy \"odd\"");
        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void scaleIn_brokenListener_stopsNothing() {
        PlacementListener broken = new PlacementListener() {
            @Override
            public void decided(PlacementDecision decision) {}

            @Override
            public void stopping(StopDecision decision) {
                if (decision.index() == 1) {
                    throw oops();
                }
            }
        };
        PlacementSession session =
                PlacementEngine.builder().listener(broken).build().open(cluster(instance("i-a")));
        session.place(web(task(1, 1)).count(3).build());
        ClusterSnapshot before = session.snapshot();

        assertThat(catchThrowableOfType(
                        PluginException.class,
                        () -> session.scaleIn(
                                ScaleInRequest.builder("service:web", 2).build())))
                .hasMessageContaining("listener");
        assertThat(session.snapshot()).isEqualTo(before);
    }

    @Test
    void place_pluginThatCallsTheSession_isStopped() {
        PlacementSession[] session = new PlacementSession[1];
        session[0] = with(new Constraint() {
                    @Override
                    Refusal refusal(Candidate candidate, PlacementContext context) {
                        session[0].drain(candidate.id());
                        return null;
                    }
                })
                .build()
                .open(cluster(instance("i-a")));

        assertThat(catchThrowableOfType(PluginException.class, () -> session[0].place(REQUEST)))
                .hasMessageContaining("the session is busy");
        assertThat(session[0].instance("i-a").orElseThrow().status()).isEqualTo("ACTIVE");
    }

    @Test
    void place_generatedNames_goOnAfterAFailure() {
        PlacementSession session = fine().build().open(cluster(instance("i-a")));
        PlacementSession other = fine().listener(decision -> {
                    if (decision.index() == 1) {
                        throw oops();
                    }
                })
                .build()
                .open(cluster(instance("i-a")));

        catchThrowableOfType(PluginException.class, () -> other.place(REQUEST));

        PlacementRequest one = web(task(1, 1)).build();
        assertThat(other.place(one).placements()).isEqualTo(session.place(one).placements());
    }

    /** A tie-breaker with a name. */
    record NamedTieBreaker(String name, Function<List<Candidate>, Candidate> rule) implements TieBreaker {
        @Override
        public Candidate choose(List<Candidate> tied, PlacementContext context) {
            return rule.apply(tied);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An instance that is none of the cluster. */
    record Stranger(Candidate model) {
        Candidate proxy() {
            return (Candidate) Proxy.newProxyInstance(
                    Candidate.class.getClassLoader(),
                    new Class<?>[] {Candidate.class},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "id" -> "i-z";
                        case "equals" -> self == arguments[0];
                        default -> method.invoke(model, arguments);
                    });
        }
    }
}
