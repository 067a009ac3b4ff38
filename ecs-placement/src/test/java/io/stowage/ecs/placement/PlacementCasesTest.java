package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.explain.InstanceExplanation;
import io.stowage.ecs.placement.internal.engine.EngineConfig;
import io.stowage.ecs.placement.internal.engine.EngineCore;
import io.stowage.ecs.placement.internal.engine.ExhaustiveCore;
import io.stowage.ecs.placement.internal.engine.IndexedCore;
import io.stowage.ecs.placement.internal.engine.Scheduler;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The cases of the domain reference on both engines: run-task and services, StartTask, scale-in, daemons, capacity providers, rebalancing.
 */
class PlacementCasesTest {
    static Stream<Arguments> cases() {
        return PlacementCases.all()
                .flatMap(one -> Stream.of(Engine.values())
                        .map(engine -> Arguments.of(
                                Named.of(
                                        one.get("id").asString() + " "
                                                + one.get("title").asString(),
                                        one),
                                engine)));
    }

    /** The engines. */
    enum Engine {
        EXHAUSTIVE,
        INDEXED;

        PlacementSession open(ClusterSnapshot cluster) {
            EngineConfig config = AgreementPlugins.config(0);
            EngineCore core =
                    this == INDEXED ? new IndexedCore(cluster, List.of()) : new ExhaustiveCore(cluster, List.of());
            return new PlacementSession(new Scheduler(config, core));
        }
    }

