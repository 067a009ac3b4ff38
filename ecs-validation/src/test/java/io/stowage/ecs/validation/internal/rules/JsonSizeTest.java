package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonSizeTest {
    private static TaskDefinition taskOf(int bytes) {
        TaskDefinition task = TaskDefinition.builder()
                .family("web")
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("app")
                        .image("app")
                        .memory(64)
                        .command(List.of(""))
                        .build()))
                .build();
        int room = (int) (bytes - JsonSize.of(task));
        ContainerDefinition app = task.containerDefinitions().get(0).toBuilder()
                .command(List.of("ä".repeat(room / 2) + "x".repeat(room % 2)))
                .build();
        return task.toBuilder().containerDefinitions(List.of(app)).build();
    }

    @Test
    void tooLarge_aroundTheLimit_countsBytesOfCompactJson() {
        assertThat(JsonSize.of(taskOf(65_536))).isEqualTo(65_536);
        assertThat(Found.in("task", EcsConfiguration.of(taskOf(65_536)))).isEmpty();
        assertThat(Found.in("task", EcsConfiguration.of(taskOf(65_537)))).containsExactly("too-large ");
    }

    @Test
    void of_escapesAndMembersWithoutComponent_counts() {
        TaskDefinition task = TaskDefinition.builder()
                .family("a\"\\\n ")
                .otherMembers(Map.of("x", List.of(1, " ")))
                .build();

        // {"family":"a\"\\\n ","x":[1," "]}
        assertThat(JsonSize.of(task)).isEqualTo(33);
    }

    @Test
    void atMost_anyTaskDefinition_isNeverBelowTheSize() {
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            List<ContainerDefinition> containers = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                containers.add(ContainerDefinition.builder()
                        .name(text(random))
                        .cpu(random.nextInt())
                        .essential(random.nextBoolean())
                        .links(texts(random))
                        .dockerLabels(Map.of(text(random), text(random)))
                        .build());
            }
            Map<String, Object> others = new LinkedHashMap<>();
            others.put(text(random), Arrays.asList(text(random), null, -1.5e-7));
            others.put(text(random), Map.of());
            TaskDefinition task = TaskDefinition.builder()
                    .family(text(random))
                    .requiresCompatibilities(List.of(new Compatibility(text(random))))
                    .registeredAt(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)))
                    .containerDefinitions(containers)
                    .otherMembers(others)
                    .build();

            assertThat(JsonSize.atMost(task)).isGreaterThanOrEqualTo(JsonSize.of(task));
        }
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text(random));
        }
        return texts;
    }

    /** Characters that are one byte, two, three and four, and those that become escapes. */
    private static String text(Random random) {
        String alphabet = "aé€\"\\\n\u0001\u2028\uD83D\uDE00";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
