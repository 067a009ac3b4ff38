package io.stowage.ecs.placement;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The closest match, the words of ECS, and the figures behind the limits. */
class OutcomeTest {
    private static final PlacementRequest REQUEST =
            web(task(container(1000, 1000).portMappings(List.of(port(80))))).build();

    private static InstanceSnapshotBuilder having(String id, long cpuUnits, long memoryMib) {
        return instance(id).remaining(InstanceResources.of(cpuUnits, memoryMib));
    }

    private static PlacementResult place(InstanceSnapshotBuilder... instances) {
        return PlacementEngine.standard().place(cluster(instances), REQUEST);
    }

    @Test
    void closestMatch_latestFailedCheck_wins() {
        PlacementResult result = place(
                instance("i-a").agentConnected(false),
                having("i-b", 999, 4000),
                having("i-c", 4000, 1),
                instance("i-d").agentConnected(false));

        assertThat(result.closestMatch()).isEqualTo(result.failures().get(2));
        assertThat(result.closestMatch().containerInstance()).isEqualTo("i-c");
    }

    @Test
    void closestMatch_sameCheck_goesByTheSmallestLackThenById() {
        assertThat(place(having("i-a", 500, 0), having("i-b", 900, 0), having("i-c", 900, 0))
                        .closestMatch()
                        .containerInstance())
                .isEqualTo("i-b");
        assertThat(place(having("i-a", 4000, -5000), having("i-b", 4000, -9000))
                        .closestMatch()
                        .containerInstance())
                .as("what lacks all lacks no more than that")
                .isEqualTo("i-a");
    }

    @Test
    void closestMatch_everythingPlaced_isNone() {
        PlacementResult result = place(instance("i-a"));

        assertThat(result.closestMatch()).isNull();
        assertThat(result.serviceEvent("web")).isEmpty();
    }

    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of(instance("i-a").agentConnected(false), "encountered error \"AGENT\""),
                Arguments.of(having("i-a", 1, 4000), "has insufficient CPU units available"),
                Arguments.of(having("i-a", 4000, 1), "has insufficient memory available"),
                Arguments.of(
                        instance("i-a").takenPorts(TakenPorts.of(List.of(80), List.of())),
                        "is already using a port required by your task"),
                Arguments.of(instance("i-a"), "is missing an attribute required by your task"),
                Arguments.of(
                        instance("i-a").attribute("needed", ""),
                        "encountered error \"MemberOf placement constraint unsatisfied.\""));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void serviceEvent_ofEachCause_usesTheWordsOfEcs(InstanceSnapshotBuilder instance, String cause) {
        PlacementRequest.Builder request = web(task(container(1000, 1000).portMappings(List.of(port(80)))));
        if (cause.contains("attribute") || cause.contains("MemberOf")) {
            request.requiredAttributes(List.of("needed"))
                    .placementConstraints(List.of(constraint("memberOf", "attribute:nope exists")));
        }
        ClusterSnapshot cluster =
                cluster(instance.id("arn:aws:ecs:us-east-1:123456789012:container-instance/shop/0a1b"));

        assertThat(PlacementEngine.standard().place(cluster, request.build()).serviceEvent("web"))
                .contains("(service web) was unable to place a task because no container instance met all of its "
                        + "requirements. The closest matching (container-instance 0a1b) " + cause
                        + ". For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.");
    }

    @Test
    void serviceEvent_emptyPool_givesTheError() {
        assertThat(place().serviceEvent("web").orElseThrow())
                .contains("requirements. Reason: No Container Instances were found in your cluster. For more");
    }

    @ParameterizedTest
    @EnumSource
    void quota_each_hasAFigureWithDateAndSource(Quota quota) {
        Quotas.Figure figure = Quotas.current().figure(quota);

        assertThat(figure.value()).isPositive().isEqualTo(Quotas.current().value(quota));
        assertThat(figure.month()).isBetween(YearMonth.of(2014, 11), YearMonth.of(2026, 12));
        assertThat(figure.source()).isNotBlank();
    }

    @Test
    void quotas_ofAnEarlierMonth_areTheOnesInForceThen() {
        assertThat(Quotas.asOf(YearMonth.of(2022, 12)).value(Quota.PROVISIONING_TASKS_PER_CLUSTER))
                .isEqualTo(300);
        assertThat(Quotas.current().value(Quota.PROVISIONING_TASKS_PER_CLUSTER)).isEqualTo(500);
        assertThat(Quotas.asOf(YearMonth.of(2015, 1)).value(Quota.PROVISIONING_TASKS_PER_CLUSTER))
                .as("the oldest stands for what was before")
                .isEqualTo(300);
        assertThat(Quotas.asOf(YearMonth.of(2026, 8)).value(Quota.TASKS_PER_RUN_TASK))
                .isEqualTo(10);
    }

    @Test
    void quotas_raisedForAnAccount_areUsed() {
        PlacementEngine engine = PlacementEngine.builder()
                .quotas(Quotas.current().with(Quota.TASKS_PER_RUN_TASK, 12, YearMonth.of(2026, 9), "a support case"))
                .build();

        assertThat(engine.place(
                                cluster(instance("i-a")),
                                PlacementRequest.builder(task(1, 1)).count(12).build())
                        .placements())
                .hasSize(12);
    }
}
