package io.stowage.ecs.placement.service;

import static io.stowage.ecs.placement.Clusters.instance;
import static io.stowage.ecs.placement.service.Simulations.HOUR;
import static io.stowage.ecs.placement.service.Simulations.daemon;
import static io.stowage.ecs.placement.service.Simulations.messages;
import static io.stowage.ecs.placement.service.Simulations.on;
import static io.stowage.ecs.placement.service.Simulations.percents;
import static io.stowage.ecs.placement.service.Simulations.service;
import static io.stowage.ecs.placement.service.Simulations.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.AgentDefaults;
import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.logging.LogStream;
import io.stowage.ecs.model.network.LoadBalancerKind;
import io.stowage.ecs.model.network.PathPattern;
import io.stowage.ecs.model.network.PortRange;
import io.stowage.ecs.model.network.SecurityRule;
import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.model.network.TargetType;
import io.stowage.ecs.model.roles.RoleBindings;
import io.stowage.ecs.model.roles.RoleKind;
import io.stowage.ecs.model.taskdef.DockerVolumeConfiguration;
import io.stowage.ecs.model.taskdef.EFSVolumeConfiguration;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.Scope;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.Volume;
import io.stowage.ecs.model.volume.DataTie;
import io.stowage.ecs.model.volume.FargateStorage;
import io.stowage.ecs.model.volume.VolumeFacts;
import io.stowage.ecs.placement.Clusters;
import io.stowage.ecs.placement.service.ServiceView.TaskView;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What people are told of ECS on their first day, statement by statement, as it goes today: each test is one statement. Those about
 * networks, about capacity and scaling and about tasks and roles stand in {@link SeedNetworkScenariosTest}, {@link
 * SeedCapacityScenariosTest} and {@link SeedTaskScenariosTest}, those about what somebody writes in the test of this name of the module
 * that validates.
 */
class SeedScenariosTest {
    private static final TargetGroup TARGETS = TargetGroup.http("tg", TargetType.INSTANCE);

    private static SimulatedService withPort(int desired, int hostPort, int minimum, int maximum) {
        return SimulatedService.of(
                web(desired, percents(minimum, maximum)).build(),
                Clusters.task(Clusters.container(256, 256)
                        .portMappings(List.of(PortMapping.builder()
                                .containerPort(80)
                                .hostPort(hostPort)
                                .build()))));
    }

    private static Map<String, Long> perInstance(ServiceSimulator simulator, String service) {
        return new TreeMap<>(simulator.service(service).tasks().stream()
                .collect(Collectors.groupingBy(
                        task -> String.valueOf(task.containerInstance()), Collectors.counting())));
    }

