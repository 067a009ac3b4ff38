package io.stowage.ecs.placement.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdTableTest {
    private final Map<Integer, String> ids = new HashMap<>();
    private final IdTable table = new IdTable(ids::get);

    private void add(int handle, String id) {
        ids.put(handle, id);
        table.add(handle);
    }

    private void remove(int handle) {
        table.remove(ids.get(handle));
        ids.remove(handle);
    }

    @Test
    void find_inAnEmptyTable_isNone() {
        assertThat(table.find("a")).isEqualTo(PlacementIndex.NONE);
        assertThat(table.find("")).isEqualTo(PlacementIndex.NONE);
    }

    /** The words of a size that these two syllables make have one hash. */
    @Test
    void find_idsOfOneHash_areToldApart() {
        List<String> words = new ArrayList<>(List.of(""));
        for (int length = 0; length < 8; length++) {
            List<String> longer = new ArrayList<>();
            words.forEach(word -> longer.addAll(List.of(word + "Aa", word + "BB")));
            words = longer;
        }
        assertThat(words.stream().map(String::hashCode).distinct()).hasSize(1);
        for (int i = 0; i < words.size(); i += 2) {
            add(i, words.get(i));
        }

        for (int i = 0; i < words.size(); i++) {
            assertThat(table.find(words.get(i))).isEqualTo(i % 2 == 0 ? i : PlacementIndex.NONE);
        }
        for (int i = 0; i < words.size(); i += 4) {
            remove(i);
        }
        for (int i = 0; i < words.size(); i++) {
            assertThat(table.find(words.get(i))).isEqualTo(i % 4 == 2 ? i : PlacementIndex.NONE);
        }
    }

    /** Nobody gives handles like these, but a table must not mistake them for others. */
    @Test
    void find_handlesThatAreGreaterThanThereAreIds_areFound() {
        List<Integer> handles = List.of(0, 511, 512, 100_000, 3, 70_000);
        handles.forEach(handle -> add(handle, "i-" + handle));

        assertThat(handles)
                .allSatisfy(handle -> assertThat(table.find("i-" + handle)).isEqualTo(handle));
        assertThat(table.find("i-1")).isEqualTo(PlacementIndex.NONE);
    }

    @Test
    void find_afterAnyChanges_isAsInAMap() {
        SplittableRandom dice = new SplittableRandom(1);
        Map<String, Integer> expected = new HashMap<>();
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            // Grows to some thousands and shrinks again.
            String id = "service:web/placed-" + dice.nextInt(i < 30_000 ? 20_000 : 2_000);
            Integer known = expected.get(id);
            assertThat(table.find(id)).isEqualTo(known == null ? PlacementIndex.NONE : known);
            if (known == null) {
                int handle = free.isEmpty() ? expected.size() : free.remove(free.size() - 1);
                add(handle, id);
                expected.put(id, handle);
            } else {
                remove(known);
                expected.remove(id);
                free.add(known);
            }
        }
        expected.forEach((id, handle) -> assertThat(table.find(id)).isEqualTo(handle));
    }

    @Test
    void fork_eachGoesItsOwnWay() {
        for (int i = 0; i < 2_000; i++) {
            add(i, "t-" + i);
        }
        Map<Integer, String> ofFork = new HashMap<>(ids);
        IdTable fork = table.fork(ofFork::get);
        fork.remove("t-7");
        ofFork.put(7, "new");
        fork.add(7);
        remove(8);
        add(8, "other");

        assertThat(table.find("t-7")).isEqualTo(7);
        assertThat(table.find("new")).isEqualTo(PlacementIndex.NONE);
        assertThat(table.find("t-8")).isEqualTo(PlacementIndex.NONE);
        assertThat(fork.find("new")).isEqualTo(7);
        assertThat(fork.find("t-8")).isEqualTo(8);
        assertThat(fork.find("other")).isEqualTo(PlacementIndex.NONE);
    }
}
