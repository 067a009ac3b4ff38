package io.stowage.ecs.placement.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.capacity.ManagedScaling;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CapacityProviderReservationTest {
    private static final List<GroupInstance> LARGE = List.of(new GroupInstance("m5.large", 2048, 7680, 2, 0));
    private static final CapacityLimits ANY = new CapacityLimits(0, Integer.MAX_VALUE);

    private static CapacityProviderReservation at(YearMonth month, int running, int busy) {
        return CapacityProviderReservation.of(running, busy, List.of(), LARGE, null, ScalingRules.asOf(month));
    }

    @Test
    void metric_ofTwoDates_followsTheTextOfItsTime() {
        CapacityProviderReservation before = at(YearMonth.of(2023, 4), 4, 2);
        CapacityProviderReservation now = at(YearMonth.of(2026, 8), 4, 2);

        assertThat(before.metric()).isEqualByComparingTo("98");
        assertThat(before.desiredCapacity(ANY).instances()).isEqualTo(4);
        assertThat(now.metric()).isEqualByComparingTo("50");
        assertThat(now.desiredCapacity(ANY).instances()).isEqualTo(2);
    }

    @Test
    void step_withoutSettings_isThatOfItsTime() {
        List<ProvisioningGroup> waiting = List.of(new ProvisioningGroup("g", 10, 2048, 512, 0, 0, false));

        assertThat(CapacityProviderReservation.of(1, 1, waiting, LARGE, null, ScalingRules.asOf(YearMonth.of(2020, 6)))
                        .needed())
                .isEqualTo(2);
        assertThat(CapacityProviderReservation.of(1, 1, waiting, LARGE, null, ScalingRules.current())
                        .needed())
                .isEqualTo(11);
    }

    @Test
    void of_groupsThatFitAndOthers_saysWhichWaitForEver() {
        CapacityProviderReservation reservation = CapacityProviderReservation.of(
                1,
                1,
                List.of(
                        new ProvisioningGroup("gpu", 1, 128, 128, 0, 1, false),
                        new ProvisioningGroup("web", 3, 1024, 512, 0, 0, false)),
                LARGE,
                null,
                ScalingRules.current());

        assertThat(reservation.needed()).isEqualTo(3);
        assertThat(reservation.excludedGroups()).containsExactly("gpu");
        assertThat(reservation.why())
                .contains("group gpu does not fit the smallest instance type and waits for ever")
                .last()
                .isEqualTo("M = 1 + 2 = 3");
    }

    @Test
    void of_groupThatNeedsNothing_fitsAtOnce() {
        assertThat(CapacityProviderReservation.of(
                                1,
                                1,
                                List.of(new ProvisioningGroup("nothing", 1_000_000, 0, 0, 0, 0, false)),
                                LARGE,
                                null,
                                ScalingRules.current())
                        .needed())
                .isEqualTo(2);
    }

    @Test
    void desiredCapacity_anyNumbers_staysWithinLimitsAndShrinksByHalfAtMost() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 20_000; i++) {
            int running = random.nextInt(50);
            int busy = random.nextInt(running + 1);
            ManagedScaling scaling = ManagedScaling.builder()
                    .targetCapacity(1 + random.nextInt(100))
                    .build();
            CapacityLimits limits = new CapacityLimits(0, 1000);
            int desired = CapacityProviderReservation.of(
                            running, busy, List.of(), LARGE, scaling, ScalingRules.current())
                    .desiredCapacity(limits)
                    .instances();
            assertThat(desired).isBetween(0, 1000);
            assertThat(desired).isGreaterThanOrEqualTo(running == 0 ? 0 : running - Math.max(1, running / 2));
            assertThat(desired).as("no busy instance is given up").isGreaterThanOrEqualTo(busy);
        }
    }

    @Test
    void of_impossibleNumbers_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(YearMonth.of(2026, 8), 1, 2))
                .withMessageContaining("busy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapacityProviderReservation.of(
                        0,
                        0,
                        List.of(new ProvisioningGroup("g", 1, 1, 1, 0, 0, false)),
                        List.of(),
                        null,
                        ScalingRules.current()))
                .withMessageContaining("instance types");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapacityProviderReservation.of(
                        1,
                        1,
                        List.of(),
                        LARGE,
                        ManagedScaling.builder().targetCapacity(0).build(),
                        ScalingRules.current()))
                .withMessageContaining("targetCapacity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProvisioningGroup("g", 1, -1, 1, 0, 0, false))
                .withMessageContaining("negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupInstance("t", 1, 1, 0, -1))
                .withMessageContaining("negative");
    }

    @Test
    void metric_ofThirds_isRoundedHalfUp() {
        assertThat(at(YearMonth.of(2026, 8), 3, 2).metric()).isEqualTo(new BigDecimal("66.6667"));
    }
}