    private static CapacityProviderStrategyItem item(String provider, int base, int weight) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(provider)
                .base(base)
                .weight(weight)
                .build();
    }

    /** Several equal containers run on one instance, if they name no host port and an ALB finds them; true of an NLB, too. */
    @Test
    void dynamicHostPorts_behindAnAlb_letOneInstanceRunSeveralTasksOfAKind() {
        ServiceSimulator simulator = on(instance("i-1"));

        simulator.create(withPort(4, 0, 100, 200).behind(TARGETS));
        simulator.run(HOUR);

        assertThat(perInstance(simulator, "web")).isEqualTo(Map.of("i-1", 4L));
        assertThat(simulator.service("web").isSteady()).isTrue();
        assertThat(LoadBalancerKind.APPLICATION.takesDynamicHostPort()).isTrue();
        assertThat(LoadBalancerKind.NETWORK.takesDynamicHostPort()).isTrue();
    }

    /** A Classic Load Balancer needs static ports, so there is one task per instance, and it has no rules. */
    @Test
    void staticPort_asWithAClassicLoadBalancer_runsOnePerInstanceAndSaysWhyNotMore() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));

        simulator.create(withPort(3, 80, 100, 200));
        simulator.run(HOUR);

        assertThat(perInstance(simulator, "web")).isEqualTo(Map.of("i-1", 1L, "i-2", 1L));
        assertThat(messages(simulator, "SERVICE_TASK_PLACEMENT_FAILURE"))
                .isNotEmpty()
                .allMatch(text -> text.contains("is already using a port required by your task"));
        assertThat(LoadBalancerKind.CLASSIC.takesDynamicHostPort()).isFalse();
        assertThat(LoadBalancerKind.CLASSIC.hasRules()).isFalse();
        assertThat(LoadBalancerKind.CLASSIC.takesSeveralTargetGroups()).isFalse();
    }

    /** A minimum of 0 is for restarts one after the other: it lets ECS stop before it starts, as static ports need. */
    @Test
    void minimumZero_withStaticPortsEverywhere_isWhatLetsTheServiceRestart() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(withPort(2, 80, 100, 200));
        simulator.run(HOUR);
        simulator.deploy(withPort(2, 80, 100, 200));
        simulator.run(HOUR);
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsOnly(1);

        simulator.configure(web(2, percents(0, 100)).build());
        simulator.run(HOUR);

        assertThat(simulator.service("web").isSteady()).isTrue();
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2, 2);
    }

    /** The other half of that: where there is room for one more, a restart has no gap and needs no minimum of 0. */
    @Test
    void minimumZero_withSpareCapacity_isNotNeeded() {
        ServiceSimulator simulator = on(instance("i-1"));
        simulator.create(service(web(1, percents(100, 200))));
        simulator.run(HOUR);
        simulator.deploy(service(web(1, percents(100, 200))));

        for (int second = 0; second < 3600; second += 5) {
            simulator.run(Duration.ofSeconds(5));
            assertThat(simulator.service("web").healthyCount()).isPositive();
        }
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::revision)
                .containsExactly(2);
    }

    /** A service is a daemon or has replicas; a daemon, such as one that monitors, is once on every instance. */
    @Test
    void daemon_forMonitoring_runsOnceOnEveryInstanceAndOnTheNextToJoin() {
        ServiceSimulator simulator = on(instance("i-1"), instance("i-2"));
        simulator.create(daemon(0));
        simulator.create(service(web(3, null)));
        simulator.run(HOUR);
        assertThat(perInstance(simulator, "agent")).isEqualTo(Map.of("i-1", 1L, "i-2", 1L));

        simulator.register(instance("i-3").build());
        simulator.run(HOUR);

        assertThat(perInstance(simulator, "agent")).isEqualTo(Map.of("i-1", 1L, "i-2", 1L, "i-3", 1L));
        assertThat(simulator.service("web").runningCount()).isEqualTo(3);
    }

    /** Tasks may be split between FARGATE and FARGATE_SPOT. */
    @Test
    void fargateAndFargateSpot_baseTwoAndOneToThree_splitTenIntoFourAndSix() {
        ServiceSimulator simulator = on();
        simulator.create(SimulatedService.of(
                web(10, null)
                        .capacityProviderStrategy(List.of(item("FARGATE", 2, 1), item("FARGATE_SPOT", 0, 3)))
                        .build(),
                Clusters.task(256, 512).toBuilder()
                        .networkMode(NetworkMode.AWSVPC)
                        .cpu("256")
                        .memory("512")
                        .build()));

        simulator.run(HOUR);

        assertThat(simulator.service("web").tasks().stream()
                        .collect(Collectors.groupingBy(
                                task -> String.valueOf(task.capacityProvider()), Collectors.counting())))
                .isEqualTo(Map.of("FARGATE", 4L, "FARGATE_SPOT", 6L));
        assertThat(simulator.cluster().instances())
                .as("a cluster may have no instances")
                .isEmpty();
    }

    /** A capacity provider provides infrastructure: it grows the group when tasks wait. */
    @Test
    void capacityProvider_ofAnEmptyGroup_growsItUntilAllTasksRun() {
        ServiceSimulator simulator = on();
        simulator.addCapacityProvider(CapacitySimulationTest.group("asg", 10, false, true));
        simulator.create(SimulatedService.of(
                web(5, null)
                        .capacityProviderStrategy(List.of(item("asg", 0, 1)))
                        .build(),
                Clusters.task(4096, 64)));
        assertThat(simulator.service("web").tasks())
                .extracting(TaskView::lastStatus)
                .containsOnly("PROVISIONING");

        simulator.run(HOUR);

        assertThat(simulator.cluster().instances()).hasSize(5);
        assertThat(simulator.service("web").runningCount()).isEqualTo(5);
    }

    /** Tasks are spread over zones and packed within. */
    @Test
    void spreadOverZonesThenBinpack_fillsOneInstanceInEachZone() {
        ServiceSimulator simulator =
                on(instance("i-1", "a"), instance("i-2", "a"), instance("i-3", "b"), instance("i-4", "b"));

        simulator.create(service(web(6, null)
                .placementStrategy(List.of(
                        Clusters.strategy("spread", "attribute:" + InstanceSnapshot.ZONE_ATTRIBUTE),
                        Clusters.strategy("binpack", "memory")))));
        simulator.run(HOUR);

        assertThat(perInstance(simulator, "web")).isEqualTo(Map.of("i-1", 3L, "i-3", 3L));
    }

    private static TaskDefinition with(Volume volume) {
        return Clusters.task(256, 256).toBuilder().volumes(List.of(volume)).build();
    }

    /** In another zone there is not the same data of EBS. */
    @Test
    void sharedVolume_onADiskOfAZone_pinsTheZoneAndFileSystemsDoNot() {
        TaskDefinition onDisk = with(Volume.builder()
                .name("data")
                .dockerVolumeConfiguration(DockerVolumeConfiguration.builder()
                        .scope(Scope.SHARED)
                        .driver("rexray/ebs")
                        .build())
                .build());
        VolumeFacts disk = VolumeFacts.of(onDisk).get(0);
        assertThat(disk.tie()).isEqualTo(DataTie.ZONE);
        ServiceSimulator simulator = on(
                instance("i-1", "a").attribute("ecs.capability.docker-plugin.rexray/ebs", ""),
                instance("i-2", "b").attribute("ecs.capability.docker-plugin.rexray/ebs", ""));

        simulator.create(SimulatedService.of(
                web(4, null)
                        .placementConstraints(List.of(Clusters.constraint(
                                "memberOf", disk.zonePin("b").orElseThrow())))
                        .build(),
                onDisk));
        simulator.run(HOUR);

        assertThat(perInstance(simulator, "web")).isEqualTo(Map.of("i-2", 4L));
        assertThat(VolumeFacts.of(with(Volume.builder()
                                .name("files")
                                .efsVolumeConfiguration(EFSVolumeConfiguration.builder()
                                        .fileSystemId("fs-1")
                                        .build())
                                .build()))
                        .get(0)
                        .tie())
                .isEqualTo(DataTie.NONE);
    }

    /** Bind mounts work, on Fargate with 4 GB: today with 20 GiB and more. */
    @Test
    void fargateDisk_isFourGibForMountsOfOldPlatformsAndTwentyToday() {
        assertThat(FargateStorage.of("1.3.0", false, null).mountsGib()).isEqualTo(4);
        assertThat(FargateStorage.of("1.4.0", false, null).totalGib()).isEqualTo(20);
    }

    /** Logs are defined in the task definition, and each container has a stream. */
    @Test
    void logs_ofTwoContainers_goToAStreamEach() {
        LogConfiguration logs = LogConfiguration.builder()
                .logDriver(LogDriver.AWSLOGS)
                .options(Map.of("awslogs-group", "g", "awslogs-region", "eu-west-1", "awslogs-stream-prefix", "web"))
                .build();
        TaskDefinition task = TaskDefinition.builder()
                .containerDefinitions(List.of(
                        Clusters.container(64, 64)
                                .name("app")
                                .logConfiguration(logs)
                                .build(),
                        Clusters.container(64, 64)
                                .name("shipper")
                                .logConfiguration(logs)
                                .build()))
                .build();

        assertThat(LogStream.of(task, LaunchType.EC2, "arn:aws:ecs:eu-west-1:123456789012:task/prod/0a1b"))
                .extracting(LogStream::name)
                .containsExactly("web/app/0a1b", "web/shipper/0a1b");
    }

    /** A task needs a role to use AWS. */
    @Test
    void roles_ofATaskThatUsesAws_areNamedAndLackingOnesAreFound() {
        TaskDefinition task = Clusters.task(64, 64).toBuilder()
                .taskRoleArn("arn:aws:iam::123456789012:role/app")
                .build();

        RoleBindings roles = RoleBindings.of(task, LaunchType.EC2, AgentConfig.of(AgentDefaults.ECS_INIT));

        assertThat(roles.find(RoleKind.TASK).orElseThrow().roleArn()).isEqualTo("arn:aws:iam::123456789012:role/app");
        assertThat(roles.find(RoleKind.INSTANCE)).isPresent();
        assertThat(roles.missingFrom(List.of()))
                .anyMatch(finding -> finding.kind() == RoleKind.TASK)
                .anyMatch(finding -> finding.kind() == RoleKind.INSTANCE);
    }

    /** The role for tasks is switched on by a key, which is ECS_ENABLE_TASK_IAM_ROLE and no other, and is on where the image is of AWS. */
    @Test
    void agentConfiguration_withTheMisspeltKey_isTakenWithoutIt() {
        AgentConfig config = AgentConfig.parse(
                SourceText.of("ecs.config", "EC_ENABLE_TASK_IAM_ROLE=false\n"), AgentDefaults.ECS_INIT);

        assertThat(config.unknownKeys()).containsExactly("EC_ENABLE_TASK_IAM_ROLE");
        assertThat(config.isOn("ECS_ENABLE_TASK_IAM_ROLE")).isTrue();
        assertThat(config.cluster()).isEqualTo("default");
    }

    /** An instance must let the ALB in on all ports: those that tasks can get are enough. */
    @Test
    void securityGroup_needsTheEphemeralRangeOnly() {
        PortRange dynamic = AgentConfig.of(AgentDefaults.ECS_INIT).dynamicHostPortRange();

        assertThat(dynamic).isEqualTo(new PortRange(32768, 60999));
        assertThat(SecurityRule.uncovered(
                        List.of(new SecurityRule("tcp", dynamic, "sg-alb")), "tcp", dynamic, "sg-alb"))
                .isEmpty();
        assertThat(SecurityRule.uncovered(
                        List.of(new SecurityRule("tcp", new PortRange(40000, 65535), "sg-alb")),
                        "tcp",
                        dynamic,
                        "sg-alb"))
                .containsExactly(new PortRange(32768, 39999));
    }

    /** An ALB forwards to tasks "in swarm mode": there is no swarm, ECS registers instances or addresses as targets. */
    @Test
    void targets_ofBridgeAreInstancesAndOfAwsvpcAddresses() {
        assertThat(TargetType.of(NetworkMode.BRIDGE)).contains(TargetType.INSTANCE);
        assertThat(TargetType.of(NetworkMode.AWSVPC)).contains(TargetType.IP);
        assertThat(TargetType.of(NetworkMode.NONE)).isEmpty();
    }

    /** The path of a rule is written as a pattern, and a slash alone is no pattern for everything. */
    @Test
    void path_slashAlone_servesOnlyTheRoot() {
        assertThat(new PathPattern("/").matches("/")).isTrue();
        assertThat(new PathPattern("/").matches("/cart")).isFalse();
        assertThat(new PathPattern("/*").matches("/cart")).isTrue();
    }
}
