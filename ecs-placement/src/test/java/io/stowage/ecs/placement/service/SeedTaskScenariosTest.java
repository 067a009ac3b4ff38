package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.container;
import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.agent.InstanceSetup;
import io.stowage.ecs.model.catalog.CatalogException;
import io.stowage.ecs.model.catalog.CatalogOperation;
import io.stowage.ecs.model.catalog.TaskDefinitionCatalog;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.instancetype.InstanceTypes;
import io.stowage.ecs.model.roles.ActionNeed;
import io.stowage.ecs.model.roles.RoleBindings;
import io.stowage.ecs.model.roles.RoleKind;
import io.stowage.ecs.model.roles.RoleNeed;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.taskdef.ContainerCondition;
import io.stowage.ecs.model.taskdef.ContainerDependency;
import io.stowage.ecs.model.taskdef.EFSVolumeConfiguration;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.MountPoint;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.model.volume.VolumeFacts;
import io.stowage.ecs.model.volume.VolumeKind;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told of tasks, their revisions, volumes and roles on their first day, statement by statement, as it goes today. */
class SeedTaskScenariosTest {
    private static final AgentConfig AGENT = AgentConfig.of(AgentDefaults.ECS_INIT);

    /** Task definitions have versions: each registration is a revision, and no number comes back. */
    @Test
    void taskDefinition_registeredAgain_isANewRevisionThatTheFamilyNames() {
        TaskDefinition app = Clusters.task(256, 256);
        TaskDefinitionCatalog two = TaskDefinitionCatalog.empty()
                .register(app, null)
                .catalog()
                .register(app, null)
                .catalog();
        assertThat(two.find("app", CatalogOperation.RUN_TASK).orThrow().revision())
                .isEqualTo(2);
        assertThat(two.find("app:1", CatalogOperation.RUN_TASK).orThrow().revision())
                .isEqualTo(1);

        TaskDefinitionCatalog without = two.deregister("app:2", null).catalog();

        assertThat(without.find("app", CatalogOperation.RUN_TASK).orThrow().revision())
                .isEqualTo(1);
        assertThat(without.register(app, null).taskDefinition().revision()).isEqualTo(3);
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(
                        () -> without.find("app:2", CatalogOperation.RUN_TASK).orThrow());
        assertThat(without.find("app:2", CatalogOperation.CONTINUE_SERVICE)
                        .orThrow()
                        .revision())
                .as("a service that has it goes on, and scales")
                .isEqualTo(2);
    }

