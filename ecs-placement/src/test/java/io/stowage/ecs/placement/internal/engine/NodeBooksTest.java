package io.stowage.ecs.placement.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The small books of one instance, beside collections that anybody would have used. */
class NodeBooksTest {
    private static final int OPERATIONS = 20_000;

    @Test
    void instanceTasks_anyChange_areThoseOfAMap() {
        SplittableRandom dice = new SplittableRandom(1);
        InstanceTasks tasks = new InstanceTasks(List.of());
        Map<String, TaskSnapshot> expected = new TreeMap<>();
        for (int i = 0; i < OPERATIONS; i++) {
            List<TaskSnapshot> there = new ArrayList<>(expected.values());
            switch (there.isEmpty() ? 0 : dice.nextInt(5)) {
                case 0, 1 -> {
                    TaskSnapshot task = TaskSnapshot.running("t-" + dice.nextInt(1 << 20) + "-" + i, "i-a", null);
                    tasks.add(task);
                    expected.put(task.id(), task);
                }
                case 2, 3 -> {
                    TaskSnapshot gone = there.get(dice.nextInt(there.size()));
                    tasks.remove(gone);
                    expected.remove(gone.id());
                }
                default -> {
                    TaskSnapshot before = there.get(dice.nextInt(there.size()));
                    TaskSnapshot after = before.withCounted(!before.counted());
                    tasks.replace(before, after);
                    expected.put(after.id(), after);
                }
            }
            if (dice.nextInt(50) == 0) {
                InstanceTasks copy = tasks.copy();
                tasks.add(TaskSnapshot.running("unseen", "i-a", null));
                tasks = copy;
            }
            if (dice.nextInt(3) == 0) {
                assertThat(tasks.inOrder()).containsExactlyElementsOf(expected.values());
            }
        }
    }

    @Test
    void instanceTasks_answerThatWasGiven_doesNotChange() {
        TaskSnapshot first = TaskSnapshot.running("a", "i-a", null);
        InstanceTasks tasks = new InstanceTasks(List.of(first));
        List<TaskSnapshot> before = tasks.inOrder();
        tasks.add(TaskSnapshot.running("b", "i-a", null));

        assertThat(before).containsExactly(first);
        assertThatThrownBy(() -> before.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void groupCounts_anyChange_areThoseOfAMap() {
        SplittableRandom dice = new SplittableRandom(2);
        GroupCounts counts = new GroupCounts();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < OPERATIONS; i++) {
            // The last two have the same hash.
            String group =
                    List.of("a", "b", "service:web", "service:db", "Aa", "BB").get(dice.nextInt(6));
            int delta = expected.getOrDefault(group, 0) == 0 || dice.nextBoolean() ? 1 : -1;
            counts.add(new String(group.toCharArray()), delta);
            expected.merge(group, delta, (one, other) -> one + other == 0 ? null : Integer.valueOf(one + other));
            if (dice.nextInt(50) == 0) {
                GroupCounts copy = counts.copy();
                counts.add("unseen", 1);
                counts = copy;
            }

            assertThat(counts.groups()).containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(counts.of(group)).isEqualTo(expected.getOrDefault(group, 0));
        }
    }
}
