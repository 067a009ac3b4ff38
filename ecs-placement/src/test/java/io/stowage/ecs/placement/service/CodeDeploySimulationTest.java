package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.model.network.TargetType;
import io.stowage.ecs.model.service.CreateServiceRequestBuilder;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deployments of CodeDeploy: task sets, traffic, hooks, and the ways back. */
class CodeDeploySimulationTest {
    private static final Instant DEPLOYED = Instant.EPOCH.plus(HOUR);

    private static CreateServiceRequestBuilder request() {
        return web(2, null)
                .deploymentController(DeploymentController.builder()
                        .type(DeploymentControllerType.CODE_DEPLOY)
                        .build())
                .loadBalancers(List.of(LoadBalancer.builder()
                        .targetGroupArn("arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/1")
                        .containerName("app")
                        .containerPort(80)
                        .build()));
    }

    private static ServiceSimulator running(LifecycleHooks hooks) {
        ServiceSimulator simulator = ServiceSimulator.builder(
                        Clusters.cluster(instance("i-1", "a"), instance("i-2", "b")))
                .hooks(hooks)
                .build();
        simulator.create(service(request()));
        simulator.run(HOUR);
        return simulator;
    }

    private static List<String> stages(ServiceSimulator simulator) {
        return simulator.timeline().stream()
                .filter(event -> event.name().equals("LIFECYCLE_STAGE"))
                .map(event -> Duration.between(DEPLOYED, event.at()).toSeconds()
                        + event.message().replaceAll(".* stage", ""))
                .toList();
    }

    private static List<Integer> revisions(ServiceSimulator simulator) {
        return simulator.service("web").tasks().stream().map(TaskView::revision).toList();
    }

