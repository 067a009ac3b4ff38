package io.stowage.ecs.placement.internal.engine;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.RequestAccess;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.DependsOn;
import io.stowage.ecs.placement.plugin.PlacementContext;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests of the same rules share a plan, others do not, and nobody gets anything of another's request but the plan. */
class PlanCacheTest {
    private static final EngineConfig CONFIG = Configs.ofEcs();

    /** Another value for each member of a request that belongs to its rules. */
    private static final Map<String, UnaryOperator<PlacementRequest.Builder>> RULES = Map.ofEntries(
            Map.entry("taskDefinition", request -> request.taskDefinition(task(100, 201))),
            Map.entry("service", request -> request.service("web")),
            Map.entry("group", request -> request.group("another")),
            Map.entry(
                    "placementConstraints",
                    request -> request.placementConstraints(List.of(constraint("distinctInstance", null)))),
            Map.entry(
                    "placementStrategy",
                    request -> request.placementStrategy(List.of(strategy("spread", "instanceId")))),
            Map.entry(
                    "overrides",
                    request ->
                            request.overrides(TaskOverride.builder().cpu("256").build())),
            Map.entry("requiredAttributes", request -> request.requiredAttributes(List.of("rack"))),
            Map.entry("subnetAvailabilityZones", request -> request.subnetAvailabilityZones(List.of("z2"))),
            Map.entry("capacityProvider", request -> request.capacityProvider("spot")),
            Map.entry("launchType", request -> request.launchType(LaunchType.EXTERNAL)),
            Map.entry(
                    "capacityProviderStrategy",
                    request -> request.capacityProviderStrategy(List.of(CapacityProviderStrategyItem.builder()
                            .capacityProvider("spot")
                            .weight(1)
                            .build()))),
            Map.entry("apiLimits", request -> request.apiLimits(false)),
            Map.entry("platformCheck", request -> request.platformCheck(false)),
            Map.entry("derivesRequiredAttributes", request -> request.deriveRequiredAttributes(true)));

    /** Another value for each other member. */
    private static final Map<String, UnaryOperator<PlacementRequest.Builder>> OF_ONE_CALL = Map.of(
            "count", request -> request.count(2),
            "seed", request -> request.seed(7),
            "waitsForCapacity", request -> request.waitsForCapacity(true),
            "daemonServices",
                    request -> request.daemonServices(List.of(web(task(1, 1)).build())),
            "taskIds", request -> request.taskIds(List.of("t")),
            "createdAt", request -> request.createdAt(Instant.EPOCH));

    /** Made of new objects each time. */
    private static PlacementRequest.Builder request() {
        return PlacementRequest.builder(task(100, 200))
                .group(new String("batch".toCharArray()))
                .placementConstraints(List.of(constraint("memberOf", "attribute:rack !exists")))
                .placementStrategy(List.of(strategy("binpack", "memory")));
    }

    @Test
    void run_sameRequestAgain_givesThePlan() {
        PlanCache cache = new PlanCache(CONFIG);
        PlacementRequest request = request().build();

        assertThat(run(cache, request)).isSameAs(run(cache, request));
    }

    @Test
    void run_equalRequest_givesThePlan() {
        PlanCache cache = new PlanCache(CONFIG);

        assertThat(run(cache, request().build())).isSameAs(run(cache, request().build()));
    }

    /** A member that is new in a request, or in its rules, is in neither list, and this says so. */
    @Test
    void members_ofARequest_areRulesOrOfOneCall() {
        assertThat(members(RequestRules.class))
                .containsExactlyInAnyOrderElementsOf(with(RULES.keySet(), "hash", "kept"));
        // The group as it is written is for a builder that takes the service away.
        assertThat(members(PlacementRequest.class))
                .containsExactlyInAnyOrderElementsOf(with(OF_ONE_CALL.keySet(), "rules", "writtenGroup"));
    }

    private static List<String> members(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .map(Field::getName)
                .toList();
    }

