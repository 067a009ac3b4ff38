package io.stowage.ecs.placement.plugin;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementFailure;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementResult;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.InstanceSnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plug-in that says what it depends on is asked only about what has changed. */
class KeptAnswersTest {

    /** Most memory left first; notes what it is asked. */
    private static final class Roomiest implements StrategyPlugin {
        private final Set<DependsOn> dependsOn;
        private final List<String> scored = new ArrayList<>();
        private int prepared;

        Roomiest(Set<DependsOn> dependsOn) {
            this.dependsOn = dependsOn;
        }

        @Override
        public PluginInfo info() {
            return new PluginInfo("roomiest", "Most memory left first.");
        }

        @Override
        public Ranking prepare(RuleDefinition definition) {
            prepared++;
            return new Ranking() {
                @Override
                public Scores<Candidate> forPlacement(List<Candidate> tied, PlacementContext context) {
                    return choice -> {
                        scored.add(choice.id());
                        return Score.of(-choice.freeMemoryMib());
                    };
                }

                @Override
                public Scores<RunningTask> forStopping(List<RunningTask> tied, PlacementContext context) {
                    return choice -> Score.of(0);
                }

                @Override
                public Set<DependsOn> dependsOn() {
                    return dependsOn;
                }
            };
        }
    }

    private static PlacementRequest request(int cpuUnits, int memoryMib) {
        return web(task(cpuUnits, memoryMib))
                .placementStrategy(List.of(strategy("roomiest", null)))
                .build();
    }

    private static List<String> place(PlacementSession session, PlacementRequest request) {
        return on(session.place(request).placements());
    }

    @Test
    void place_sameRequestAgain_asksAboutChangedInstancesAlone() {
        Roomiest plugin = new Roomiest(Set.of(DependsOn.FREE_RESOURCES));
        PlacementSession session = PlacementEngine.builder()
                .strategy(plugin)
                .build()
                .open(cluster(instance("i-a"), instance("i-b"), instance("i-c")));
        PlacementRequest request = request(128, 256);

        assertThat(place(session, request)).containsExactly("i-a");
        assertThat(plugin.scored).containsExactly("i-a", "i-b", "i-c");
        plugin.scored.clear();
        assertThat(place(session, request)).containsExactly("i-b");
        assertThat(plugin.scored).containsExactly("i-a");
        plugin.scored.clear();
        session.putAttribute("i-c", "rack", "r1");
        assertThat(place(session, request)).containsExactly("i-c");
        assertThat(plugin.scored).containsExactly("i-b", "i-c");
        assertThat(plugin.prepared).isEqualTo(1);
    }

    @Test
    void place_pluginThatDependsOnEverything_isAskedEachTime() {
        Roomiest plugin = new Roomiest(DependsOn.ANYTHING);
        PlacementSession session =
                PlacementEngine.builder().strategy(plugin).build().open(cluster(instance("i-a"), instance("i-b")));
        PlacementRequest request = request(128, 256);

        place(session, request);
        plugin.scored.clear();
        place(session, request);

        assertThat(plugin.scored).containsExactly("i-a", "i-b");
        assertThat(plugin.prepared).isEqualTo(2);
    }

    @Test
    void place_instancesComeAndGo_areAskedAboutAsOthers() {
        Roomiest plugin = new Roomiest(Set.of(DependsOn.FREE_RESOURCES));
        PlacementSession session =
                PlacementEngine.builder().strategy(plugin).build().open(cluster(instance("i-b"), instance("i-c")));
        PlacementRequest request = request(128, 256);

        assertThat(place(session, request)).containsExactly("i-b");
        session.deregister("i-c");
        session.register(instance("i-a").build());
        plugin.scored.clear();
        assertThat(place(session, request)).containsExactly("i-a");
        assertThat(plugin.scored).containsExactly("i-a", "i-b");
        PlacementSession fork = session.fork();
        assertThat(place(fork, request)).containsExactly("i-a");
        assertThat(place(session, request)).containsExactly("i-a");
    }

