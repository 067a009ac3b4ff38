package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectWalkTest {
    private static final class Pair {
        private final long number;
        private final Object left;
        private final Object right;

        Pair(long number, Object left, Object right) {
            this.number = number;
            this.left = left;
            this.right = right;
        }

        @Override
        public String toString() {
            return number + " " + left + " " + right;
        }
    }

    @Test
    void bytes_array_isHeaderAndElementsRoundedUp() {
        assertThat(new ObjectWalk().bytes((Object) new int[3])).isEqualTo(32);
        assertThat(new ObjectWalk().bytes((Object) new long[3])).isEqualTo(40);
        assertThat(new ObjectWalk().bytes((Object) new Object[3])).isEqualTo(32);
    }

    @Test
    void bytes_objectThatIsReachedTwice_isCountedOnce() {
        int[] shared = new int[2];

        assertThat(new ObjectWalk().bytes(new Pair(1, shared, shared))).isEqualTo(32 + 24);
    }

    @Test
    void bytes_circle_ends() {
        Object[] circle = new Object[1];
        circle[0] = circle;

        assertThat(new ObjectWalk().bytes((Object) circle)).isEqualTo(24);
    }

    @Test
    void bytes_list_holdsTheListAndItsArray() {
        List<Object> list = new ArrayList<>(4);
        list.add(new int[0]);

        // Two ints and a reference; an array of four references; an array of nothing.
        assertThat(new ObjectWalk().bytes(list)).isEqualTo(24 + 32 + 16);
    }

    @Test
    void without_whatBelongsToSomebodyElse_isNotCounted() {
        int[] others = new int[1000];

        assertThat(new ObjectWalk().without((Object) others).bytes(new Pair(1, others, "ab")))
                .isEqualTo(32 + 24 + 24);
    }
}
