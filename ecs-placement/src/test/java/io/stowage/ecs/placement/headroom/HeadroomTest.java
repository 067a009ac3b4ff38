package io.stowage.ecs.placement.headroom;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.port;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadroomTest {
    private static InstanceSnapshotBuilder having(String id, long cpuUnits, long memoryMib) {
        return instance(id).remaining(InstanceResources.of(cpuUnits, memoryMib));
    }

    private static List<Integer> counts(Headroom headroom) {
        return headroom.instances().stream().map(InstanceHeadroom::tasks).toList();
    }

    @Test
    void of_severalInstances_countsEachAndSaysWhatEndsThere() {
        ClusterSnapshot cluster = cluster(
                having("i-1", 1000, 350),
                having("i-2", 250, 4000),
                instance("i-3").agentConnected(false),
                instance("i-4").status("DRAINING"));

        Headroom headroom = Headroom.of(
                cluster, web(task(100, 100)).count(1).taskIds(List.of("t")).build());

        assertThat(headroom.tasks()).isEqualTo(5);
        assertThat(headroom.atLeast()).isFalse();
        assertThat(headroom.instances())
                .extracting(InstanceHeadroom::containerInstance)
                .containsExactly("i-1", "i-2", "i-3");
        assertThat(counts(headroom)).containsExactly(3, 2, 0);
        PlacementFailure memory = headroom.instances().get(0).stoppedBy();
        assertThat(memory).isNotNull();
        assertThat(memory.detail()).isEqualTo("needs 100 MiB of memory, has 50 left");
        assertThat(headroom.stoppedBy())
                .containsExactly(entry("AGENT", 1), entry("RESOURCE:CPU", 1), entry("RESOURCE:MEMORY", 1));
        assertThat(headroom.closestMatch()).isEqualTo(memory);
    }

    @Test
    void of_constraintAndPort_countWithThem() {
        PlacementRequest distinct = web(task(1, 1))
                .placementConstraints(List.of(constraint("distinctInstance", null)))
                .build();
        PlacementRequest fixed =
                web(task(container(1, 1).portMappings(List.of(port(80))))).build();
        ClusterSnapshot cluster = cluster(instance("i-1"), instance("i-2"));

        assertThat(Headroom.of(cluster, distinct).tasks()).isEqualTo(2);
        assertThat(Headroom.of(cluster, distinct).stoppedBy())
                .containsExactly(entry("DistinctInstance placement constraint unsatisfied.", 2));
        assertThat(Headroom.of(cluster, fixed).stoppedBy()).containsExactly(entry("RESOURCE:PORTS", 2));
    }

    @Test
    void of_daemonThatIsMissing_leavesItsRoom() {
        PlacementRequest daemon =
                PlacementRequest.builder(task(0, 1096)).service("agent").build();

        assertThat(Headroom.of(
                                cluster(instance("i-1")),
                                web(task(0, 1000))
                                        .daemonServices(List.of(daemon))
                                        .build())
                        .tasks())
                .isEqualTo(3);
    }

    @Test
    void of_taskThatNeedsNothing_endsAtTheLimit() {
        PlacementSession session = PlacementEngine.standard().open(cluster(instance("i-1")));

        Headroom headroom = Headroom.of(session, web(task(0, 0)).build(), 50);

        assertThat(headroom.tasks()).isEqualTo(50);
        assertThat(headroom.atLeast()).isTrue();
        assertThat(headroom.closestMatch()).isNull();
        assertThat(headroom.instances().get(0).stoppedBy()).isNull();
        assertThat(headroom.stoppedBy()).isEmpty();
        assertThat(session.snapshot().tasks()).as("only tried").isEmpty();
    }

    @Test
    void of_emptyPool_saysSo() {
        Headroom headroom = Headroom.of(ClusterSnapshot.empty(), web(task(1, 1)).build());

        assertThat(headroom.tasks()).isZero();
        assertThat(headroom.atLeast()).isFalse();
        assertThat(headroom.error()).isEqualTo("No Container Instances were found in your cluster.");
    }

    @Test
    void of_standaloneTasks_countsBeyondTheLimitOfRunTask() {
        assertThat(Headroom.of(
                                cluster(instance("i-1")),
                                PlacementRequest.builder(task(0, 100)).build())
                        .tasks())
                .isEqualTo(40);
    }

    @Test
    void of_waitingTasks_stillSaysWhatStopsThem() {
        Headroom headroom = Headroom.of(
                cluster(instance("i-1")),
                web(task(0, 4000)).waitsForCapacity(true).build());

        assertThat(headroom.tasks()).isEqualTo(1);
        assertThat(headroom.stoppedBy()).containsExactly(entry("RESOURCE:MEMORY", 1));
    }

    @Test
    void of_capacityProviders_endsWhereOneIsFull() {
        ClusterSnapshot cluster = cluster(
                instance("i-1").capacityProvider("a"), having("i-2", 4096, 200).capacityProvider("b"));
        PlacementRequest request = web(task(0, 100))
                .capacityProviderStrategy(List.of(item("a"), item("b")))
                .build();

        Headroom headroom = Headroom.of(cluster, request);

        assertThat(headroom.tasks()).as("the sixth would go to b").isEqualTo(5);
        assertThat(counts(headroom)).containsExactly(3, 2);
        assertThat(headroom.stoppedBy()).containsExactly(entry("RESOURCE:MEMORY", 1));
        assertThat(headroom.instances().get(0).stoppedBy()).isNull();
    }

    private static CapacityProviderStrategyItem item(String provider) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(provider)
                .weight(1)
                .build();
    }

    @Test
    void of_requestThatEcsRefuses_isRefused() {
        ClusterSnapshot cluster = cluster(instance("i-1"));
        PlacementRequest elevenConstraints = web(task(1, 1))
                .placementConstraints(Collections.nCopies(11, constraint("memberOf", "attribute:a exists")))
                .build();

        assertThatThrownBy(() -> Headroom.of(cluster, elevenConstraints)).isInstanceOf(PlacementRequestException.class);
        PlacementSession session = PlacementEngine.standard().open(cluster);
        assertThatThrownBy(() -> Headroom.of(session, web(task(1, 1)).build(), 0))
                .hasMessage("mostTasks is 0; at least 1 was expected");
    }
}
