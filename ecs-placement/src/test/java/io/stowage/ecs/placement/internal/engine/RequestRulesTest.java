package io.stowage.ecs.placement.internal.engine;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.Quota;
import io.stowage.ecs.placement.Quotas;
import io.stowage.ecs.placement.RequestAccess;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.plugin.TieBreaker;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request keeps serves every session of an engine, and none of another that would make something else of it. */
class RequestRulesTest {
    private static final EngineConfig CONFIG = Configs.ofEcs();
    private static final ClusterSnapshot CLUSTER = cluster(instance("i-a"), instance("i-b"), instance("i-c"));

    private static PlacementRequest.Builder request() {
        return web(task(100, 200)).placementStrategy(List.of(strategy("binpack", "memory")));
    }

    private static Plan plan(EngineConfig config, PlacementRequest request) {
        return new PlanCache(config).run(request, RequestAccess.rules(request));
    }

    @Test
    void build_noRuleSetAnew_sharesTheRules() {
        PlacementRequest request = request().build();
        PlacementRequest other = request.toBuilder()
                .count(5)
                .seed(3)
                .waitsForCapacity(true)
                .taskIds(List.of("t"))
                .build();

        assertThat(RequestAccess.rules(other)).isSameAs(RequestAccess.rules(request));
        assertThat(other.count()).isEqualTo(5);
        assertThat(other.service()).isEqualTo("web");
    }

    @Test
    void build_againAfterARuleWasSet_leavesTheFirstAsItWas() {
        PlacementRequest.Builder builder = request();
        PlacementRequest first = builder.build();
        PlacementRequest second = builder.service("other").build();

        assertThat(first.group()).isEqualTo("service:web");
        assertThat(second.group()).isEqualTo("service:other");
        assertThat(RequestAccess.rules(first)).isNotEqualTo(RequestAccess.rules(second));
    }

    @Test
    void build_serviceTakenAway_hasTheGroupThatWasWritten() {
        PlacementRequest request = request().group("batch").build();

        assertThat(request.group()).isEqualTo("service:web");
        assertThat(request.toBuilder().service(null).build().group()).isEqualTo("batch");
    }

    @Test
    void plan_ofAnotherSessionOfTheEngine_isShared() {
        PlacementRequest request = request().build();

        assertThat(plan(CONFIG, request.toBuilder().build()))
                .isSameAs(plan(CONFIG, request))
                .isSameAs(plan(CONFIG.withoutListeners(), request));
    }

    @Test
    void plan_ofAnotherSession_isCheckedForThisCall() {
        PlacementRequest request = request().build();
        plan(CONFIG, request);

        assertThatThrownBy(() -> plan(CONFIG, request.toBuilder().count(0).build()))
                .isInstanceOf(PlacementRequestException.class);
        assertThatThrownBy(() -> plan(
                        CONFIG, request.toBuilder().taskIds(List.of("a", "b")).build()))
                .isInstanceOf(PlacementRequestException.class);
    }

    @Test
    void plan_ofARequestWithMuchOfItsOwn_isNotKept() {
        PlacementRequest request = request().build();
        plan(CONFIG, request.toBuilder().taskIds(List.of("t")).build());
        assertThat(plan(CONFIG, request).request()).isSameAs(request);

        PlacementRequest other = request().build();
        plan(CONFIG, other.toBuilder().daemonServices(List.of(request)).build());
        assertThat(plan(CONFIG, other).request()).isSameAs(other);
    }

    @Test
    void plan_ofAnotherEngine_isMadeAnew() {
        PlacementRequest request = request().build();
        List<EngineConfig> configs = List.of(
                CONFIG,
                Configs.with((candidates, context) -> candidates.get(0)),
                Configs.withConstraints(List.of(only("i-b"))),
                Configs.withResources(licenses()));

        for (int round = 0; round < 2; round++) {
            List<Plan> plans = new ArrayList<>();
            configs.forEach(config -> plans.add(plan(config, request)));
            assertThat(plans).doesNotHaveDuplicates();
            assertThat(plans)
                    .extracting(Plan::tieBreaker)
                    .containsExactly(
                            configs.stream().map(EngineConfig::tieBreaker).toArray(TieBreaker[]::new));
            assertThat(plans).extracting(plan -> plan.customNeeds().size()).containsExactly(0, 0, 0, 1);
        }
    }

