package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.stowage.ecs.benchmarks.results.Figure;
import io.stowage.ecs.benchmarks.results.Figures;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is counted is what its name says: of a service, and not of the cluster around it. */
class MemoryFiguresTest {
    private static final String DISTINCT = "memory.service, distinctInstance with 2,000 tasks";
    private static final String SPREAD = "memory.service, spread(instanceId) with 2,000 tasks";
    private static final String TREE = "memory.service, with a tree";
    private static final String PLACED = "memory.task, objects, placed by the session";
    private static final String RETAINED = "load.json, retained against the JSON tree";
    private static final String LOAD = "load.json, allocated beyond what is kept";
    private static final String FILL = "place.million, allocated";
    private static final String FIRST_FILL = "place.million, allocated the first time, growth of the index included";

    private static Figures measured(int instances) {
        Figures figures = new Figures();
        MemoryFigures.measure(figures, instances);
        return figures;
    }

    private static double bytes(Figures figures, String name) {
        Figure figure = Objects.requireNonNull(figures.get(name), name);
        return figure.value();
    }

    @Test
    void measure_clustersOfTwoSizes_countsServicesWithoutTheCluster() {
        Figures small = measured(4_000);
        Figures large = measured(8_000);

        for (String service : new String[] {DISTINCT, SPREAD}) {
            // Eight bytes for each of the tasks, in a table of pages; nothing else.
            assertThat(bytes(small, service)).as(service).isBetween(8 * 2_000.0, 8 * 2_000.0 + 1_500);
            assertThat(bytes(large, service)).as(service).isEqualTo(bytes(small, service));
        }
        assertThat(bytes(large, TREE) - bytes(small, TREE)).isBetween(12.0 * 4_000, 20.0 * 4_000);
        // A pattern, two numbers, its handle among those of its instance, a slot in a table that never is full, and
        // what the index counts.
        assertThat(bytes(large, PLACED)).isBetween(24.0, 48.0);
        assertThat(bytes(small, RETAINED)).isCloseTo(bytes(large, RETAINED), withinPercentage(1));
        assertThat(bytes(small, LOAD)).isCloseTo(bytes(large, LOAD), withinPercentage(10));
        for (String cluster : new String[] {", empty", ", half full"}) {
            assertThat(bytes(large, FILL + cluster)).isLessThan(bytes(large, FIRST_FILL + cluster) / 2);
        }
    }
}
