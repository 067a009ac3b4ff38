package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentConfigurationBuilder;
import io.stowage.ecs.model.service.DeploymentLifecycleHook;
import io.stowage.ecs.model.service.DeploymentLifecycleHookStage;
import io.stowage.ecs.model.service.DeploymentLifecycleHookTargetType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blue/green, linear and canary deployments. */
class ShiftSimulationTest {
    private static DeploymentConfigurationBuilder strategy(DeploymentStrategy strategy) {
        return DeploymentConfiguration.builder().strategy(strategy).bakeTimeInMinutes(15);
    }

    private static DeploymentLifecycleHook hook(
            DeploymentLifecycleHookTargetType type, DeploymentLifecycleHookStage stage) {
        return DeploymentLifecycleHook.builder()
                .targetType(type)
                .lifecycleStages(List.of(stage))
                .build();
    }

    private static ServiceSimulator running(DeploymentConfiguration configuration, LifecycleHooks hooks) {
        ServiceSimulator simulator = ServiceSimulator.builder(
                        Clusters.cluster(instance("i-1", "a"), instance("i-2", "b")))
                .hooks(hooks)
                .build();
        simulator.create(service(web(2, configuration)));
        simulator.run(HOUR);
        simulator.deploy(service(web(2, configuration)));
        return simulator;
    }

    private static List<String> stages(ServiceSimulator simulator) {
        return simulator.timeline().stream()
                .filter(event -> event.name().equals("LIFECYCLE_STAGE"))
                .map(event ->
                        Duration.between(Instant.EPOCH.plus(HOUR), event.at()).toSeconds()
                                + event.message().replaceAll(".* stage", ""))
                .toList();
    }

    @Test
    void blueGreen_withoutHooks_bakesAndCleansUp() {
        ServiceSimulator simulator =
                running(strategy(DeploymentStrategy.BLUE_GREEN).build(), LifecycleHooks.SUCCEED);
        simulator.run(Duration.ofMinutes(5));
        assertThat(simulator.service("web").liveCount()).as("blue and green").isEqualTo(4);
        assertThat(simulator.service("web").deployments().get(0).greenTenths()).isEqualTo(1000);

        simulator.run(HOUR);

        assertThat(stages(simulator))
                .containsExactly(
                        "0 PRE_SCALE_UP.",
                        "0 SCALE_UP.",
                        "50 POST_SCALE_UP.",
                        "50 TEST_TRAFFIC_SHIFT.",
                        "50 POST_TEST_TRAFFIC_SHIFT.",
                        "50 PRE_PRODUCTION_TRAFFIC_SHIFT.",
                        "50 PRODUCTION_TRAFFIC_SHIFT.",
                        "50 POST_PRODUCTION_TRAFFIC_SHIFT.",
                        "50 BAKE_TIME.",
                        "950 CLEAN_UP.");
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2, 2);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void canary_withPause_waitsForSomebody() {
        ServiceSimulator simulator = running(
                strategy(DeploymentStrategy.CANARY)
                        .lifecycleHooks(List.of(hook(
                                DeploymentLifecycleHookTargetType.PAUSE,
                                DeploymentLifecycleHookStage.PRE_PRODUCTION_TRAFFIC_SHIFT)))
                        .build(),
                LifecycleHooks.SUCCEED);
        simulator.run(HOUR);
        assertThat(simulator.service("web").deployments().get(0).greenTenths()).isZero();

        assertThat(simulator.continueDeployment("web", true)).isTrue();
        simulator.run(HOUR);
        assertThat(simulator.service("web").deployments().get(0).greenTenths())
                .as("the second step pauses, too")
                .isEqualTo(50);
        assertThat(simulator.continueDeployment("web", true)).isTrue();
        assertThat(simulator.continueDeployment("web", true)).isFalse();
        simulator.run(HOUR);

        assertThat(messages(simulator, "LIFECYCLE_PAUSED")).hasSize(2);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2, 2);
    }

    @Test
    void pause_thatNobodyEnds_isRolledBack() {
        ServiceSimulator simulator = running(
                strategy(DeploymentStrategy.BLUE_GREEN)
                        .lifecycleHooks(List.of(hook(
                                DeploymentLifecycleHookTargetType.PAUSE, DeploymentLifecycleHookStage.POST_SCALE_UP)))
                        .build(),
                LifecycleHooks.SUCCEED);

        simulator.run(Duration.ofDays(2));

        assertThat(messages(simulator, "ROLLBACK_SUCCESSFUL")).hasSize(1);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(1, 1);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void linear_hookThatFailsInTheMiddle_goesBackToBlue() {
        ServiceSimulator simulator = running(
                strategy(DeploymentStrategy.LINEAR)
                        .lifecycleHooks(List.of(hook(
                                DeploymentLifecycleHookTargetType.AWS_LAMBDA,
                                DeploymentLifecycleHookStage.POST_PRODUCTION_TRAFFIC_SHIFT)))
                        .build(),
                (service, stage, attempt) ->
                        attempt < 3 ? LifecycleHooks.Answer.IN_PROGRESS : LifecycleHooks.Answer.FAILED);

        simulator.run(Duration.ofHours(2));

        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED"))
                .containsExactly("(service web) (deployment ecs-svc/2) deployment failed: lifecycle hook failed.");
        assertThat(simulator.timeline().stream()
                        .filter(event -> event.name().equals("SERVICE_DEPLOYMENT_FAILED"))
                        .map(event -> Duration.between(Instant.EPOCH.plus(HOUR), event.at())
                                .toSeconds()))
                .as("50 s to scale up, nine bakes of 6 minutes, two calls that ask for another")
                .containsExactly(50L + 9 * 360 + 60);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(1, 1);
    }

    @Test
    void blueGreen_withoutRoomForBoth_failsAfterADay() {
        ServiceSimulator simulator = on(instance("i-1"));
        DeploymentConfiguration configuration =
                strategy(DeploymentStrategy.BLUE_GREEN).build();
        SimulatedService big = SimulatedService.of(web(2, configuration).build(), Clusters.task(2048, 256));
        simulator.create(big);
        simulator.run(HOUR);

        simulator.deploy(big);
        simulator.run(Duration.ofDays(2));

        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED"))
                .containsExactly("(service web) (deployment ecs-svc/2) deployment failed: stage timed out.");
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(1, 1);
    }

    @Test
    void configuration_thatCannotBe_isRefusedAtOnce() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, null)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.deploy(service(web(
                        1,
                        strategy(DeploymentStrategy.CANARY)
                                .lifecycleHooks(List.of(hook(
                                        DeploymentLifecycleHookTargetType.PAUSE,
                                        DeploymentLifecycleHookStage.PRODUCTION_TRAFFIC_SHIFT)))
                                .build()))))
                .withMessageContaining("pauses at PRODUCTION_TRAFFIC_SHIFT");
        assertThat(simulator.service("web").deployments()).hasSize(1);
    }
}