    @Test
    void place_refusedAgain_saysOfEachInstanceHowItStandsNow() {
        PlacementSession session = PlacementEngine.standard().open(cluster(instance("i-a"), instance("i-b")));
        PlacementRequest tooMuch = web(task(1 << 20, 1)).build();

        PlacementResult first = session.place(tooMuch);
        assertThat(session.place(tooMuch)).isEqualTo(first);
        session.drain("i-a");
        place(session, web(task(128, 256)).build());
        PlacementResult later = session.place(tooMuch);

        assertThat(later.failures()).hasSize(1);
        assertThat(later.failures().get(0).have())
                .isEqualTo(first.failures().get(1).have() - 128);
        assertThat(later).isEqualTo(session.fork().place(tooMuch));
    }

    @Test
    void place_refused_isCountedByReasonAsItWasThen() {
        PlacementSession session =
                PlacementEngine.standard().open(cluster(instance("i-a"), instance("i-b"), instance("i-c")));
        PlacementRequest half = web(task(4096, 4096)).count(2).build();
        PlacementRequest more = web(task(4096, 8192)).build();
        place(session, half);

        PlacementResult first = session.place(more);
        session.setAgentConnected("i-c", false);
        PlacementResult second = session.place(more);
        session.drain("i-a");
        session.register(instance("i-d").build());
        PlacementResult third = session.place(more);
        session.deregister("i-d");

        assertThat(first.reasons()).isEqualTo(Map.of("RESOURCE:CPU", 2, "RESOURCE:MEMORY", 1));
        assertThat(second.reasons()).containsExactly(entry("AGENT", 1), entry("RESOURCE:CPU", 2));
        assertThat(third.reasons())
                .containsExactly(entry("AGENT", 1), entry("RESOURCE:CPU", 1), entry("RESOURCE:MEMORY", 1));
        assertThat(first.failures())
                .extracting(PlacementFailure::containerInstance, PlacementFailure::have)
                .containsExactly(tuple("i-a", 0L), tuple("i-b", 0L), tuple("i-c", 4096L));
        assertThat(third.failures().get(2)).isEqualTo(third.closestMatch());
        assertThat(third)
                .isEqualTo(copied(third))
                .hasSameHashCodeAs(copied(third))
                .hasToString(copied(third).toString());
        assertThat(copied(third).reasons()).isEqualTo(third.reasons());
        assertThatThrownBy(() -> third.failures().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> third.reasons().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** The same with failures that are in words. */
    private static PlacementResult copied(PlacementResult result) {
        return new PlacementResult(
                result.placements(),
                result.unplaced(),
                result.waiting(),
                new ArrayList<>(result.failures()),
                result.closestMatch(),
                result.error(),
                result.notes());
    }

    /** More than a million answers are not kept; nobody sees that but by the time it takes. */
    @Test
    void place_moreRequestsThanAnswersAreKeptOf_staysRight() {
        int instances = 600;
        int requests = 900;
        Roomiest plugin = new Roomiest(Set.of(DependsOn.FREE_RESOURCES));
        InstanceSnapshotBuilder[] all = new InstanceSnapshotBuilder[instances];
        for (int i = 0; i < instances; i++) {
            all[i] = instance(String.format(Locale.ROOT, "i-%03d", i));
        }
        PlacementSession session =
                PlacementEngine.builder().strategy(plugin).build().open(cluster(all));
        List<PlacementRequest> known = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            known.add(request(1, 1).toBuilder().service("web-" + i).build());
        }

        for (int i = 0; i < requests; i++) {
            assertThat(place(session, known.get(i)))
                    .containsExactly(String.format(Locale.ROOT, "i-%03d", i % instances));
        }
        plugin.scored.clear();
        assertThat(place(session, known.get(0))).containsExactly("i-300");

        assertThat(plugin.scored).hasSize(instances);
    }
}