    /**
     * Instead of rolling, blue and green may stand side by side, with CodeDeploy: ECS does it of its own, all at once, in equal steps or
     * with a first small one, and there must be room for both.
     */
    @ParameterizedTest
    @CsvSource({"BLUE_GREEN,1000", "LINEAR,100", "CANARY,50"})
    void blueGreen_ofEcsItself_runsBothAndShiftsInItsSteps(String strategy, int firstTenths) {
        DeploymentConfiguration shifting = DeploymentConfiguration.builder()
                .strategy(new DeploymentStrategy(strategy))
                .bakeTimeInMinutes(15)
                .build();
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(2, shifting)));
        simulator.run(HOUR);
        simulator.deploy(service(web(2, shifting)));

        simulator.run(Duration.ofMinutes(2));
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactlyInAnyOrder(1, 1, 2, 2);
        assertThat(simulator.service("web").deployments().get(0).greenTenths()).isEqualTo(firstTenths);
        simulator.run(Duration.ofHours(3));

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2, 2);
    }

    /** A sidecar shares the directory of its task, and is paid for: both containers count when a place is looked for. */
    @Test
    void sidecar_sharesTheDirectoryOfItsTaskAndCounts() {
        MountPoint logs =
                MountPoint.builder().sourceVolume("logs").containerPath("/logs").build();
        TaskDefinition withSidecar = Clusters.task(64, 64).toBuilder()
                .volumes(List.of(Volume.builder().name("logs").build()))
                .containerDefinitions(List.of(
                        container(1024, 1500)
                                .name("app")
                                .mountPoints(List.of(logs))
                                .build(),
                        container(1024, 1500)
                                .name("shipper")
                                .mountPoints(List.of(logs))
                                .dependsOn(List.of(ContainerDependency.builder()
                                        .containerName("app")
                                        .condition(ContainerCondition.START)
                                        .build()))
                                .build()))
                .build();
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(SimulatedService.of(web(2, null).build(), withSidecar));
        simulator.run(HOUR);

        assertThat(simulator.service("web").runningCount())
                .as("of 4096 MiB a task takes 3000 with its sidecar and 1500 without")
                .isEqualTo(1);
        VolumeFacts directory = VolumeFacts.of(withSidecar).get(0);
        assertThat(directory.kind()).isEqualTo(VolumeKind.TASK_DIRECTORY);
        assertThat(directory.kind().outlivesTask()).isFalse();
    }

    /** What ECS makes of a task definition: the attributes that an instance must have are listed. */
    private static TaskDefinition registered(TaskDefinition definition) {
        return TaskDefinitionCatalog.empty().register(definition, null).taskDefinition();
    }

    /** An instance with all that its agent announces. */
    private static InstanceSnapshot agentOn(String id, String zone, String config) {
        return InstanceSnapshot.of(InstanceSetup.of(
                        InstanceTypes.find("m5.large").orElseThrow(),
                        zone,
                        AgentConfig.parse(SourceText.of("ecs.config", config), AgentDefaults.ECS_INIT))
                .containerInstance(id));
    }

    /**
     * Several instances share a volume of EBS: they cannot. Each task may have a volume of its own, which ends with it, on instances
     * that can attach one.
     */
    @Test
    void ebsVolume_isOfOneTask_andNeedsAnInstanceThatAttachesIt() {
        TaskDefinition withDisk = Clusters.task(256, 256).toBuilder()
                .volumes(List.of(
                        Volume.builder().name("data").configuredAtLaunch(true).build()))
                .build();
        ServiceSimulator simulator = on();
        simulator.register(agentOn("i-1", "a", "ECS_EBSTA_SUPPORTED=false\n"));
        simulator.create(SimulatedService.of(web(2, null).build(), registered(withDisk)));
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks()).isEmpty();

        simulator.register(agentOn("i-2", "b", ""));
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::containerInstance)
                .containsExactly("i-2", "i-2");
        assertThat(VolumeFacts.of(withDisk).get(0).kind().outlivesTask()).isFalse();
    }

    /** A file system of EFS is shared by all tasks in all zones: a task that is lost with its zone finds it in the other. */
    @Test
    void fileSystem_isInReachOfEveryZone() {
        TaskDefinition withFiles = Clusters.task(256, 256).toBuilder()
                .volumes(List.of(Volume.builder()
                        .name("files")
                        .efsVolumeConfiguration(EFSVolumeConfiguration.builder()
                                .fileSystemId("fs-1")
                                .build())
                        .build()))
                .build();
        ServiceSimulator simulator = on();
        simulator.register(agentOn("i-1", "a", ""));
        simulator.register(agentOn("i-2", "b", ""));
        simulator.create(SimulatedService.of(web(2, null).build(), registered(withFiles)));
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::containerInstance)
                .containsExactlyInAnyOrder("i-1", "i-2");

        simulator.loseZone("a");
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::containerInstance)
                .containsExactly("i-2", "i-2");
        assertThat(VolumeFacts.of(withFiles).get(0).zonePin("b"))
                .as("there is no zone to stay in")
                .isEmpty();
    }

    private static List<String> actions(TaskDefinition definition, LaunchType launchType, RoleKind kind) {
        return RoleBindings.of(definition, launchType, AGENT).find(kind).stream()
                .flatMap(need -> need.actions().stream())
                .map(ActionNeed::action)
                .toList();
    }

    /** A service needs a role, which may be made for it: it is the service-linked one, and the old one only where it is named. */
    @Test
    void serviceRole_isTheLinkedOne_unlessTheOldOneIsNamed() {
        CreateServiceRequest balanced = CreateServiceRequest.builder()
                .serviceName("web")
                .desiredCount(1)
                .loadBalancers(List.of(LoadBalancer.builder()
                        .targetGroupArn("arn:aws:elasticloadbalancing:r:1:targetgroup/web/1")
                        .containerName("main")
                        .containerPort(80)
                        .build()))
                .build();
        RoleBindings today = RoleBindings.of(Clusters.task(64, 64), balanced, LaunchType.EC2, AGENT);
        RoleBindings formerly = RoleBindings.of(
                Clusters.task(64, 64),
                balanced.toBuilder().role("ecsServiceRole").build(),
                LaunchType.EC2,
                AGENT);
        RoleBindings alone = RoleBindings.of(
                Clusters.task(64, 64),
                balanced.toBuilder().loadBalancers(List.of()).build(),
                LaunchType.EC2,
                AGENT);

        assertThat(today.needs())
                .extracting(RoleNeed::kind)
                .contains(RoleKind.SERVICE_LINKED)
                .doesNotContain(RoleKind.SERVICE);
        assertThat(formerly.find(RoleKind.SERVICE).orElseThrow().roleArn()).isEqualTo("ecsServiceRole");
        assertThat(alone.needs()).extracting(RoleNeed::kind).doesNotContain(RoleKind.SERVICE);
    }

    /** There are five roles: of the task, the instance, the service, auto scaling and CodeDeploy; today there are more. */
    @Test
    void roles_areMoreThanFive() {
        assertThat(RoleKind.values())
                .contains(
                        RoleKind.TASK,
                        RoleKind.INSTANCE,
                        RoleKind.SERVICE,
                        RoleKind.SERVICE_AUTO_SCALING,
                        RoleKind.CODE_DEPLOY)
                .contains(
                        RoleKind.SERVICE_LINKED,
                        RoleKind.SERVICE_AUTO_SCALING_LINKED,
                        RoleKind.TASK_EXECUTION,
                        RoleKind.INFRASTRUCTURE,
                        RoleKind.EVENTS);
        assertThat(RoleBindings.of(
                                Clusters.task(64, 64),
                                CreateServiceRequest.builder()
                                        .deploymentController(DeploymentController.builder()
                                                .type(DeploymentControllerType.CODE_DEPLOY)
                                                .build())
                                        .build(),
                                LaunchType.EC2,
                                AGENT)
                        .needs())
                .extracting(RoleNeed::kind)
                .contains(RoleKind.CODE_DEPLOY, RoleKind.INSTANCE)
                .doesNotContain(RoleKind.TASK);
    }

    /** The role of the instance pulls images and sends logs: on instances, whereas Fargate has the execution role for both. */
    @Test
    void pullAndLogs_areOfTheInstanceOnEc2AndOfTheExecutionRoleOnFargate() {
        TaskDefinition logging = Clusters.task(container(256, 512)
                .image("111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1")
                .logConfiguration(LogConfiguration.builder()
                        .logDriver(LogDriver.AWSLOGS)
                        .options(Map.of("awslogs-group", "g", "awslogs-region", "eu-west-1"))
                        .build()));

        assertThat(actions(logging, LaunchType.EC2, RoleKind.INSTANCE))
                .contains("ecr:BatchGetImage", "logs:PutLogEvents");
        assertThat(actions(logging, LaunchType.EC2, RoleKind.TASK_EXECUTION)).isEmpty();
        assertThat(actions(logging, LaunchType.FARGATE, RoleKind.TASK_EXECUTION))
                .contains("ecr:BatchGetImage", "logs:PutLogEvents");
        assertThat(actions(logging, LaunchType.FARGATE, RoleKind.INSTANCE)).isEmpty();
    }
}