    @Test
    void caseFile_kinds_areAllRun() {
        Map<String, Long> kinds = PlacementCases.all()
                .collect(Collectors.groupingBy(one -> one.get("kind").asString(), Collectors.counting()));

        assertThat(kinds)
                .isEqualTo(Map.of("run", 44L, "start", 1L, "stop", 4L, "daemon", 1L, "capacity", 3L, "rebalance", 2L));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void case_ofAnyKind_givesWhatIsExpected(JsonNode one, Engine engine) {
        Supplier<PlacementSession> session = () -> engine.open(PlacementCases.cluster(one.get("cluster")));
        String kind = one.get("kind").asString();
        switch (kind) {
            case "run" -> run(one, session);
            case "start" -> start(one, session);
            case "stop" -> stop(one, session);
            case "daemon" -> daemon(one, session);
            case "capacity" -> capacity(one);
            case "rebalance" -> rebalance(one, session);
            default -> throw new AssertionError("no test for cases of kind " + kind);
        }
    }

    private static void run(JsonNode one, Supplier<PlacementSession> session) {
        JsonNode expect = one.get("expect");
        PlacementSession placing = session.get();

        PlacementResult result = placing.place(PlacementCases.request(one));

        assertThat(expect.propertyNames())
                .isSubsetOf("error", "allowedFirst", "placements", "unplaced", "failures", "remaining");
        if (expect.has("error")) {
            assertThat(result.error()).isEqualTo(expect.get("error").asString());
            assertThat(result.placements()).isEmpty();
            return;
        }
        assertThat(result.error()).isNull();
        if (expect.has("allowedFirst")) {
            assertThat(on(result.placements()).get(0)).isIn(texts(expect.get("allowedFirst")));
        }
        if (expect.has("placements")) {
            assertThat(on(result.placements())).isEqualTo(texts(expect.get("placements")));
            assertThat(result.unplaced()).isEqualTo(expect.get("unplaced").asInt());
            assertFailures(result.failures(), expect);
            expect.get("remaining").propertyStream().forEach(entry -> {
                InstanceSnapshot after = placing.instance(entry.getKey()).orElseThrow();
                assertThat(after.remaining().cpuUnits())
                        .isEqualTo(entry.getValue().get("cpu").asLong());
                assertThat(after.remaining().memoryMib())
                        .isEqualTo(entry.getValue().get("memory").asLong());
            });
        }
    }

    static Stream<Arguments> runCases() {
        return cases().filter(one -> ((Named<?>) one.get()[0]).getPayload() instanceof JsonNode node
                && node.get("kind").asString().equals("run"));
    }

    @ParameterizedTest
    @MethodSource("runCases")
    void explainAll_ofACase_saysWhatIsExpected(JsonNode one, Engine engine) {
        JsonNode expect = one.get("expect");

        List<Explanation> all =
                engine.open(PlacementCases.cluster(one.get("cluster"))).explainAll(PlacementCases.request(one));

        Explanation last = all.get(all.size() - 1);
        assertThat(last.error())
                .isEqualTo(expect.has("error") ? expect.get("error").asString() : null);
        if (expect.has("allowedFirst")) {
            assertThat(all.get(0).containerInstance().orElseThrow()).isIn(texts(expect.get("allowedFirst")));
        }
        if (expect.has("placements")) {
            assertThat(all.stream()
                            .flatMap(task -> task.containerInstance().stream())
                            .toList())
                    .isEqualTo(texts(expect.get("placements")));
            List<InstanceExplanation> refusing = last.containerInstance().isPresent()
                    ? List.of()
                    : last.instances().stream()
                            .filter(InstanceExplanation::considered)
                            .toList();
            assertThat(refusing.stream()
                            .map(instance -> instance.containerInstance() + " "
                                    + instance.failures().get(0).reason())
                            .toList())
                    .isEqualTo(failures(expect));
        }
    }

    private static void start(JsonNode one, Supplier<PlacementSession> session) {
        JsonNode expect = one.get("expect");

        StartResult result = session.get()
                .start(PlacementCases.request(one), texts(one.get("request").get("containerInstances")));

        assertThat(expect.propertyNames()).containsExactlyInAnyOrder("placements", "failures");
        assertThat(on(result.placements())).isEqualTo(texts(expect.get("placements")));
        assertFailures(result.failures(), expect);
    }

    private static void stop(JsonNode one, Supplier<PlacementSession> session) {
        JsonNode request = one.get("request");
        JsonNode expect = one.get("expect");
        int count = request.get("count").asInt();

        ScaleInResult result = session.get()
                .scaleIn(ScaleInRequest.builder(request.get("group").asString(), count)
                        .placementStrategy(PlacementCases.strategies(request))
                        .build());

        assertThat(expect.propertyNames()).containsExactly("stopped");
        assertThat(ids(result.stopped())).isEqualTo(texts(expect.get("stopped")));
        assertThat(result.notStopped()).isEqualTo(count - expect.get("stopped").size());
    }

    private static void daemon(JsonNode one, Supplier<PlacementSession> session) {
        JsonNode expect = one.get("expect");

        DaemonResult result = session.get().daemon(PlacementCases.request(one));

        assertThat(expect.propertyNames()).containsExactlyInAnyOrder("placements", "stopped", "failures");
        assertThat(on(result.placements())).isEqualTo(texts(expect.get("placements")));
        assertThat(ids(result.stopped())).isEqualTo(texts(expect.get("stopped")));
        assertFailures(result.failures(), expect);
    }

    private static void capacity(JsonNode one) {
        JsonNode request = one.get("request");

        List<String> assigned = CapacityProviderDistribution.assign(
                request.get("count").asInt(),
                PlacementCases.capacityProviderStrategy(request),
                Map.of(),
                Quotas.current());

        assertThat(one.get("expect").propertyNames()).containsExactly("assignment");
        assertThat(assigned).isEqualTo(texts(one.get("expect").get("assignment")));
    }

    private static void rebalance(JsonNode one, Supplier<PlacementSession> session) {
        RebalanceResult result = session.get().rebalance(PlacementCases.request(one), Integer.MAX_VALUE);

        List<String> steps = new ArrayList<>();
        result.steps()
                .forEach(step -> steps.add("start " + step.started().containerInstance() + " stop "
                        + step.stopped().taskId()));
        if (result.startFailedIn() != null) {
            steps.add("start failed in " + result.startFailedIn());
        }
        assertThat(one.get("expect").propertyNames()).containsExactly("steps");
        assertThat(steps)
                .isEqualTo(one.get("expect")
                        .get("steps")
                        .valueStream()
                        .map(step -> step.has("startFailedIn")
                                ? "start failed in " + step.get("startFailedIn").asString()
                                : "start " + step.get("start").asString() + " stop "
                                        + step.get("stop").asString())
                        .toList());
    }

    private static void assertFailures(List<PlacementFailure> failures, JsonNode expect) {
        assertThat(failures.stream()
                        .map(failure -> failure.containerInstance() + " " + failure.reason())
                        .toList())
                .isEqualTo(failures(expect));
    }

    private static List<String> failures(JsonNode expect) {
        return expect.get("failures")
                .valueStream()
                .map(failure -> failure.get("instance").asString() + " "
                        + failure.get("reason").asString())
                .toList();
    }

    private static List<String> on(List<Placement> placements) {
        return placements.stream().map(Placement::containerInstance).toList();
    }

    private static List<String> ids(List<StoppedTask> stopped) {
        return stopped.stream().map(StoppedTask::taskId).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
