package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.percents;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.stowage.ecs.model.service.AvailabilityZoneRebalancing;
import io.stowage.ecs.model.service.DeploymentCircuitBreaker;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.TaskSet;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControllerChangeTest {
    private static SimulatedService of(DeploymentControllerType type, @Nullable DeploymentConfiguration configuration) {
        return service(web(3, configuration)
                .deploymentController(DeploymentController.builder().type(type).build()));
    }

    private static ServiceSimulator running(DeploymentControllerType type, @Nullable DeploymentConfiguration settings) {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(of(type, settings));
        simulator.run(HOUR);
        return simulator;
    }

    @Test
    void ecs_toExternal_makesTheTasksThePrimaryTaskSet() {
        ServiceSimulator simulator = running(DeploymentControllerType.ECS, null);

        simulator.changeDeploymentController("web", DeploymentControllerType.EXTERNAL);
        simulator.run(HOUR);

        assertThat(simulator.taskSets("web"))
                .extracting(TaskSet::status, TaskSet::runningCount, TaskSet::computedDesiredCount)
                .containsExactly(tuple("PRIMARY", 3, 3));
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(1, 1, 1);
        String next = simulator.createTaskSet(of(DeploymentControllerType.EXTERNAL, null), 100);
        assertThat(next).isNotEqualTo(simulator.taskSets("web").get(0).id());
    }

    @Test
    void external_backToEcs_deploysByItselfAgain() {
        ServiceSimulator simulator = running(DeploymentControllerType.ECS, null);
        simulator.changeDeploymentController("web", DeploymentControllerType.EXTERNAL);
        simulator.run(HOUR);

        simulator.changeDeploymentController("web", DeploymentControllerType.ECS);
        simulator.deploy(of(DeploymentControllerType.ECS, null));
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2, 2, 2);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void external_withAnotherTaskSet_staysExternal() {
        ServiceSimulator simulator = running(DeploymentControllerType.ECS, null);
        simulator.changeDeploymentController("web", DeploymentControllerType.EXTERNAL);
        String other = simulator.createTaskSet(of(DeploymentControllerType.EXTERNAL, null), 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.changeDeploymentController("web", DeploymentControllerType.ECS))
                .withMessageContaining("exactly one, the primary one, was expected");

        simulator.deleteTaskSet("web", other, false);
        simulator.run(HOUR);
        simulator.changeDeploymentController("web", DeploymentControllerType.ECS);
        assertThat(simulator.service("web").deployments()).hasSize(1);
    }

    @Test
    void external_withoutTaskSet_staysExternal() {
        ServiceSimulator simulator = running(DeploymentControllerType.EXTERNAL, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.changeDeploymentController("web", DeploymentControllerType.ECS))
                .withMessageContaining("it has the task sets []");
    }

    @ParameterizedTest
    @CsvSource({"ECS", "EXTERNAL"})
    void codeDeploy_maySwitchToBothOthers(String to) {
        ServiceSimulator simulator = running(DeploymentControllerType.CODE_DEPLOY, null);

        simulator.changeDeploymentController("web", new DeploymentControllerType(to));
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks()).hasSize(3);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ECS, ECS", "ECS, CODE_DEPLOY", "EXTERNAL, CODE_DEPLOY", "CODE_DEPLOY, CODE_DEPLOY", "ECS, JENKINS"})
    void anythingElse_isRefused(String from, String to) {
        ServiceSimulator simulator = running(new DeploymentControllerType(from), null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.changeDeploymentController("web", new DeploymentControllerType(to)))
                .withMessageStartingWith(
                        "service web cannot change its deployment controller from " + from + " to " + to)
                .withMessageContaining("can follow");
    }

    @Test
    void ecs_withBreakerAndADeploymentInProgress_saysBoth() {
        DeploymentConfiguration breaker = DeploymentConfiguration.builder()
                .deploymentCircuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(false)
                        .build())
                .build();
        ServiceSimulator simulator = running(DeploymentControllerType.ECS, breaker);
        simulator.deploy(of(DeploymentControllerType.ECS, breaker));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.changeDeploymentController("web", DeploymentControllerType.EXTERNAL))
                .withMessageEndingWith(": a deployment is in progress; the circuit breaker is on");
    }

    @Test
    void configure_ofAnExternalService_leavesDeploymentSettingsAlone() {
        ServiceSimulator simulator = running(DeploymentControllerType.EXTERNAL, percents(50, 200));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.configure(web(3, percents(0, 200)).build()))
                .withMessage(
                        "service web has the deployment controller EXTERNAL, with which [deploymentConfiguration] cannot be"
                                + " changed; what it has was expected");
        simulator.configure(web(3, percents(50, 200)).build());
    }

    @Test
    void configure_ofACodeDeployService_leavesZoneRebalancingAlone() {
        ServiceSimulator simulator = running(DeploymentControllerType.CODE_DEPLOY, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.configure(web(3, null)
                        .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
                        .build()))
                .withMessageContaining("[availabilityZoneRebalancing]");
        simulator.configure(web(3, percents(50, 200)).build());
    }
}
