package io.stowage.ecs.placement.repair;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.constraint;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.instancetype.InstanceTypes;
import io.stowage.ecs.placement.PlacementDecision;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.headroom.DensityTable;
import io.stowage.ecs.placement.headroom.Headroom;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.PluginException;
import io.stowage.ecs.placement.plugin.PluginInfo;
import io.stowage.ecs.placement.plugin.Refusal;
import io.stowage.ecs.placement.plugin.ResourceNeed;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.RuleDefinition;
import io.stowage.ecs.placement.plugin.TaskToPlace;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.HeldResources;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.TakenPorts;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The engine that is asked may know more than ECS does. */
class RepairWithPluginsTest {

    /** Each task needs one licence of its instance. */
    private static final class Licences implements ResourcePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("LICENCES", "A licence for each task.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            return ResourceNeed.amount(1, List.of());
        }
    }

    /** Less memory is not always better: it must be divisible. */
    private static final class Divisible implements ConstraintPlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("divisible", "The memory of the task is divisible by a number.");
        }

        @Override
        public Check prepare(RuleDefinition definition) {
            long number = Long.parseLong(String.valueOf(definition.argument()));
            long memoryMib = definition.task().needs().memoryMib().amount();
            if (number == 0) {
                throw new IllegalStateException("broken");
            }
            return (candidate, context) -> memoryMib % number == 0
                    ? null
                    : Refusal.because("DIVISIBLE", memoryMib + " is not divisible by " + number, List.of());
        }
    }

    private final PlacementEngine engine = PlacementEngine.builder()
            .constraint(new Divisible())
            .resource(new Licences())
            .build();

    private static PlacementRequest divisible(String number) {
        return web(task(10, 1000))
                .placementConstraints(List.of(constraint("divisible", number)))
                .build();
    }

    @Test
    void find_resourceOfOnesOwn_isFreedOrAdded() {
        TaskSnapshot holder = TaskSnapshot.running("t-1", "i-1", "other")
                .withHeld(new HeldResources(
                        1, 1, TakenPorts.NONE, new TreeSet<>(), new TreeSet<>(), 0, Map.of("LICENCES", List.of(1L))));
        ClusterSnapshot cluster = ClusterSnapshot.ofSnapshots(
                List.of(instance("i-1")
                        .registered(InstanceResources.of(4096, 4096).withOther("LICENCES", List.of(1L)))
                        .remaining(InstanceResources.of(4095, 4095).withOther("LICENCES", List.of(0L)))
                        .build()),
                List.of(holder));

        Repairs repairs = RepairSearch.builder(engine)
                .build()
                .find(cluster, web(task(1, 1)).build());
        assertThat(repairs.repairs())
                .extracting(Repair::describe)
                .containsExactly(
                        "stop the task t-1 of other on i-1", "add one instance of 4096 CPU units and 4096 MiB in z1");
        assertThat(Headroom.of(
                                engine.open(repairs.repairs().get(1).cluster()),
                                web(task(1, 1)).build(),
                                10)
                        .tasks())
                .isEqualTo(1);
    }

    @Test
    void find_constraintThatLikesSomeSizes_stillGivesOneThatPlacesAndWhoseNeighbourDoesNot() {
        ClusterSnapshot cluster = cluster(instance("i-1")
                .registered(InstanceResources.of(4096, 4096).withOther("LICENCES", List.of(9L)))
                .remaining(InstanceResources.of(4096, 905).withOther("LICENCES", List.of(9L))));

        Repairs repairs = RepairSearch.builder(engine)
                .kinds(List.of(ChangeKind.LOWER_MEMORY))
                .build()
                .find(cluster, divisible("6"));

        Repair repair = repairs.smallest().orElseThrow();
        Change.LowerMemory lower = (Change.LowerMemory) repair.changes().get(0);
        assertThat(lower.toMib() % 6).isZero();
        assertThat(engine.place(repair.cluster(), repair.request())).isEqualTo(repair.result());
        PlacementRequest neighbour = new Change.LowerMemory(lower.fromMib(), lower.toMib() + 1).applyTo(divisible("6"));
        assertThat(engine.place(cluster, neighbour).unplaced()).isEqualTo(1);
    }

    @Test
    void find_listeners_hearNothing() {
        List<PlacementDecision> heard = new ArrayList<>();
        PlacementEngine aloud = PlacementEngine.builder().listener(heard::add).build();

        assertThat(RepairSearch.builder(aloud)
                        .build()
                        .find(cluster(instance("i-1")), web(task(10, 5000)).build())
                        .repairs())
                .isNotEmpty();
        DensityTable.builder(web(task(10, 5000)).build())
                .engine(aloud)
                .types(List.of(InstanceTypes.find("m5.large").orElseThrow()))
                .build();
        assertThat(heard).isEmpty();
        assertThat(PlacementEngine.standard().withoutListeners()).isSameAs(PlacementEngine.standard());
    }

    @Test
    void find_brokenPlugin_isNamed() {
        assertThatThrownBy(() -> RepairSearch.builder(engine).build().find(cluster(instance("i-1")), divisible("0")))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("divisible");
    }
}
