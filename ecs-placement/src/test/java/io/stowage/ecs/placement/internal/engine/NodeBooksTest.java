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
        InstanceTasks tasks = new InstanceTasks(new int[0]);
        Map<Integer, TaskSnapshot> books = new HashMap<>();
        Map<String, Integer> expected = new TreeMap<>();
        for (int i = 0; i < OPERATIONS; i++) {
            List<Integer> there = new ArrayList<>(expected.values());
            switch (there.isEmpty() ? 0 : dice.nextInt(5)) {
                case 0, 1 -> {
                    TaskSnapshot task = TaskSnapshot.running("t-" + dice.nextInt(1 << 20) + "-" + i, "i-a", null);
                    books.put(i, task);
                    tasks.add(i);
                    expected.put(task.id(), i);
                }
                case 2, 3 -> {
                    int gone = there.get(dice.nextInt(there.size()));
                    tasks.remove(gone);
                    expected.remove(books.remove(gone).id());
                }
                default -> {
                    int changed = there.get(dice.nextInt(there.size()));
                    books.compute(changed, (handle, before) -> before.withCounted(!before.counted()));
                    tasks.changed();
                }
            }
            if (dice.nextInt(50) == 0) {
                InstanceTasks copy = tasks.copy();
                tasks.add(OPERATIONS);
                tasks = copy;
            }
            if (dice.nextInt(3) == 0) {
                assertThat(tasks.inOrder(books::get))
                        .containsExactlyElementsOf(
                                expected.values().stream().map(books::get).toList());
            }
        }
    }

    @Test
    void instanceTasks_answerThatWasGiven_doesNotChange() {
        List<TaskSnapshot> books =
                List.of(TaskSnapshot.running("b", "i-a", null), TaskSnapshot.running("a", "i-a", null));
        InstanceTasks tasks = new InstanceTasks(new int[] {0});
        List<TaskSnapshot> before = tasks.inOrder(books::get);
        tasks.add(1);

        assertThat(before).containsExactly(books.get(0));
        assertThatThrownBy(() -> before.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(tasks.inOrder(books::get)).containsExactly(books.get(1), books.get(0));
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