    private static long failedAtSecond(ServiceSimulator simulator) {
        return simulator.timeline().stream()
                .filter(event -> event.name().equals("SERVICE_DEPLOYMENT_FAILED"))
                .mapToLong(event -> Duration.between(DEPLOYED, event.at()).toSeconds())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allAtOnce_withTestListener_keepsTheOriginalTaskSetForAnHour() {
        ServiceSimulator simulator = running(LifecycleHooks.SUCCEED);

        simulator.codeDeploy(
                service(request()), CodeDeployDeployment.allAtOnce().withTestListener());
        simulator.run(Duration.ofMinutes(50));
        assertThat(revisions(simulator)).containsExactly(1, 1, 2, 2);
        assertThat(simulator.service("web").deployments().get(0).greenTenths()).isEqualTo(1000);
        simulator.run(HOUR);

        List<String> stages = stages(simulator);
        String healthy = stages.get(2).replaceAll(" .*", "");
        long up = Long.parseLong(healthy);
        assertThat(up).isPositive();
        assertThat(stages)
                .containsExactly(
                        "0 BeforeInstall.",
                        "0 Install.",
                        up + " AfterInstall.",
                        up + " AllowTestTraffic.",
                        up + " AfterAllowTestTraffic.",
                        up + " BeforeAllowTraffic.",
                        up + " AllowTraffic.",
                        up + " AfterAllowTraffic.",
                        up + " WaitBeforeTermination.",
                        up + 3600 + " TerminateOriginalTaskSet.");
        assertThat(revisions(simulator)).containsExactly(2, 2);
        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_COMPLETED")).hasSize(2);
        assertThat(simulator.service("web").isSteady()).isTrue();
    }

    @Test
    void linear_inThirds_givesTheRestLast() {
        ServiceSimulator simulator = running(LifecycleHooks.SUCCEED);

        simulator.codeDeploy(
                service(request()), CodeDeployDeployment.linear(30, 3).terminatingAfter(0));
        simulator.run(HOUR);

        assertThat(simulator.timeline().stream()
                        .filter(event -> event.message().endsWith("stage AllowTraffic."))
                        .map(event -> event.why().get(0)))
                .containsExactly(
                        "production traffic: green 30%, blue 70%",
                        "production traffic: green 60%, blue 40%",
                        "production traffic: green 90%, blue 10%",
                        "production traffic: green 100%, blue 0%");
        assertThat(revisions(simulator)).containsExactly(2, 2);
    }

    @Test
    void canary_stoppedInTheMiddle_givesTrafficBackAndMayBeTriedAgain() {
        ServiceSimulator simulator = running(LifecycleHooks.SUCCEED);
        simulator.codeDeploy(service(request()), CodeDeployDeployment.canary(10, 15));
        simulator.run(Duration.ofMinutes(10));
        assertThat(simulator.service("web").deployments().get(0).greenTenths()).isEqualTo(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.codeDeploy(service(request()), CodeDeployDeployment.allAtOnce()))
                .withMessageContaining("already, at AllowTraffic");

        assertThat(simulator.rollBack("web")).isTrue();
        simulator.run(HOUR);

        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED"))
                .containsExactly("(service web) (deployment ecs-svc/2) deployment failed: deployment stopped.");
        assertThat(revisions(simulator)).containsExactly(1, 1);
        assertThat(simulator.rollBack("web")).isFalse();
        simulator.codeDeploy(
                service(request()), CodeDeployDeployment.allAtOnce().terminatingAfter(0));
        simulator.run(HOUR);
        assertThat(revisions(simulator)).containsExactly(3, 3);
    }

    @Test
    void hook_thatFailsAfterTestTraffic_movesNoProductionTraffic() {
        ServiceSimulator simulator = running((service, stage, attempt) ->
                stage.equals("AfterAllowTestTraffic") ? LifecycleHooks.Answer.FAILED : LifecycleHooks.Answer.SUCCEEDED);

        simulator.codeDeploy(
                service(request()),
                CodeDeployDeployment.allAtOnce()
                        .withTestListener()
                        .withHooks("BeforeInstall", "AfterAllowTestTraffic"));
        simulator.run(HOUR);

        assertThat(stages(simulator)).last().asString().endsWith("AfterAllowTestTraffic.");
        assertThat(messages(simulator, "ROLLBACK_SUCCESSFUL")).hasSize(1);
        assertThat(revisions(simulator)).containsExactly(1, 1);
    }

    @Test
    void replacement_thatFindsNoRoom_failsAfterAnHour() {
        ServiceSimulator simulator = running(LifecycleHooks.SUCCEED);

        simulator.codeDeploy(
                SimulatedService.of(request().build(), Clusters.task(8192, 256)), CodeDeployDeployment.allAtOnce());
        simulator.run(Duration.ofHours(2));

        assertThat(failedAtSecond(simulator)).isEqualTo(3600);
        assertThat(revisions(simulator)).containsExactly(1, 1);
    }

    @Test
    void scaling_whileTrafficMoves_thatDoesNotSettleIn5Minutes_fails() {
        ServiceSimulator simulator = running(LifecycleHooks.SUCCEED);
        simulator.codeDeploy(service(request()), CodeDeployDeployment.canary(10, 30));
        simulator.run(Duration.ofMinutes(10));

        simulator.setDesiredCount("web", 3);
        simulator.run(Duration.ofMinutes(6));
        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED"))
                .as("there is room for six")
                .isEmpty();
        simulator.setDesiredCount("web", 50);
        simulator.run(Duration.ofMinutes(6));

        assertThat(failedAtSecond(simulator)).isEqualTo((16 + 5) * 60);
        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED"))
                .containsExactly("(service web) (deployment ecs-svc/2) deployment failed: scaling did not settle.");
    }

    @Test
    void scaling_justBeforeTheOriginalTaskSetEnds_isNoReasonToGoBackToIt() {
        ServiceSimulator simulator = running(LifecycleHooks.SUCCEED);
        simulator.codeDeploy(
                service(request()), CodeDeployDeployment.canary(10, 10).terminatingAfter(0));
        simulator.run(Duration.ofMinutes(5));
        assertThat(simulator.service("web").deployments().get(0).stage()).isEqualTo("AllowTraffic");
        while (!"TerminateOriginalTaskSet"
                .equals(simulator.service("web").deployments().get(0).stage())) {
            boolean isLate = messages(simulator, "LIFECYCLE_STAGE").stream()
                            .filter(text -> text.endsWith("stage AllowTraffic."))
                            .count()
                    == 1;
            if (isLate && simulator.service("web").bounds().desiredCount() == 2) {
                simulator.run(Duration.ofMinutes(5));
                simulator.setDesiredCount("web", 50);
            }
            assertThat(simulator.step(HOUR)).isTrue();
        }
        simulator.run(HOUR);

        assertThat(messages(simulator, "SERVICE_DEPLOYMENT_FAILED")).isEmpty();
        assertThat(revisions(simulator)).containsOnly(2);
    }

    @Test
    void deployment_thatCannotBe_isRefusedAtOnce() {
        ServiceSimulator simulator = running(LifecycleHooks.SUCCEED);
        TargetGroup http = TargetGroup.http("arn:green", TargetType.INSTANCE);
        TargetGroup tcp = new TargetGroup(
                http.arn(), "TCP", 80, http.targetType(), http.healthCheck(), http.deregistrationDelay());

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> simulator.codeDeploy(service(request()).behind(tcp), CodeDeployDeployment.canary(10, 5)))
                .withMessageContaining("takes all traffic at once; 2 steps were given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeDeployDeployment.allAtOnce().withHooks("AfterAllowTestTraffic"))
                .withMessageContaining("needs a test listener");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeDeployDeployment.allAtOnce().withHooks("AllowTraffic"))
                .withMessageContaining("one of [BeforeInstall");
        assertThat(simulator.service("web").deployments()).hasSize(1);
    }

    @Test
    void service_ofAnotherController_isNotDeployedByCodeDeploy() {
        ServiceSimulator simulator = Simulations.on(instance("i-1"));
        simulator.create(service(web(1, null)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.codeDeploy(service(web(1, null)), CodeDeployDeployment.allAtOnce()))
                .withMessage(
                        "service web has the deployment controller ECS, so CodeDeploy cannot deploy it; a service of"
                                + " the controller CODE_DEPLOY was expected");
    }
}
