package io.stowage.ecs.placement.repair;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes do when a caller carries them out. */
class ChangeTest {
    private final PlacementRequest request = web(task(10, 10))
            .placementConstraints(List.of(
                    constraint("distinctInstance", null),
                    constraint("memberOf", "attribute:a exists"),
                    constraint("memberOf", "attribute:a exists")))
            .build();

    @Test
    void dropConstraint_ofSeveralEqual_dropsOne() {
        Change drop = new Change.DropConstraint("memberOf", "attribute:a exists", "/placementConstraints/2");

        PlacementRequest once = drop.applyTo(request);
        assertThat(once.placementConstraints()).hasSize(2);
        assertThat(drop.applyTo(once).placementConstraints()).containsExactly(constraint("distinctInstance", null));
        assertThat(drop.applyTo(drop.applyTo(once)).placementConstraints())
                .as("nothing is left to drop")
                .hasSize(1);
    }

    @Test
    void changeOfTheCluster_leavesTheRequestAlone() {
        assertThat(new Change.ConnectAgent("i-1").applyTo(request)).isSameAs(request);
    }

    @Test
    void changeOfTheRequest_leavesTheSessionAlone() {
        PlacementSession session = PlacementEngine.standard().open(cluster(instance("i-1")));
        new Change.LowerMemory(10, 8).applyTo(session);

        assertThat(session.snapshot()).isEqualTo(cluster(instance("i-1")));
    }

    @Test
    void changeOfWhatIsNotThere_isRefused() {
        PlacementSession session = PlacementEngine.standard().open(cluster(instance("i-1")));

        assertThatThrownBy(() -> new Change.ActivateInstance("i-2").applyTo(session))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no container instance i-2");
        assertThatThrownBy(() -> new Change.StopTask(TaskSnapshot.running("t", "i-1", null)).applyTo(session))
                .hasMessage("there is no task t");
        assertThatThrownBy(() -> new Change.AddInstance(instance("i-1").build()).applyTo(session))
                .hasMessage("there is a container instance i-1 already");
    }

    @Test
    void describe_addedInstance_namesTypeZoneAndProvider() {
        Change.AddInstance add = new Change.AddInstance(instance("x")
                .attribute("ecs.instance-type", "m5.large")
                .capacityProvider("spot")
                .build());

        assertThat(add.describe()).isEqualTo("add one m5.large in z1 to the capacity provider spot");
        assertThat(new Change.StopTask(TaskSnapshot.running("t", "i-1", null)).describe())
                .isEqualTo("stop the task t on i-1");
    }
}
