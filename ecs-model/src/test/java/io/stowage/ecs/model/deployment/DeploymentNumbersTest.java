package io.stowage.ecs.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.service.ThresholdConfiguration;
import io.stowage.ecs.model.service.ThresholdType;
import io.stowage.ecs.model.spec.SpecCases;
import java.time.Duration;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class DeploymentNumbersTest {
    @TestFactory
    Stream<DynamicTest> circuitBreakerThreshold_ofCases_isAsExpected() {
        return SpecCases.services("circuit-breaker", 15, c -> {
            JsonNode given = c.get("given");
            int desired = given.get("desiredCount").asInt();
            JsonNode written = given.get("thresholdConfiguration");
            ThresholdConfiguration configuration = written == null
                    ? null
                    : ThresholdConfiguration.builder()
                            .type(new ThresholdType(written.get("type").asString()))
                            .value(written.get("value").asInt())
                            .build();
            long threshold = given.has("legacyBounds2023")
                    ? DeploymentNumbers.circuitBreakerThreshold(desired, configuration, YearMonth.of(2023, 4))
                    : DeploymentNumbers.circuitBreakerThreshold(desired, configuration);
            assertThat(threshold).isEqualTo(c.get("expect").get("threshold").asLong());
        });
    }

    @TestFactory
    Stream<DynamicTest> earlySuccessTasks_ofCases_isAsExpected() {
        return SpecCases.services(
                "early-success",
                6,
                c -> assertThat(DeploymentNumbers.earlySuccessTasks(
                                c.get("given").get("desiredCount").asInt(),
                                c.get("given").get("healthyPercent").asInt()))
                        .isEqualTo(c.get("expect").get("requiredHealthyTasks").asLong()));
    }

    @TestFactory
    Stream<DynamicTest> taskSetCount_ofCases_isAsExpected() {
        return SpecCases.services(
                "task-set-scale",
                5,
                c -> assertThat(DeploymentNumbers.taskSetCount(
                                c.get("given").get("desiredCount").asInt(),
                                c.get("given").get("scalePercent").asDouble()))
                        .isEqualTo(c.get("expect").get("computedDesiredCount").asLong()));
    }

    @TestFactory
    Stream<DynamicTest> launchDelay_ofCases_isAsExpected() {
        return SpecCases.services(
                "launch-throttle",
                8,
                c -> assertThat(DeploymentNumbers.launchDelay(
                                c.get("given").get("consecutiveLaunchFailures").asInt()))
                        .isEqualTo(Duration.ofSeconds(
                                c.get("expect").get("delaySeconds").asLong())));
    }

    @Test
    void launchDelay_anyNumberOfFailures_staysAtTheGreatest() {
        assertThat(DeploymentNumbers.launchDelay(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(27));
    }

    @Test
    void taskSetCount_percentThatNoDoubleHolds_isTakenAsWritten() {
        // 0.07 * 100 is 7.000000000000001 in doubles, which would round up to 8.
        assertThat(DeploymentNumbers.taskSetCount(100, 7.0)).isEqualTo(7);
        assertThat(DeploymentNumbers.taskSetCount(1000, 0.7)).isEqualTo(7);
    }

    @Test
    void circuitBreakerThreshold_beforeAllHistory_takesTheOldestBounds() {
        assertThat(DeploymentNumbers.circuitBreakerThreshold(1, null, YearMonth.of(2000, 1)))
                .isEqualTo(10);
        assertThat(DeploymentNumbers.circuitBreakerThreshold(1, null, YearMonth.of(2030, 1)))
                .isEqualTo(3);
    }

    @Test
    void numbers_outOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DeploymentNumbers.launchDelay(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> DeploymentNumbers.taskSetCount(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> DeploymentNumbers.taskSetCount(1, 100.1));
        assertThatIllegalArgumentException().isThrownBy(() -> DeploymentNumbers.earlySuccessTasks(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DeploymentNumbers.circuitBreakerThreshold(-1, null));
    }
}
