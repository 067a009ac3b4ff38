package io.stowage.ecs.placement.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void compare_anyKinds_haveOneOrder() {
        List<Score> order = List.of(
                Score.first(),
                Score.of(Long.MIN_VALUE),
                Score.of(-1.5),
                Score.of(-1),
                Score.of(0.1),
                Score.of(9_007_199_254_740_992L),
                Score.of(9_007_199_254_740_993L),
                Score.of(Long.MAX_VALUE),
                Score.of(1e300),
                Score.of(""),
                Score.of("10"),
                Score.of("9"),
                Score.last());
        List<Score> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(order);
        for (int i = 0; i < order.size(); i++) {
            for (int j = 0; j < order.size(); j++) {
                assertThat(Integer.signum(order.get(i).compareTo(order.get(j)))).isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void equals_sameNumberWrittenOtherwise_isTheSame() {
        assertThat(Score.of(2)).isEqualTo(Score.of(2.0)).hasSameHashCodeAs(Score.of(2.0));
        assertThat(Score.of(-0.0)).isEqualTo(Score.of(0));
        assertThat(Score.of(100)).hasSameHashCodeAs(Score.of(100.0)).hasToString("100");
        assertThat(Score.of("2")).isNotEqualTo(Score.of(2));
    }

    @Test
    void of_whatCannotBeCompared_isRefused() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Score.of(number));
        }
    }
}
