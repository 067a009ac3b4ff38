package io.stowage.ecs.placement.plugin;

import static io.stowage.ecs.placement.Clusters.cluster;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.Clusters.on;
import static io.stowage.ecs.placement.Clusters.strategy;
import static io.stowage.ecs.placement.Clusters.task;
import static io.stowage.ecs.placement.Clusters.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.placement.PlacementDecision;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementListener;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who has the last word, where random numbers come from, and who is told. */
class ChoiceExampleTest {
    private final ClusterSnapshot cluster =
            cluster(instance("i-a"), instance("i-b"), instance("i-c").status("DRAINING"), instance("i-d"));

    /** The instance with the greatest id, which in many clusters is not the oldest. */
    static final class GreatestId implements TieBreaker {
        @Override
        public Candidate choose(List<Candidate> tied, PlacementContext context) {
            return tied.get(tied.size() - 1);
        }

        @Override
        public String toString() {
            return "greatest id";
        }
    }

    /** Counts instead of drawing: what a test of a random strategy may want. */
    static final class RoundRobin implements RandomSource {
        private int next;

        @Override
        public int nextInt(int bound) {
            return next++ % bound;
        }
    }

    /** Writes a line for each decision. */
    static final class Journal implements PlacementListener {
        final List<String> lines = new ArrayList<>();

        @Override
        public void decided(PlacementDecision decision) {
            lines.add(decision.index() + ": " + decision.candidates() + " of " + decision.poolSize() + ", refused "
                    + decision.rejectionsByReason() + ", scores "
                    + decision.steps().stream()
                            .map(step -> step.strategy() + "=" + step.score())
                            .toList()
                    + " -> " + decision.containerInstance());
        }
    }

    @Test
    void tieBreaker_ofOnesOwn_hasTheLastWord() {
        List<PlacementDecision> decisions = new ArrayList<>();
        PlacementEngine engine = PlacementEngine.builder()
                .tieBreaker(new GreatestId())
                .listener(decisions::add)
                .build();

        assertThat(on(engine.place(cluster, web(task(1, 1)).count(3).build()).placements()))
                .containsExactly("i-d", "i-b", "i-a");
        assertThat(decisions.get(0).tieBreaker()).isEqualTo("greatest id");
    }

    @Test
    void tieBreaker_random_drawsFromTheSeed() {
        PlacementEngine engine =
                PlacementEngine.builder().tieBreaker(TieBreaker.random()).build();
        Set<List<String>> answers = new HashSet<>();
        for (int seed = 0; seed < 30; seed++) {
            PlacementRequest request = web(task(1, 1)).seed(seed).build();
            List<String> answer = on(engine.place(cluster, request).placements());
            assertThat(on(engine.place(cluster, request).placements())).isEqualTo(answer);
            answers.add(answer);
        }

        assertThat(answers).containsExactlyInAnyOrder(List.of("i-a"), List.of("i-b"), List.of("i-d"));
    }

    @Test
    void randomSource_ofOnesOwn_isAskedForEveryRequest() {
        PlacementEngine engine =
                PlacementEngine.builder().random(seed -> new RoundRobin()).build();
        PlacementRequest request = web(task(1, 1))
                .count(5)
                .placementStrategy(List.of(strategy("random", null)))
                .build();

        assertThat(on(engine.place(cluster, request).placements())).containsExactly("i-a", "i-b", "i-d", "i-a", "i-b");
        assertThat(on(engine.place(cluster, request).placements())).containsExactly("i-a", "i-b", "i-d", "i-a", "i-b");
    }

    @Test
    void listener_isToldOfEveryDecision() {
        Journal journal = new Journal();
        PlacementEngine engine = PlacementEngine.builder().listener(journal).build();

        engine.place(
                cluster,
                web(task(1, 4000))
                        .count(4)
                        .placementStrategy(List.of(strategy("spread", "host")))
                        .build());

        assertThat(journal.lines)
                .containsExactly(
                        "0: 3 of 3, refused {}, scores [spread(host)=0] -> i-a",
                        "1: 2 of 3, refused {RESOURCE:MEMORY=1}, scores [spread(host)=0] -> i-b",
                        "2: 1 of 3, refused {RESOURCE:MEMORY=2}, scores [] -> i-d",
                        "3: 0 of 3, refused {RESOURCE:MEMORY=3}, scores [] -> null");
    }
}
