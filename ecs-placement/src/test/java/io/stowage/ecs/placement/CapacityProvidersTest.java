package io.stowage.ecs.placement;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapacityProvidersTest {
    private static final PlacementEngine ENGINE = PlacementEngine.standard();
    private static final List<CapacityProviderStrategyItem> EVEN = List.of(item("od", 1, null), item("spot", 1, null));

    private static CapacityProviderStrategyItem item(String name, @Nullable Integer weight, @Nullable Integer base) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(name)
                .weight(weight)
                .base(base)
                .build();
    }

    private static List<String> assign(int count, Map<String, Integer> running, CapacityProviderStrategyItem... items) {
        return CapacityProviderDistribution.assign(count, List.of(items), running, Quotas.current());
    }

    @Test
    void assign_baseAndWeights_giveTheDocumentedTotals() {
        List<String> assigned = assign(10, Map.of(), item("a", 1, 2), item("b", 3, null));

        assertThat(Collections.frequency(assigned, "a")).isEqualTo(4);
        assertThat(Collections.frequency(assigned, "b")).isEqualTo(6);
    }

    @Test
    void assign_runningTasks_areMadeUpFor() {
        assertThat(assign(3, Map.of("a", 3), item("a", 1, null), item("b", 1, null)))
                .containsExactly("b", "b", "b");
    }

    @Test
    void assign_oneProviderWithoutWeight_takesAll() {
        assertThat(assign(2, Map.of(), item("a", null, null))).containsExactly("a", "a");
        assertThat(assign(0, Map.of(), item("a", null, null))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> assign(-1, Map.of(), item("a", null, null)));
    }

    @Test
    void problems_everythingWrong_isReportedAtOnce() {
        List<Diagnostic> problems = CapacityProviderDistribution.problems(
                List.of(item("FARGATE", 0, 1), item("a", 0, 2), item("a", 1001, -1), item("", -1, 100_001)),
                Quotas.current());

        assertThat(problems)
                .extracting(problem -> problem.id() + " " + problem.pointer())
                .containsExactly(
                        "request.capacity-provider-name /capacityProviderStrategy/2/capacityProvider",
                        "request.capacity-provider-base /capacityProviderStrategy/2/base",
                        "request.capacity-provider-weight /capacityProviderStrategy/2/weight",
                        "request.capacity-provider-name /capacityProviderStrategy/3/capacityProvider",
                        "request.capacity-provider-base /capacityProviderStrategy/3/base",
                        "request.capacity-provider-weight /capacityProviderStrategy/3/weight",
                        "request.more-than-one-base /capacityProviderStrategy",
                        "request.mixed-provider-types /capacityProviderStrategy");
        assertThat(CapacityProviderDistribution.problems(
                        List.of(item("a", 0, 1), item("b", null, null)), Quotas.current()))
                .extracting(Diagnostic::id)
                .containsExactly("request.all-weights-zero");
    }

    @Test
    void problems_numberOfProviders_dependsOnTheDate() {
        List<CapacityProviderStrategyItem> seven =
                IntStream.range(0, 7).mapToObj(i -> item("p" + i, 1, null)).toList();

        assertThat(CapacityProviderDistribution.problems(seven, Quotas.current()))
                .isEmpty();
        assertThat(CapacityProviderDistribution.problems(seven, Quotas.asOf(YearMonth.of(2024, 1))))
                .extracting(Diagnostic::message)
                .containsExactly("there are 7 capacity providers; 1 to 6 were expected");
    }

    @Test
    void place_strategyOverProviders_placesOnTheirInstances() {
        PlacementSession session = ENGINE.open(cluster(
                instance("i-a").capacityProvider("od"), instance("i-b").capacityProvider("spot"), instance("i-c")));
        PlacementRequest request =
                web(task(1, 1)).count(4).capacityProviderStrategy(EVEN).build();

        assertThat(on(session.place(request).placements())).containsExactly("i-a", "i-b", "i-a", "i-b");
        assertThat(session.task("service:web/placed-2").orElseThrow().capacityProvider())
                .isEqualTo("spot");
        session.stop("service:web/placed-1");
        session.stop("service:web/placed-3");
        assertThat(on(session.place(web(task(1, 1))
                                .count(2)
                                .capacityProviderStrategy(EVEN)
                                .build())
                        .placements()))
                .as("a service keeps its balance")
                .containsExactly("i-a", "i-a");
        assertThat(on(session.place(PlacementRequest.builder(task(1, 1))
                                .group("service:web")
                                .count(2)
                                .capacityProviderStrategy(EVEN)
                                .build())
                        .placements()))
                .as("run-task counts its own tasks only")
                .containsExactly("i-a", "i-b");
    }

    @Test
    void place_oneProviderFull_goesOnWithTheOther() {
        PlacementResult result = ENGINE.place(
                cluster(
                        instance("i-a").capacityProvider("od"),
                        instance("i-b").capacityProvider("spot").status("DRAINING")),
                web(task(1, 2000)).count(6).capacityProviderStrategy(EVEN).build());

        assertThat(on(result.placements())).containsExactly("i-a", "i-a");
        assertThat(result.unplaced()).isEqualTo(4);
        assertThat(result.error()).isEqualTo("No Container Instances were found in your capacity provider.");
        assertThat(result.failures()).extracting(PlacementFailure::reason).containsExactly("RESOURCE:MEMORY");
    }

    @Test
    void place_providerThatScales_letsTasksWait() {
        PlacementRequest.Builder request =
                web(task(1, 3000)).count(3).capacityProvider("od").waitsForCapacity(true);

        PlacementResult some = ENGINE.place(cluster(instance("i-a").capacityProvider("od")), request.build());
        PlacementResult none = ENGINE.place(cluster(), request.build());

        assertThat(some.placements()).hasSize(1);
        assertThat(some.waiting()).isEqualTo(2);
        assertThat(some.unplaced()).isEqualTo(2);
        assertThat(some.failures()).isEmpty();
        assertThat(none.waiting()).isEqualTo(3);
        assertThat(none.error()).isNull();
    }

    @Test
    void place_strategyBesideOtherPools_isRefused() {
        PlacementRequestException refused = catchThrowableOfType(
                PlacementRequestException.class,
                () -> ENGINE.place(
                        cluster(),
                        web(task(1, 1))
                                .capacityProvider("od")
                                .capacityProviderStrategy(List.of(item("a", 0, 0), item("b", 0, 0)))
                                .build()));

        assertThat(refused.faults())
                .extracting(fault -> fault.diagnostic().id())
                .containsExactly("request.launch-type", "request.all-weights-zero");
        assertThat(catchThrowableOfType(
                        PlacementRequestException.class,
                        () -> ENGINE.place(
                                cluster(),
                                web(task(1, 1))
                                        .launchType(LaunchType.EC2)
                                        .capacityProviderStrategy(EVEN)
                                        .build())))
                .hasMessageContaining("exclude each other");
    }
}
