package io.stowage.ecs.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.model.spec.SpecCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class DeploymentBoundsTest {
    @TestFactory
    Stream<DynamicTest> bounds_ofHealthyPercentCases_areAsExpected() {
        return SpecCases.services("healthy-percent", 15, c -> {
            JsonNode given = c.get("given");
            JsonNode expect = c.get("expect");
            DeploymentBounds bounds = given.get("schedulingStrategy").asString().equals("DAEMON")
                    ? DeploymentBounds.ofDaemon(given.get("eligibleInstances").asInt(), percents(given))
                    : DeploymentBounds.ofReplica(given.get("desiredCount").asInt(), percents(given));
            assertThat(bounds.minHealthyTasks())
                    .isEqualTo(expect.get("minHealthyTasks").asLong());
            assertThat(bounds.maxTasks()).isEqualTo(expect.get("maxTasks").asLong());
            if (expect.has("minimumHealthyPercent")) {
                assertThat(bounds.minimumHealthyPercent())
                        .isEqualTo(expect.get("minimumHealthyPercent").asInt());
                assertThat(bounds.maximumPercent())
                        .isEqualTo(expect.get("maximumPercent").asInt());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> isStuck_stuckDeploymentCases_sayWhenPercentagesAloneBlock() {
        return SpecCases.services("stuck-deployment", 14, c -> {
            JsonNode given = c.get("given");
            JsonNode expect = c.get("expect");
            DeploymentBounds bounds =
                    DeploymentBounds.ofReplica(given.get("desiredCount").asInt(), percents(given));
            assertThat(bounds.minHealthyTasks())
                    .isEqualTo(expect.get("minHealthyTasks").asLong());
            assertThat(bounds.maxTasks()).isEqualTo(expect.get("maxTasks").asLong());
            // Other reasons need the state of a cluster and are the matter of the simulator.
            boolean byPercent =
                    expect.has("reason") && expect.get("reason").asString().equals("DEPLOYMENT_CONFIGURATION");
            assertThat(bounds.isStuck()).isEqualTo(byPercent);
        });
    }

    @Test
    void isStuck_everySmallService_isMendedBySufficientPercentAndByNoLess() {
        for (int desired = 1; desired <= 60; desired++) {
            for (int minimum = 0; minimum <= 100; minimum++) {
                for (int maximum = 100; maximum <= 200; maximum += 5) {
                    DeploymentBounds bounds = new DeploymentBounds(desired, minimum, maximum);
                    int more = bounds.sufficientMaximumPercent().orElseThrow();
                    int less = bounds.sufficientMinimumHealthyPercent().orElseThrow();
                    assertThat(new DeploymentBounds(desired, minimum, more).mayStartFirst())
                            .isTrue();
                    assertThat(new DeploymentBounds(desired, less, maximum).mayStopFirst())
                            .isTrue();
                    if (bounds.isStuck()) {
                        assertThat(new DeploymentBounds(desired, minimum, more - 1).isStuck())
                                .isTrue();
                        assertThat(new DeploymentBounds(desired, less + 1, maximum).isStuck())
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void bounds_greatestNumbers_doNotOverflow() {
        DeploymentBounds bounds = new DeploymentBounds(Integer.MAX_VALUE, 100, 200);
        assertThat(bounds.minHealthyTasks()).isEqualTo(Integer.MAX_VALUE);
        assertThat(bounds.maxTasks()).isEqualTo(2L * Integer.MAX_VALUE);
        assertThat(bounds.sufficientMaximumPercent()).hasValue(200);
    }

    @Test
    void bounds_nothingDesired_haveNothingToRepair() {
        DeploymentBounds bounds = DeploymentBounds.ofReplica(0, null);
        assertThat(bounds.isStuck()).isFalse();
        assertThat(bounds.sufficientMaximumPercent()).isEmpty();
        assertThat(bounds.sufficientMinimumHealthyPercent()).isEmpty();
    }

    @Test
    void ofDaemon_otherMaximumWritten_staysAtTheOnlyLegalOne() {
        DeploymentConfiguration written =
                DeploymentConfiguration.builder().maximumPercent(200).build();
        assertThat(DeploymentBounds.ofDaemon(3, written).maxTasks()).isEqualTo(3);
    }

    @Test
    void of_service_followsStrategyAndController() {
        Service rolling = Service.builder()
                .desiredCount(4)
                .launchType(LaunchType.EC2)
                .deploymentConfiguration(DeploymentConfiguration.builder()
                        .minimumHealthyPercent(50)
                        .maximumPercent(150)
                        .build())
                .build();
        assertThat(DeploymentBounds.of(rolling, 9)).isEqualTo(new DeploymentBounds(4, 50, 150));
        Service daemon = rolling.toBuilder()
                .schedulingStrategy(SchedulingStrategy.DAEMON)
                .build();
        assertThat(DeploymentBounds.of(daemon, 9)).isEqualTo(new DeploymentBounds(9, 50, 100));
        Service codeDeploy = rolling.toBuilder()
                .deploymentController(DeploymentController.builder()
                        .type(DeploymentControllerType.CODE_DEPLOY)
                        .build())
                .build();
        assertThat(DeploymentBounds.of(codeDeploy, 9)).isEqualTo(new DeploymentBounds(4, 100, 200));
        Service fargate = codeDeploy.toBuilder().launchType(LaunchType.FARGATE).build();
        assertThat(DeploymentBounds.of(fargate, 9)).isEqualTo(new DeploymentBounds(4, 50, 150));
        CreateServiceRequest request = CreateServiceRequest.builder()
                .desiredCount(3)
                .deploymentConfiguration(rolling.deploymentConfiguration())
                .build();
        assertThat(DeploymentBounds.of(request, 9)).isEqualTo(new DeploymentBounds(3, 50, 150));
        assertThat(DeploymentBounds.of(Service.builder().build(), 9)).isEqualTo(new DeploymentBounds(0, 100, 200));
    }

    @Test
    void bounds_negativeNumber_isRefusedWithItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeploymentBounds(1, -1, 200))
                .withMessageContaining("minimumHealthyPercent -1");
    }

    private static DeploymentConfiguration percents(JsonNode given) {
        return DeploymentConfiguration.builder()
                .minimumHealthyPercent(
                        given.has("minimumHealthyPercent")
                                ? given.get("minimumHealthyPercent").asInt()
                                : null)
                .maximumPercent(
                        given.has("maximumPercent")
                                ? given.get("maximumPercent").asInt()
                                : null)
                .build();
    }
}