    private static List<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).toList();
    }

    @Test
    void run_requestThatDiffersInARule_givesAnotherPlan() {
        RULES.forEach((name, change) -> {
            PlanCache cache = new PlanCache(CONFIG);
            PlacementRequest request = request().build();
            Plan plan = run(cache, request);

            for (PlacementRequest.Builder from : List.of(request(), request.toBuilder())) {
                PlacementRequest other = change.apply(from).build();

                assertThat(run(cache, other)).as(name).isNotSameAs(plan);
                assertThat(run(new PlanCache(CONFIG), other)).as(name).isNotSameAs(plan);
                assertThat(run(new PlanCache(CONFIG), other).request()).as(name).isSameAs(other);
                assertThat(run(cache, request().build())).as(name).isSameAs(plan);
            }
        });
    }

    private static Plan run(PlanCache cache, PlacementRequest request) {
        return cache.run(request, RequestAccess.rules(request));
    }

    @Test
    void run_requestThatDiffersInWhatIsOfOneCall_givesThePlan() {
        OF_ONE_CALL.forEach((name, change) -> {
            PlanCache cache = new PlanCache(CONFIG);
            Plan plan = run(cache, request().build());

            assertThat(run(cache, change.apply(request()).build())).as(name).isSameAs(plan);
        });
    }

    @Test
    void run_serviceWithAnotherGroup_givesThePlan() {
        PlanCache cache = new PlanCache(CONFIG);

        assertThat(run(cache, web(task(1, 1)).group("unused").build()))
                .isSameAs(run(cache, web(task(1, 1)).build()));
    }

    @Test
    void run_groupThatFollowsFromTheFamily_isTheSameWritten() {
        PlanCache cache = new PlanCache(CONFIG);
        PlacementRequest.Builder request = PlacementRequest.builder(task(1, 1));

        assertThat(run(cache, request.build()))
                .isSameAs(run(cache, request.group("family:app").build()))
                .isNotSameAs(run(cache, request.group("family:other").build()));
    }

    @Test
    void run_knownRulesWithAFault_saysTheFault() {
        PlanCache cache = new PlanCache(CONFIG);
        run(cache, request().build());

        for (PlacementRequest.Builder faulty : List.of(
                request().count(0),
                request().count(11),
                request().taskIds(List.of("a", "b")),
                request().count(2).taskIds(List.of("a", "a")))) {
            assertThatThrownBy(() -> run(cache, faulty.build()))
                    .isInstanceOf(PlacementRequestException.class)
                    .hasMessage(faultOf(faulty.build()));
        }
    }

    private static @Nullable String faultOf(PlacementRequest request) {
        try {
            PlanMaker.run(CONFIG, request);
            return null;
        } catch (PlacementRequestException e) {
            return e.getMessage();
        }
    }

    @Test
    void run_moreRequestsThanAreRemembered_staysRight() {
        PlanCache cache = new PlanCache(CONFIG);
        List<PlacementRequest> requests = IntStream.range(0, 9_000)
                .mapToObj(i -> web(task(1, 1 + i)).build())
                .toList();
        requests.forEach(request -> assertThat(run(cache, request).request()).isSameAs(request));

        requests.forEach(request -> assertThat(
                        run(cache, request).task().needs().memoryMib().amount())
                .isEqualTo(request.taskDefinition()
                        .containerDefinitions()
                        .get(0)
                        .memory()
                        .longValue()));
    }

    @Test
    void run_afterAFork_sharesWhatWasKnownAndNothingElse() {
        PlanCache cache = new PlanCache(CONFIG);
        Plan before = run(cache, request().build());
        PlanCache fork = cache.fork();

        assertThat(run(fork, request().build())).isSameAs(before);
        Plan ofFork = run(fork, web(task(1, 1)).build());
        Plan ofParent = run(cache, web(task(1, 1)).build());
        assertThat(ofFork).isNotSameAs(ofParent);
        assertThat(run(fork, web(task(1, 1)).build())).isSameAs(ofFork);
        assertThat(run(cache, web(task(1, 1)).build())).isSameAs(ofParent);
        assertThat(run(cache, request().build())).isSameAs(before);
    }

    private static ConstraintPlugin anywhere(Set<DependsOn> dependsOn) {
        return new ConstraintPlugin() {
            @Override
            public PluginInfo info() {
                return new PluginInfo("anywhere", "Refuses nothing.");
            }

            @Override
            public Check prepare(RuleDefinition definition) {
                return new Check() {
                    @Override
                    public @Nullable Refusal refusal(Candidate candidate, PlacementContext context) {
                        return null;
                    }

                    @Override
                    public Set<DependsOn> dependsOn() {
                        return dependsOn;
                    }
                };
            }
        };
    }

    @Test
    void run_rulesOfTheCallers_areReadyAgainIfTheyDoNotDependOnEverything() {
        PlacementRequest request = web(task(1, 1))
                .placementConstraints(List.of(constraint("anywhere", null)))
                .build();
        PlacementRequest equal = request.toBuilder().build();
        PlanCache known = new PlanCache(Configs.withConstraints(List.of(anywhere(Set.of(DependsOn.INSTANCE)))));
        PlanCache unknown = new PlanCache(Configs.withConstraints(List.of(anywhere(DependsOn.ANYTHING))));

        assertThat(run(known, equal)).isSameAs(run(known, request));
        assertThat(run(unknown, equal)).isNotSameAs(run(unknown, request));
        assertThat(run(unknown, request)).isNotSameAs(run(unknown, request));
    }

    @Test
    void ofProvider_isOnePlanForEachProviderOfAPlanThatIsRemembered() {
        PlanCache cache = new PlanCache(CONFIG);
        Plan plan = run(cache, request().build());
        Plan spot = cache.ofProvider(plan, "spot");

        assertThat(spot.pool().capacityProviders()).containsExactly("spot");
        assertThat(cache.ofProvider(plan, "spot")).isSameAs(spot);
        assertThat(cache.ofProvider(plan, "other").pool().capacityProviders()).containsExactly("other");
        assertThat(cache.ofProvider(run(cache, web(task(1, 1)).build()), "spot"))
                .isNotSameAs(spot);
        PlanCache open = new PlanCache(Configs.withConstraints(List.of(anywhere(DependsOn.ANYTHING))));
        Plan notRemembered = run(
                open,
                web(task(1, 1))
                        .placementConstraints(List.of(constraint("anywhere", null)))
                        .build());
        assertThat(open.ofProvider(notRemembered, "spot")).isNotSameAs(open.ofProvider(notRemembered, "spot"));
    }

    /** Each of them is answered as by a session that has seen no other. */
    @Test
    void place_requestsThatShareAPlan_keepTheirOwnCountSeedIdsTimesAndDaemons() {
        PlacementRequest.Builder shared =
                PlacementRequest.builder(task(100, 1000)).placementStrategy(List.of(strategy("random", null)));
        List<PlacementRequest> requests = List.of(
                shared.build(),
                shared.seed(1).count(3).build(),
                shared.seed(2).count(10).build(),
                shared.taskIds(IntStream.range(0, 10).mapToObj(i -> "t-" + i).toList())
                        .createdAt(Instant.EPOCH)
                        .build(),
                shared.taskIds(List.of()).createdAt(null).waitsForCapacity(true).build(),
                shared.waitsForCapacity(false)
                        .daemonServices(List.of(web(task(1, 2000)).build()))
                        .build());
        PlacementSession session =
                PlacementEngine.standard().open(cluster(instance("i-a"), instance("i-b"), instance("i-c")));
        for (PlacementRequest request : requests) {
            PlacementSession fresh = PlacementEngine.standard().open(session.snapshot());

            assertThat(session.explainAll(request))
                    .hasToString(fresh.explainAll(request).toString());
            PlacementResult result = session.place(request);

            assertThat(result.placements())
                    .extracting(placement -> placement.containerInstance())
                    .isEqualTo(fresh.place(request).placements().stream()
                            .map(placement -> placement.containerInstance())
                            .toList());
            assertThat(result.placements().size() + result.unplaced()).isEqualTo(request.count());
            assertThat(result.waiting()).isEqualTo(request.waitsForCapacity() ? result.unplaced() : 0);
            assertThat(result.placements())
                    .extracting(placement -> session.task(placement.taskId()).orElseThrow())
                    .extracting(TaskSnapshot::createdAt)
                    .allMatch(created ->
                            request.createdAt() == null ? created == null : created.equals(request.createdAt()));
            if (!request.taskIds().isEmpty()) {
                assertThat(result.placements())
                        .extracting(placement -> placement.taskId())
                        .isEqualTo(
                                request.taskIds().subList(0, result.placements().size()));
            }
            result.placements().forEach(placement -> session.stop(placement.taskId()));
        }
    }
}
