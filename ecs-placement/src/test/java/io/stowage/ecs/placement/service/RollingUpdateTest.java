package io.stowage.ecs.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.deployment.DeploymentBounds;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RollingUpdateTest {
    private static final Pattern MINIMUM = Pattern.compile("set minimumHealthyPercent to (\\d+) or less");
    private static final Pattern MAXIMUM = Pattern.compile("set maximumPercent to (\\d+) or more");

    private static RolloutCounts random(SplittableRandom random) {
        int oldHealthy = random.nextInt(6);
        int oldNotHealthy = random.nextInt(3);
        return new RolloutCounts(
                new DeploymentBounds(random.nextInt(8), random.nextInt(101), 100 + random.nextInt(101)),
                random.nextInt(6),
                random.nextInt(3),
                oldHealthy,
                oldNotHealthy,
                random.nextInt(oldHealthy + 1),
                random.nextInt(oldNotHealthy + 1),
                random.nextInt(3));
    }

    @Test
    void next_anyCounts_keepsBothBoundsAndProtectedTasks() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 200_000; i++) {
            RolloutCounts counts = random(random);
            int placed = random.nextInt(RollingUpdate.mayStart(counts) + 1);

            RollingUpdate.Step step = RollingUpdate.next(counts, placed);

            if (step.start() > 0) {
                assertThat(counts.live() + step.start())
                        .isLessThanOrEqualTo((int) counts.bounds().maxTasks());
            }
            assertThat(step.stopHealthy()).isLessThanOrEqualTo(counts.stoppableHealthy());
            assertThat(step.stopNotHealthy()).isLessThanOrEqualTo(counts.stoppableNotHealthy());
            if (step.stopHealthy() > 0) {
                assertThat(counts.healthy() - step.stopHealthy())
                        .as("%s", counts)
                        .isGreaterThanOrEqualTo((int) counts.bounds().minHealthyTasks());
            }
            assertThat(step.why()).isNotEmpty().allMatch(text -> !text.isBlank());
        }
    }

    @Test
    void next_morePlacedThanAllowed_isRefused() {
        RolloutCounts counts = RolloutCounts.settled(new DeploymentBounds(2, 100, 200), 2, 0, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RollingUpdate.next(counts, 3))
                .withMessageContaining("0 to 2");
    }

    @Test
    void next_unhealthyOldTask_goesAsSoonAsItsReplacementHasAPlace() {
        RolloutCounts counts = new RolloutCounts(new DeploymentBounds(2, 100, 150), 0, 0, 1, 1, 0, 0, 0);

        assertThat(RollingUpdate.next(counts, 1))
                .extracting(RollingUpdate.Step::start, RollingUpdate.Step::stopNotHealthy)
                .containsExactly(1, 1);
    }

    @Test
    void stall_ofPercentagesAlone_isThePredicateOfTheReference() {
        for (int desired = 0; desired < 12; desired++) {
            for (int minimum = 0; minimum <= 100; minimum++) {
                for (int maximum = 100; maximum <= 200; maximum++) {
                    DeploymentBounds bounds = new DeploymentBounds(desired, minimum, maximum);
                    RolloutCounts counts = RolloutCounts.settled(bounds, desired, 0, 0);
                    assertThat(StalledRollout.of(counts, Integer.MAX_VALUE, false)
                                    .isPresent())
                            .as("%s", bounds)
                            .isEqualTo(bounds.isStuck());
                }
            }
        }
    }

    @Test
    void stall_ofConfiguration_saysArithmeticAndRepair() {
        RolloutCounts counts = RolloutCounts.settled(new DeploymentBounds(1, 100, 134), 1, 0, 0);

        StalledRollout stall =
                StalledRollout.of(counts, Integer.MAX_VALUE, false).orElseThrow();

        assertThat(stall.why()).contains("floor(1 * 134 / 100) = 1").contains("ceil(1 * 100 / 100) = 1");
        assertThat(stall.repair())
                .isEqualTo("set maximumPercent to 200 or more, or set minimumHealthyPercent to 0 or less");
        assertThat(StalledRollout.configurationEvent("web"))
                .startsWith("(service web) was unable to stop or start tasks during a deployment");
    }

    /** What is said to help does, and one percent short of it does not. */
    @Test
    void stall_anyCounts_repairIsTheSmallestThatHelps() {
        int minima = 0;
        int maxima = 0;
        for (int desired = 1; desired <= 7; desired++) {
            for (int percents = 0; percents < 36; percents++) {
                DeploymentBounds bounds = new DeploymentBounds(desired, percents / 6 * 20, 100 + percents % 6 * 20);
                for (int tasks = 0; tasks < 8 * 4 * 8 * 4; tasks++) {
                    int old = tasks % 8;
                    int sick = tasks / 8 % 4;
                    int fresh = tasks / 32 % 8;
                    int kept = Math.min(old, tasks / 256);
                    RolloutCounts counts = new RolloutCounts(bounds, fresh, 0, old, sick, kept, 0, 0);
                    StalledRollout stall = StalledRollout.of(counts, 0, false).orElse(null);
                    if (stall == null || stall.reason() == StallReason.PROTECTED_TASKS) {
                        continue;
                    }
                    Matcher minimum = MINIMUM.matcher(stall.repair());
                    if (minimum.find()) {
                        int percent = Integer.parseInt(minimum.group(1));
                        assertThat(isStalled(counts, percent, bounds.maximumPercent(), 0))
                                .as("%s", counts)
                                .isFalse();
                        assertThat(isStalled(counts, percent + 1, bounds.maximumPercent(), 0))
                                .as("%s", counts)
                                .isTrue();
                        minima++;
                    } else {
                        assertThat(isStalled(counts, 0, bounds.maximumPercent(), 0))
                                .as("%s", counts)
                                .isTrue();
                    }
                    Matcher maximum = MAXIMUM.matcher(stall.repair());
                    if (maximum.find()) {
                        int percent = Integer.parseInt(maximum.group(1));
                        assertThat(isStalled(counts, bounds.minimumHealthyPercent(), percent, Integer.MAX_VALUE))
                                .as("%s", counts)
                                .isFalse();
                        assertThat(isStalled(counts, bounds.minimumHealthyPercent(), percent - 1, Integer.MAX_VALUE))
                                .as("%s", counts)
                                .isTrue();
                        maxima++;
                    }
                }
            }
        }
        assertThat(minima).isPositive();
        assertThat(maxima).isPositive();
    }

    private static boolean isStalled(RolloutCounts counts, int minimum, int maximum, int room) {
        DeploymentBounds bounds = new DeploymentBounds(counts.bounds().desiredCount(), minimum, maximum);
        RolloutCounts changed = new RolloutCounts(
                bounds,
                counts.newHealthy(),
                counts.newPending(),
                counts.oldHealthy(),
                counts.oldNotHealthy(),
                counts.oldHealthyProtected(),
                counts.oldNotHealthyProtected(),
                counts.stopping());
        return StalledRollout.of(changed, room, false).isPresent();
    }

    @Test
    void stall_withoutOldTasks_isOnlyAboutRoom() {
        RolloutCounts counts = RolloutCounts.settled(new DeploymentBounds(6, 50, 200), 0, 0, 4);

        StalledRollout stall = StalledRollout.of(counts, 0, false).orElseThrow();

        assertThat(stall.why())
                .isEqualTo("no instance has room for a new task, and no old task is left that could make room");
        assertThat(stall.repair()).isEqualTo("add room for one task");
    }

    @Test
    void stall_whileTasksAreOnTheirWay_isNone() {
        RolloutCounts counts = new RolloutCounts(new DeploymentBounds(2, 100, 100), 0, 0, 2, 0, 0, 0, 1);

        assertThat(StalledRollout.of(counts, 0, false)).isEmpty();
    }

    @Test
    void counts_thatCannotBe_areRefused() {
        DeploymentBounds bounds = new DeploymentBounds(1, 100, 200);
        assertThatIllegalArgumentException().isThrownBy(() -> RolloutCounts.settled(bounds, 1, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RolloutCounts.settled(bounds, -1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StalledRollout.of(RolloutCounts.settled(bounds, 1, 0, 0), -1, false));
    }
}
