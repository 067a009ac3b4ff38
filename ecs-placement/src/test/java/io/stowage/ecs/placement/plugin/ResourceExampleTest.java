package io.stowage.ecs.placement.plugin;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.Placement;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.InstanceResources;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resources of one's own: a plain amount, and GPUs that several tasks share. */
class ResourceExampleTest {
    private static final String LICENSES = "com.example.licenses";

    /** As many as the instance has registered under that name; a task says in a Docker label how many it needs. */
    static final class Licenses implements ResourcePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("LICENSES", "Licences of a database, bound to a machine.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            String label = task.definition()
                    .containerDefinitions()
                    .get(0)
                    .dockerLabels()
                    .get(LICENSES);
            return label == null
                    ? ResourceNeed.NONE
                    : ResourceNeed.amount(
                            Long.parseLong(label), List.of("/taskDefinition/containerDefinitions/0/dockerLabels"));
        }
    }

    /** Every GPU of an instance counts a thousand; a task may ask for a part of one, {@code "0.35"}, or for several whole ones. */
    static final class SharedGpus implements ResourcePlugin {
        static final String LABEL = "com.example.gpu";

        @Override
        public PluginInfo info() {
            return new PluginInfo("GPU_THOUSANDTHS", "GPUs that tasks share.");
        }

        @Override
        public ResourceNeed needed(TaskToPlace task) {
            String label = task.definition()
                    .containerDefinitions()
                    .get(0)
                    .dockerLabels()
                    .get(LABEL);
            if (label == null) {
                return ResourceNeed.NONE;
            }
            double gpus = Double.parseDouble(label);
            return gpus < 1
                    ? new ResourceNeed(1, Math.round(gpus * 1000), List.of())
                    : new ResourceNeed((int) gpus, 1000, List.of());
        }

        @Override
        public List<Long> registered(InstanceSnapshot instance) {
            return Collections.nCopies(Integer.parseInt(instance.attributes().getOrDefault("gpus", "0")), 1000L);
        }
    }

    private static TaskDefinition labelled(String label, String value) {
        return task(container(1, 1).dockerLabels(Map.of(label, value)));
    }

    @Test
    void place_ownResource_isTakenAndGivenBack() {
        PlacementEngine engine =
                PlacementEngine.builder().resource(new Licenses()).build();
        PlacementSession session = engine.open(cluster(
                InstanceSnapshot.builder("i-a", InstanceResources.of(4096, 4096).withOther("LICENSES", List.of(3L))),
                instance("i-b")));

        PlacementResult result =
                session.place(web(labelled(LICENSES, "2")).count(2).build());

        assertThat(on(result.placements())).containsExactly("i-a");
        assertThat(result.failures())
                .extracting(failure -> failure.containerInstance() + ": " + failure.reason() + " " + failure.detail())
                .containsExactly(
                        "i-a: RESOURCE:LICENSES needs 2 LICENSES, has 1 left",
                        "i-b: RESOURCE:LICENSES needs 2 LICENSES, has 0 left");
        assertThat(session.instance("i-a").orElseThrow().remaining().others())
                .isEqualTo(Map.of("LICENSES", List.of(1L)));

        session.stop(result.placements().get(0).taskId());

        assertThat(session.instance("i-a").orElseThrow().remaining().others())
                .isEqualTo(Map.of("LICENSES", List.of(3L)));
    }

    @Test
    void place_sharedDevices_areFilledOneAfterTheOther() {
        PlacementEngine engine =
                PlacementEngine.builder().resource(new SharedGpus()).build();
        PlacementSession session = engine.open(
                cluster(instance("i-a").attribute("gpus", "2"), instance("i-b").attribute("gpus", "1")));

        place(session, "0.6");
        place(session, "0.3");
        assertThat(free(session, "i-b"))
                .as("binpack takes the smaller instance")
                .containsExactly(100L);
        place(session, "0.3");
        place(session, "0.5");
        assertThat(free(session, "i-a")).as("the fuller device that is enough").containsExactly(200L, 1000L);
        Placement whole = place(session, "1");
        assertThat(free(session, "i-a")).containsExactly(200L, 0L);

        session.stop(whole.taskId());

        assertThat(free(session, "i-a")).containsExactly(200L, 1000L);
        PlacementResult two = session.place(web(labelled(SharedGpus.LABEL, "2")).build());
        assertThat(two.failures())
                .extracting(failure -> failure.detail())
                .containsExactly(
                        "needs 2 devices with 1000 GPU_THOUSANDTHS left each, has 1",
                        "needs 2 devices with 1000 GPU_THOUSANDTHS left each, has 0");
    }

    /** What a session has on its books goes into its snapshot, and a session opened on that knows it. */
    @Test
    void snapshot_ofOwnResources_isCarriedOn() {
        PlacementEngine engine =
                PlacementEngine.builder().resource(new SharedGpus()).build();
        PlacementSession session = engine.open(cluster(instance("i-a").attribute("gpus", "2")));
        Placement placement = place(session, "0.6");

        PlacementSession later = engine.open(session.snapshot());

        assertThat(free(later, "i-a")).containsExactly(400L, 1000L);
        later.stop(placement.taskId());
        assertThat(free(later, "i-a")).containsExactly(1000L, 1000L);
    }

    private static Placement place(PlacementSession session, String gpus) {
        return session.place(web(labelled(SharedGpus.LABEL, gpus))
                        .placementStrategy(List.of(strategy("binpack", "gpu_thousandths")))
                        .build())
                .placements()
                .get(0);
    }

    private static List<Long> free(PlacementSession session, String instance) {
        return session.instance(instance).orElseThrow().remaining().others().get("GPU_THOUSANDTHS");
    }
}
