package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutAnalysisTest {
    /** A cluster of instances of 4096 CPU units in one zone; each number is how many old tasks one has. */
    static ClusterSnapshot cluster(int oldUnits, int... oldTasks) {
        return cluster(false, oldUnits, oldTasks);
    }

    /** The same; the first instance may be half as large. */
    static ClusterSnapshot cluster(boolean isFirstSmall, int oldUnits, int... oldTasks) {
        List<InstanceSnapshot> instances = new ArrayList<>();
        List<TaskSnapshot> tasks = new ArrayList<>();
        for (int i = 0; i < oldTasks.length; i++) {
            String id = "i-" + (i + 1);
            long units = isFirstSmall && i == 0 ? 2048 : 4096;
            instances.add(instance(id)
                    .registered(InstanceResources.of(units, 4096))
                    .remaining(InstanceResources.of(units - (long) oldTasks[i] * oldUnits, 4096))
                    .build());
            for (int task = 0; task < oldTasks[i]; task++) {
                tasks.add(new TaskSnapshot(
                        id + "-" + task, id, "service:web", true, null, false, null, HeldResources.of(oldUnits, 0)));
            }
        }
        return ClusterSnapshot.ofSnapshots(instances, tasks);
    }

    static PlacementRequest next(TaskDefinition definition) {
        return Clusters.web(definition).build();
    }

    private static DeploymentBounds bounds(int desired, int minimum, int maximum) {
        return new DeploymentBounds(desired, minimum, maximum);
    }

    @Test
    void percentages_134OfOne_cannotStartAndSaysWhatWould() {
        RolloutAnalysis analysis = RolloutAnalysis.of(bounds(1, 100, 134));

        assertThat(analysis.verdict()).isEqualTo(RolloutVerdict.CANNOT_START);
        assertThat(analysis.stall()).isNotNull();
        assertThat(analysis.stall().why()).contains("floor(1 * 134 / 100) = 1");
        assertThat(analysis.safeSettings()).containsExactly(bounds(1, 100, 200), bounds(1, 0, 134));
        assertThat(analysis.toString())
                .startsWith("CANNOT_START: at most 1 tasks, at least 1 healthy")
                .contains("always finishes with minimumHealthyPercent 100 and maximumPercent 200");
    }

    @Test
    void percentages_anyOnTheirOwn_finishOrCannotStart() {
        for (int desired = 0; desired <= 6; desired++) {
            for (int minimum = 0; minimum <= 100; minimum += 5) {
                for (int maximum = 100; maximum <= 200; maximum += 5) {
                    DeploymentBounds bounds = bounds(desired, minimum, maximum);
                    RolloutAnalysis analysis = RolloutAnalysis.of(bounds);
                    assertThat(analysis.verdict())
                            .as("%s", bounds)
                            .isEqualTo(bounds.isStuck() ? RolloutVerdict.CANNOT_START : RolloutVerdict.ALWAYS_FINISHES);
                    assertThat(analysis.peakTasks()).isLessThanOrEqualTo((int) Math.max(desired, bounds.maxTasks()));
                    assertThat(analysis.lowestHealthy())
                            .isEqualTo(bounds.isStuck() ? desired : (int) Math.min(desired, bounds.minHealthyTasks()));
                    analysis.safeSettings()
                            .forEach(safe -> assertThat(RolloutAnalysis.of(safe).verdict())
                                    .isEqualTo(RolloutVerdict.ALWAYS_FINISHES));
                }
            }
        }
    }

    @Test
    void percentages_fiveThousandTasks_areProvenWithoutLookingAtAll() {
        RolloutAnalysis analysis = RolloutAnalysis.of(bounds(5000, 90, 110));

        assertThat(analysis.verdict()).isEqualTo(RolloutVerdict.ALWAYS_FINISHES);
        assertThat(analysis.isExact()).isTrue();
        assertThat(analysis.extraTasks()).isEqualTo(500);
        assertThat(analysis.lowestHealthy()).isEqualTo(4500);
        assertThat(RolloutAnalysis.of(bounds(5000, 100, 100)).verdict()).isEqualTo(RolloutVerdict.CANNOT_START);
    }

    @Test
    void slots_fullClusterWithPorts_namesThePort() {
        RolloutAnalysis analysis = RolloutAnalysis.onSlots(bounds(3, 100, 200), 3, true, 0);

        assertThat(analysis.verdict()).isEqualTo(RolloutVerdict.CANNOT_START);
        assertThat(analysis.stall().reason()).isEqualTo(StallReason.PORT_CONFLICT);
        assertThat(analysis.safeSettings()).containsExactly(bounds(3, 66, 200));
    }

    @Test
    void slots_protectedTask_neverFinishes() {
        RolloutAnalysis analysis = RolloutAnalysis.onSlots(bounds(4, 100, 200), 100, false, 1);

        assertThat(analysis.verdict()).isEqualTo(RolloutVerdict.ALWAYS_STALLS);
        assertThat(analysis.stall().reason()).isEqualTo(StallReason.PROTECTED_TASKS);
        assertThat(analysis.trace()).last().asString().isEqualTo("stop an old task: 1 old, 4 new");
        assertThat(RolloutAnalysis.onSlots(bounds(4000, 100, 200), 10_000, false, 1)
                        .verdict())
                .isEqualTo(RolloutVerdict.ALWAYS_STALLS);
    }

    @Test
    void cluster_tasksThatFitNowhereTwice_alwaysStall() {
        RolloutAnalysis analysis =
                RolloutAnalysis.of(cluster(1024, 2, 2), bounds(4, 50, 100), next(Clusters.task(3072, 64)));

        assertThat(analysis.verdict()).isEqualTo(RolloutVerdict.ALWAYS_STALLS);
        assertThat(analysis.stall().reason()).isEqualTo(StallReason.NO_CAPACITY);
        assertThat(analysis.safeSettings()).isEmpty();
    }

    @Test
    void cluster_whereTheWrongTaskStopsFirst_mayStallAndSaysHow() {
        ClusterSnapshot cluster = cluster(true, 2048, 1, 1, 0);

        RolloutAnalysis analysis = RolloutAnalysis.of(cluster, bounds(2, 100, 150), next(Clusters.task(3072, 64)));

        assertThat(analysis.verdict()).isEqualTo(RolloutVerdict.MAY_STALL);
        assertThat(analysis.trace())
                .extracting(RolloutMove::toString)
                .containsExactly("start a new task on i-3: 2 old, 1 new", "stop an old task on i-1: 1 old, 1 new");
        assertThat(analysis.stall().why()).contains("no instance has room for a new task");
        assertThat(analysis.safeSettings()).containsExactly(bounds(2, 50, 150));
    }

    @Test
    void cluster_withRoomForAll_isProvenAtAnySize() {
        int[] old = new int[200];
        Arrays.fill(old, 1);

        RolloutAnalysis analysis =
                RolloutAnalysis.of(cluster(1024, old), bounds(200, 100, 110), next(Clusters.task(1024, 4)), 500);

        assertThat(analysis.verdict()).isEqualTo(RolloutVerdict.ALWAYS_FINISHES);
        assertThat(analysis.isExact()).isTrue();
        assertThat(analysis.why())
                .last(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("only");
    }

    @Test
    void cluster_fullOfEqualTasks_isProvenByTheRoomThatEachLeaves() {
        int[] old = new int[60];
        Arrays.fill(old, 4);
        ClusterSnapshot full = cluster(1024, old);

        assertThat(RolloutAnalysis.of(full, bounds(240, 90, 100), next(Clusters.task(1024, 4)), 300)
                        .verdict())
                .isEqualTo(RolloutVerdict.ALWAYS_FINISHES);
        assertThat(RolloutAnalysis.of(full, bounds(240, 100, 110), next(Clusters.task(1024, 4)), 300)
                        .verdict())
                .isEqualTo(RolloutVerdict.CANNOT_START);
        assertThat(RolloutAnalysis.of(full, bounds(240, 90, 100), next(Clusters.task(1500, 4)), 300)
                        .verdict())
                .as("neither a stall nor a proof within 300 states")
                .isIn(RolloutVerdict.NOT_DECIDED, RolloutVerdict.MAY_STALL);
    }

    @Test
    void request_withoutService_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RolloutAnalysis.of(
                        cluster(1, 1),
                        bounds(1, 100, 200),
                        PlacementRequest.builder(Clusters.task(1, 1)).build()))
                .withMessageContaining("service");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RolloutAnalysis.of(cluster(1, 1), bounds(1, 100, 200), next(Clusters.task(1, 1)), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RolloutAnalysis.onSlots(bounds(3, 100, 200), 2, false, 0));
    }
}
