package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, however they were made. */
class PlacementTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 99, 100, 1_234_567, Integer.MAX_VALUE})
    void numbered_anyNumber_isThePlacementOfTheWholeId(int number) {
        Placement numbered = Placement.numbered("web/placed-", number, "i-a");
        Placement whole = new Placement("web/placed-" + number, "i-a");

        assertThat(numbered.taskId()).isEqualTo("web/placed-" + number);
        assertThat(numbered).isEqualTo(whole).hasSameHashCodeAs(whole).hasToString(whole.toString());
        assertThat(whole).isEqualTo(numbered);
        assertThat(whole).hasToString("Placement[taskId=web/placed-" + number + ", containerInstance=i-a]");
    }

    @Test
    void equals_anythingElse_isFalse() {
        Placement placement = Placement.numbered("a-", 12, "i-a");

        assertThat(List.of(
                        Placement.numbered("a-", 12, "i-b"),
                        Placement.numbered("a-", 13, "i-a"),
                        Placement.numbered("a-", 2, "i-a"),
                        Placement.numbered("a-1", 3, "i-a"),
                        Placement.numbered("b-", 12, "i-a"),
                        new Placement("a-13", "i-a"),
                        new Placement("b-12", "i-a"),
                        new Placement("a-012", "i-a"),
                        new Placement("a-", "i-a"),
                        "a-12"))
                .doesNotContain(placement);
    }

    @Test
    void equals_sameIdInOtherParts_isTrue() {
        Placement other = Placement.numbered("a-1", 2, "i-a");

        assertThat(Placement.numbered("a-", 12, "i-a")).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void numbered_negative_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Placement.numbered("a-", -1, "i-a"))
                .withMessage("number is -1; 0 or more was expected");
    }

    @Test
    void placement_nothing_isRefused() {
        assertThatNullPointerException().isThrownBy(() -> new Placement(null, "i-a"));
        assertThatNullPointerException().isThrownBy(() -> new Placement("a", null));
        assertThatNullPointerException().isThrownBy(() -> PlacementResult.of(null));
    }

    @Test
    void result_ofOnePlacement_isTheSameAsInFull() {
        Placement placement = new Placement("a", "i-a");
        PlacementResult one = PlacementResult.of(placement);
        PlacementResult full = new PlacementResult(List.of(placement), 0, 0, List.of(), null, null, List.of());

        assertThat(one).isEqualTo(full).hasSameHashCodeAs(full).hasToString(full.toString());
        assertThat(full).isEqualTo(one);
        assertThat(one.toString())
                .isEqualTo("PlacementResult[placements=[Placement[taskId=a, containerInstance=i-a]], unplaced=0,"
                        + " waiting=0, failures=[], closestMatch=null, error=null, notes=[]]");
        assertThat(List.of(one, full)).allSatisfy(result -> {
            assertThat(result.placed()).isEqualTo(1);
            assertThat(result.placement(0)).isEqualTo(placement);
            assertThat(result.placements()).containsExactly(placement);
            assertThat(result.reasons()).isEmpty();
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> result.placement(1));
        });
        assertThat(one)
                .isNotEqualTo(new PlacementResult(List.of(), 1, 0, List.of(), null, "none", List.of()))
                .isNotEqualTo(new PlacementResult(List.of(placement), 0, 0, List.of(), null, null, List.of("note")));
    }
}
