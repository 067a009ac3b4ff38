package io.stowage.ecs.placement.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountSortTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 5, 5",
        "48, -3, 3",
        "49, 7, 7",
        "1000, 0, 255",
        "1000, -100, 156",
        "5000, 0, 32768",
        "5000, -134217727, 134217727",
        "300, 134217000, 134217727"
    })
    void sort_aRange_sortsByAmountAndLeavesEqualOnesAsTheyStand(int length, int least, int most) {
        SplittableRandom dice = new SplittableRandom(length + least);
        int margin = 10;
        long[] keys = new long[length + 2 * margin];
        for (int i = 0; i < keys.length; i++) {
            // Handles that are in no order: it is the place that counts among equal amounts.
            keys[i] = Key.of(dice.nextInt(least, most + 1), dice.nextInt(Key.MOST_HANDLE));
        }
        Long[] expected = Arrays.stream(keys).boxed().toArray(Long[]::new);
        Arrays.sort(expected, margin, margin + length, Comparator.comparingLong(Key::value));

        new AmountSort(keys).sort(margin, margin + length);

        assertThat(keys)
                .isEqualTo(Arrays.stream(expected).mapToLong(Long::longValue).toArray());
    }
}
