package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.agent.InstanceSetup;
import io.stowage.ecs.model.capacity.CapacityProviderType;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.instancetype.InstanceTypes;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.OSFamily;
import io.stowage.ecs.model.taskdef.RuntimePlatform;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.scaling.CapacityLimits;
import io.stowage.ecs.placement.scaling.PolicyCombination;
import io.stowage.ecs.placement.scaling.PolicyCombination.PolicyType;
import io.stowage.ecs.placement.scaling.PolicyCombination.Proposal;
import io.stowage.ecs.placement.scaling.Schedule;
import io.stowage.ecs.placement.scaling.ScheduledAction;
import io.stowage.ecs.placement.scaling.StepScaling;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are told of clusters, instances and scaling on their first day, statement by statement, as it goes today. */
class SeedCapacityScenariosTest {
    private static final TaskDefinition FARGATE_TASK = Clusters.task(256, 512).toBuilder()
            .networkMode(NetworkMode.AWSVPC)
            .cpu("256")
            .memory("512")
            .build();

    private static CapacityProviderStrategyItem item(String provider) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(provider)
                .weight(1)
                .build();
    }

    private static SimulatedService named(
            String name, TaskDefinition definition, CapacityProviderStrategyItem... items) {
        return SimulatedService.of(
                CreateServiceRequest.builder()
                        .serviceName(name)
                        .desiredCount(2)
                        .capacityProviderStrategy(List.of(items))
                        .build(),
                definition);
    }

    /** There are three flavours: ECS on instances, Fargate and EKS. EKS is no launch type, and there are two more. */
    @Test
    void flavours_areFour_andOnlyThatOfFargateRunsOnNothing() {
        assertThat(LaunchType.known())
                .containsExactlyInAnyOrder(
                        LaunchType.EC2, LaunchType.FARGATE, LaunchType.EXTERNAL, LaunchType.MANAGED_INSTANCES);
        ServiceSimulator simulator = on();
        simulator.create(
                SimulatedService.of(web(2, null).launchType(LaunchType.FARGATE).build(), FARGATE_TASK));
        simulator.create(SimulatedService.of(
                CreateServiceRequest.builder()
                        .serviceName("own")
                        .desiredCount(2)
                        .launchType(LaunchType.EC2)
                        .build(),
                Clusters.task(256, 256)));
        simulator.run(HOUR);

        assertThat(simulator.service("web").runningCount()).isEqualTo(2);
        assertThat(simulator.service("own").tasks()).isEmpty();
    }

    /** The instances of the EC2 flavour must be created by somebody. */
    @Test
    void instances_ofLaunchTypeEc2_mustBeCreatedBeforeATaskRuns() {
        ServiceSimulator simulator = on();
        simulator.create(
                SimulatedService.of(web(1, null).launchType(LaunchType.EC2).build(), Clusters.task(256, 256)));
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks()).isEmpty();

        simulator.register(instance("i-1").build());
        simulator.run(HOUR);

        assertThat(simulator.service("web").runningCount()).isEqualTo(1);
    }

    /** ECS_CLUSTER must be set: only to be in another cluster than the one called default. */
    @Test
    void clusterKey_isNeededOnlyForAnotherClusterThanDefault() {
        assertThat(AgentConfig.of(AgentDefaults.ECS_INIT).cluster()).isEqualTo("default");
        assertThat(AgentConfig.parse(SourceText.of("ecs.config", "ECS_CLUSTER=prod\n"), AgentDefaults.ECS_INIT)
                        .cluster())
                .isEqualTo("prod");
    }

    /** An agent runs on each instance and registers it with what it has; what it keeps back is not there for tasks. */
    @Test
    void agent_registersTheInstanceWithWhatIsLeftForTasks() {
        InstanceSnapshot registered = InstanceSnapshot.of(registered(""));
        InstanceSnapshot lessMemory = InstanceSnapshot.of(registered("ECS_RESERVED_MEMORY=512\n"));

        assertThat(registered.registered().cpuUnits()).isEqualTo(2048);
        assertThat(registered.zone()).isEqualTo("eu-west-1a");
        assertThat(registered.registered().memoryMib() - lessMemory.registered().memoryMib())
                .isEqualTo(512);
        ServiceSimulator simulator = on();
        simulator.register(lessMemory);
        simulator.create(SimulatedService.of(web(1, null).build(), Clusters.task(256, (int)
                registered.registered().memoryMib())));
        simulator.run(HOUR);
        assertThat(messages(simulator, "SERVICE_TASK_PLACEMENT_FAILURE"))
                .isNotEmpty()
                .allMatch(text -> text.contains("insufficient memory"));
    }

    private static ContainerInstance registered(String config) {
        return InstanceSetup.of(
                        InstanceTypes.find("m5.large").orElseThrow(),
                        "eu-west-1a",
                        AgentConfig.parse(SourceText.of("ecs.config", config), AgentDefaults.ECS_INIT))
                .containerInstance("i-1");
    }

    /** A cluster is a group of EC2 instances: it is that and its capacity providers, and may have neither instance nor task. */
    @Test
    void cluster_ofCapacityProvidersAlone_runsTasksOfSeveralKinds() {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(CapacitySimulationTest.group("asg", 4, false, true));
        assertThat(simulator.cluster().instances()).isEmpty();

        simulator.create(named("own", Clusters.task(256, 64), item("asg")));
        simulator.create(named("serverless", FARGATE_TASK, item("FARGATE")));
        simulator.run(HOUR);

        assertThat(simulator.service("own").tasks())
                .extracting(TaskView::capacityProvider)
                .containsExactly("asg", "asg");
        assertThat(simulator.service("serverless").tasks())
                .extracting(TaskView::capacityProvider)
                .containsExactly("FARGATE", "FARGATE");
        assertThat(simulator.service("serverless").tasks())
                .extracting(TaskView::containerInstance)
                .containsOnlyNulls();
    }

    /** Instances need a special image: any will do that brings the agent; what counts is what the agent offers. */
    @Test
    void image_ofAnInstance_isNotLookedAtWithoutAConstraint() {
        ServiceSimulator simulator = on(
                instance("i-1").attribute("ecs.ami-id", "ami-of-aws"),
                instance("i-2").attribute("ecs.ami-id", "ami-of-our-own"));
        simulator.create(service(web(2, null)));
        simulator.create(SimulatedService.of(
                CreateServiceRequest.builder()
                        .serviceName("pinned")
                        .desiredCount(2)
                        .placementConstraints(
                                List.of(Clusters.constraint("memberOf", "attribute:ecs.ami-id == ami-of-our-own")))
                        .build(),
                Clusters.task(64, 64)));
        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::containerInstance)
                .containsExactlyInAnyOrder("i-1", "i-2");
        assertThat(simulator.service("pinned").tasks())
                .extracting(TaskView::containerInstance)
                .containsExactly("i-2", "i-2");
    }

    /**
     * Clusters are made of three templates: networking only, Linux and networking, Windows and networking. The console that had them is
     * gone; what they made is the two providers of Fargate, or a group of instances of one operating system.
     */
    @Test
    void clusterTemplates_areProvidersOfFargateOrAGroupOfOneSystem() {
        ServiceSimulator simulator = on();
        simulator.create(named("networking-only", FARGATE_TASK, item("FARGATE"), item("FARGATE_SPOT")));
        simulator.addCapacityProvider(group("linux-and-networking", "linux"));
        simulator.addCapacityProvider(group("windows-and-networking", "windows"));
        TaskDefinition windows = Clusters.task(256, 64).toBuilder()
                .networkMode(null)
                .runtimePlatform(RuntimePlatform.builder()
                        .operatingSystemFamily(OSFamily.WINDOWS_SERVER_2022_CORE)
                        .build())
                .build();
        simulator.create(named("linux", Clusters.task(256, 64), item("linux-and-networking")));
        simulator.create(named("windows", windows, item("windows-and-networking")));
        simulator.create(named("wrong", windows, item("linux-and-networking")));
        simulator.run(HOUR);

        assertThat(simulator.service("networking-only").tasks())
                .extracting(TaskView::capacityProvider)
                .containsExactlyInAnyOrder("FARGATE", "FARGATE_SPOT");
        assertThat(simulator.service("linux").runningCount()).isEqualTo(2);
        assertThat(simulator.service("windows").runningCount()).isEqualTo(2);
        assertThat(simulator.service("wrong").runningCount()).isZero();
    }

    private static SimulatedCapacityProvider group(String name, String system) {
        SimulatedCapacityProvider usual = CapacitySimulationTest.group(name, 2, false, true);
        return new SimulatedCapacityProvider(
                usual.provider(),
                usual.limits(),
                List.of(instance("t", "a")
                        .attribute("ecs.os-type", system)
                        .attribute("ecs.os-family", system.equals("linux") ? "LINUX" : "WINDOWS_SERVER_2022_CORE")
                        .build()),
                usual.launchTime());
    }

    /** Services scale by target tracking, by steps and by schedule; today also by prediction, which never scales in. */
    @Test
    void autoScaling_hasThreeKindsThatWorkTogether_andPrediction() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(2, null)));
        simulator.run(HOUR);
        StepScaling steps = new StepScaling(
                StepScaling.AdjustmentType.CHANGE_IN_CAPACITY,
                List.of(new StepScaling.Step(0.0, null, 4)),
                null,
                new CapacityLimits(0, 100));
        simulator.scale(
                "web",
                new ServiceScaling(
                        new CapacityLimits(1, 20),
                        List.of(tracking((at, view) -> view.runningCount() == 2 ? 75.0 : 48.0)),
                        List.of(new ServiceScaling.Stepping(
                                steps,
                                (at, view) -> 80.0,
                                50,
                                StepScaling.Comparison.GREATER_THAN,
                                3,
                                Duration.ofHours(10))),
                        List.of(new ServiceScaling.Timed(
                                Schedule.parse("at(1970-01-01T01:20:00)", ZoneOffset.UTC),
                                new ScheduledAction(null, 5),
                                "evening"))));

        simulator.run(Duration.ofMinutes(4));
        assertThat(simulator.service("web").bounds().desiredCount())
                .as("the steps ask for 6, tracking for 3, and the larger wins")
                .isEqualTo(6);
        simulator.run(Duration.ofMinutes(30));
        assertThat(simulator.service("web").bounds().desiredCount())
                .as("the schedule lowered the maximum")
                .isEqualTo(5);
        CapacityLimits limits = new CapacityLimits(1, 20);
        assertThat(PolicyCombination.combine(5, limits, List.of(new Proposal(PolicyType.PREDICTIVE_SCALING, 8, false)))
                        .desiredCount())
                .isEqualTo(8);
        assertThat(PolicyCombination.combine(5, limits, List.of(new Proposal(PolicyType.PREDICTIVE_SCALING, 2, false)))
                        .desiredCount())
                .isEqualTo(5);
    }

    private static ServiceScaling.Tracking tracking(MetricSeries metric) {
        return new ServiceScaling.Tracking(50, metric, Duration.ofSeconds(300), Duration.ofSeconds(300), false);
    }

    /** Target tracking holds the average of a CloudWatch metric at its target, in proportion. */
    @Test
    void targetTracking_ofTheAverage_holdsTheTargetAndDoesNothingWithoutData() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(service(web(4, null)));
        simulator.run(HOUR);
        Instant data = simulator.now().plus(HOUR);
        MetricSeries average = (at, view) -> at.isBefore(data) ? null : 320.0 / view.runningCount();
        simulator.scale(
                "web", new ServiceScaling(new CapacityLimits(1, 20), List.of(tracking(average)), List.of(), List.of()));
        simulator.run(HOUR);
        assertThat(simulator.service("web").bounds().desiredCount()).isEqualTo(4);

        simulator.run(HOUR);

        assertThat(simulator.service("web").bounds().desiredCount())
                .as("4 tasks at 80 each are 320, which 7 tasks hold below 50 each")
                .isEqualTo(7);
    }

    /** FARGATE and FARGATE_SPOT are there without anybody creating them. */
    @Test
    void fargateProviders_areThereWithoutBeingCreated() {
        ServiceSimulator simulator = on();
        simulator.create(named("serverless", FARGATE_TASK, item("FARGATE_SPOT")));
        simulator.run(HOUR);

        assertThat(simulator.service("serverless").runningCount()).isEqualTo(2);
        assertThat(CapacityProviderType.known())
                .contains(CapacityProviderType.FARGATE, CapacityProviderType.FARGATE_SPOT);
    }
}