    /** Codes of callers may have been written for one session at a time. */
    @Test
    void plan_withRulesOfTheCallers_isNotKept() {
        EngineConfig own = Configs.withConstraints(List.of(only("i-b")));
        PlacementRequest request = request()
                .placementConstraints(List.of(constraint("only", null)))
                .build();
        EngineConfig resources = Configs.withResources(licenses());
        PlacementRequest licensed = request().build();

        assertThat(plan(own, request)).isNotSameAs(plan(own, request));
        assertThat(plan(resources, licensed)).isNotSameAs(plan(resources, licensed));
    }

    /** One request object, engines that make different things of it, many sessions at once. */
    @Test
    void place_oneRequestInManyEnginesAndThreads_isAnsweredByEachInItsOwnWay() throws Exception {
        PlacementRequest request = PlacementRequest.builder(task(100, 200))
                .count(2)
                .placementConstraints(List.of(constraint("only", null)))
                .placementStrategy(List.of(strategy("binpack", "memory")))
                .build();
        Map<String, PlacementEngine> engines = Map.of(
                "[i-a, i-a]", PlacementEngine.builder().constraint(only("i-a")).build(),
                "[i-b, i-b]", PlacementEngine.builder().constraint(only("i-b")).build(),
                "unknown", PlacementEngine.standard(),
                "too many",
                        PlacementEngine.builder()
                                .constraint(only("i-c"))
                                .quotas(Quotas.current()
                                        .with(Quota.TASKS_PER_RUN_TASK, 1, YearMonth.of(2024, 1), "test"))
                                .build());
        PlacementRequest plain = request.toBuilder()
                .placementConstraints(List.of(constraint("memberOf", "attribute:ecs.availability-zone exists")))
                .build();
        Map<String, PlacementEngine> plainEngines = Map.of(
                "[i-a, i-a]", PlacementEngine.standard(),
                "[i-c, i-c]",
                        PlacementEngine.builder()
                                .tieBreaker((candidates, context) -> candidates.get(candidates.size() - 1))
                                .build(),
                "too many", engines.get("too many"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int round = 0; round < 200; round++) {
                engines.forEach((answer, engine) -> {
                    expected.add(answer);
                    calls.add(() -> answer(engine, request));
                });
                plainEngines.forEach((answer, engine) -> {
                    expected.add(answer);
                    calls.add(() -> answer(engine, plain));
                });
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(calls)) {
                answers.add(get(answer));
            }
            assertThat(answers).isEqualTo(expected);
        } finally {
            threads.shutdown();
        }
    }

    private static String get(Future<String> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        }
    }

    private static String answer(PlacementEngine engine, PlacementRequest request) {
        try {
            return engine.place(CLUSTER, request).placements().stream()
                    .map(placement -> placement.containerInstance())
                    .toList()
                    .toString();
        } catch (PlacementRequestException e) {
            return e.getMessage().contains("count is") ? "too many" : "unknown";
        }
    }

    private static ConstraintPlugin only(String id) {
        return new ConstraintPlugin() {
            @Override
            public PluginInfo info() {
                return new PluginInfo("only", "One instance.");
            }

            @Override
            public Check prepare(RuleDefinition definition) {
                return new Check() {
                    @Override
                    public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
                        return candidate.id().equals(id) ? null : Refusal.because("ONLY", "is not " + id, List.of());
                    }

                    @Override
                    public Set<DependsOn> dependsOn() {
                        return Set.of(DependsOn.INSTANCE);
                    }
                };
            }
        };
    }

    private static ResourcePlugin licenses() {
        return new ResourcePlugin() {
            @Override
            public PluginInfo info() {
                return new PluginInfo("LICENSES", "Licences.");
            }

            @Override
            public List<Long> registered(InstanceSnapshot instance) {
                return List.of(10L);
            }

            @Override
            public ResourceNeed needed(TaskToPlace task) {
                return ResourceNeed.amount(1, List.of());
            }
        };
    }
}
