package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.ContainerDependency;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.VolumeFrom;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.spi.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartOrderTest {
    private static List<String> firstCycle(List<ContainerDefinition> containers) {
        TaskDefinition task =
                TaskDefinition.builder().containerDefinitions(containers).build();
        return new StartOrder(Facts.of(EcsConfiguration.of(task)).task())
                .firstCycle().stream()
                        .map(container -> container.get(ContainerDefinition::name))
                        .toList();
    }

    private static ContainerDefinition container(String name, String... waitsFor) {
        return ContainerDefinition.builder()
                .name(name)
                .dependsOn(List.of(waitsFor).stream()
                        .map(other -> ContainerDependency.builder()
                                .containerName(other)
                                .build())
                        .toList())
                .build();
    }

    @Test
    void firstCycle_byAllThreeKindsOfWaiting_isFound() {
        ContainerDefinition a = container("a", "b");
        ContainerDefinition b =
                container("b").toBuilder().links(List.of("c:alias")).build();
        ContainerDefinition c = container("c").toBuilder()
                .volumesFrom(List.of(VolumeFrom.builder().sourceContainer("a").build()))
                .build();

        assertThat(firstCycle(List.of(container("x", "a"), a, b, c))).containsExactly("a", "b", "c", "a");
    }

    @Test
    void firstCycle_oneselfUnknownAndMissingNames_countForNothing() {
        assertThat(firstCycle(List.of(
                        container("a", "a", "nobody", "${NAME}", ""),
                        container("${NAME}", "a"),
                        container("b", "a:alias"),
                        container("a", "b"))))
                .isEmpty();
    }

    @Test
    void firstCycle_betweenTwoCycles_isNotOnOne() {
        // x lies between two cycles and before both in the list.
        assertThat(firstCycle(List.of(
                        container("x", "c"),
                        container("a", "b"),
                        container("b", "a", "x"),
                        container("c", "d"),
                        container("d", "c"))))
                .containsExactly("a", "b", "a");
    }

    @Test
    void firstCycle_longChain_needsNoStack() {
        List<ContainerDefinition> chain = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            chain.add(container("c" + i, "c" + (i + 1)));
        }
        assertThat(firstCycle(chain)).isEmpty();

        chain.add(container("c20000", "c0"));
        assertThat(firstCycle(chain)).hasSize(20_002).startsWith("c0", "c1").endsWith("c20000", "c0");
    }

    @Test
    void firstCycle_randomTasks_agreesWithReachability() {
        Random random = new Random(20261125);
        for (int run = 0; run < 500; run++) {
            int size = 1 + random.nextInt(7);
            boolean[][] waits = new boolean[size][size];
            List<ContainerDefinition> containers = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                List<String> others = new ArrayList<>();
                for (int j = 0; j < size; j++) {
                    if (i != j && random.nextInt(4) == 0) {
                        waits[i][j] = true;
                        others.add("c" + j);
                    }
                }
                containers.add(container("c" + i, others.toArray(String[]::new)));
            }

            List<String> cycle = firstCycle(containers);

            int first = firstOnCycle(waits);
            assertThat(cycle.isEmpty()).isEqualTo(first < 0);
            if (first >= 0) {
                assertThat(cycle).startsWith("c" + first).endsWith("c" + first);
                for (int i = 1; i < cycle.size(); i++) {
                    assertThat(waits[number(cycle.get(i - 1))][number(cycle.get(i))])
                            .isTrue();
                }
                assertThat(new HashSet<>(cycle)).hasSize(cycle.size() - 1);
            }
        }
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static int firstOnCycle(boolean[][] waits) {
        for (int i = 0; i < waits.length; i++) {
            Set<Integer> reached = new HashSet<>();
            List<Integer> open = new ArrayList<>(List.of(i));
            while (!open.isEmpty()) {
                int at = open.remove(open.size() - 1);
                for (int j = 0; j < waits.length; j++) {
                    if (waits[at][j] && reached.add(j)) {
                        open.add(j);
                    }
                }
            }
            if (reached.contains(i)) {
                return i;
            }
        }
        return -1;
    }
}
