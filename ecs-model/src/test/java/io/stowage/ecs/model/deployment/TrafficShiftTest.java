package io.stowage.ecs.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.service.CanaryConfiguration;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.LinearConfiguration;
import io.stowage.ecs.model.spec.SpecCases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class TrafficShiftTest {
    @TestFactory
    Stream<DynamicTest> shift_ofCases_isAsExpected() {
        return SpecCases.services("traffic-shift", 5, c -> {
            TrafficShift shift = TrafficShift.of(configuration(c.get("given")));
            JsonNode expect = c.get("expect");
            assertThat(shift.steps().stream()
                            .map(s -> List.of((double) s.atMinute(), s.greenTenths() / 10.0, s.blueTenths() / 10.0)))
                    .containsExactlyElementsOf(expect.get("steps")
                            .valueStream()
                            .map(s -> List.of(
                                    s.get("atMinute").asDouble(),
                                    s.get("green").asDouble(),
                                    s.get("blue").asDouble()))
                            .toList());
            assertThat(shift.trafficDoneAtMinute())
                    .isEqualTo(expect.get("trafficDoneAtMinute").asLong());
            assertThat(shift.bakeEndsAtMinute())
                    .isEqualTo(expect.get("bakeEndsAtMinute").asLong());
        });
    }

    @Test
    void shift_nothingButTheStrategyWritten_takesTheDefaults() {
        TrafficShift linear = TrafficShift.of(DeploymentConfiguration.builder()
                .strategy(DeploymentStrategy.LINEAR)
                .build());
        assertThat(linear.steps()).hasSize(10);
        assertThat(linear.trafficDoneAtMinute()).isEqualTo(54);
        TrafficShift canary = TrafficShift.of(DeploymentConfiguration.builder()
                .strategy(DeploymentStrategy.CANARY)
                .build());
        assertThat(canary.steps()).containsExactly(new TrafficShift.Step(0, 50), new TrafficShift.Step(10, 1000));
    }

    @Test
    void shift_rolling_managesNoTraffic() {
        TrafficShift shift = TrafficShift.of(DeploymentConfiguration.builder().build());
        assertThat(shift.steps()).isEmpty();
        assertThat(shift.bakeEndsAtMinute()).isZero();
    }

    @Test
    void shift_stepOutOfRange_isRefused() {
        for (double percent : new double[] {0, -1, 100.1, Double.NaN, 0.01}) {
            DeploymentConfiguration written = DeploymentConfiguration.builder()
                    .strategy(DeploymentStrategy.LINEAR)
                    .linearConfiguration(
                            LinearConfiguration.builder().stepPercent(percent).build())
                    .build();
            assertThatIllegalArgumentException().isThrownBy(() -> TrafficShift.of(written));
        }
    }

    private static DeploymentConfiguration configuration(JsonNode given) {
        return DeploymentConfiguration.builder()
                .strategy(new DeploymentStrategy(given.get("strategy").asString()))
                .bakeTimeInMinutes(given.get("bakeTimeInMinutes").asInt())
                .linearConfiguration(LinearConfiguration.builder()
                        .stepPercent(
                                given.has("stepPercent")
                                        ? given.get("stepPercent").asDouble()
                                        : null)
                        .stepBakeTimeInMinutes(
                                given.has("stepBakeTimeInMinutes")
                                        ? given.get("stepBakeTimeInMinutes").asInt()
                                        : null)
                        .build())
                .canaryConfiguration(CanaryConfiguration.builder()
                        .canaryPercent(
                                given.has("canaryPercent")
                                        ? given.get("canaryPercent").asDouble()
                                        : null)
                        .canaryBakeTimeInMinutes(
                                given.has("canaryBakeTimeInMinutes")
                                        ? given.get("canaryBakeTimeInMinutes").asInt()
                                        : null)
                        .build())
                .build();
    }
}
