package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.CreateServiceRequestBuilder;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.SchedulingStrategy;
import io.stowage.ecs.model.taskdef.Compatibility;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.PortMappingBuilder;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownService;
import io.stowage.ecs.validation.input.ScalableTarget;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossRolloutRulesTest {
    private static final TaskDefinition FIXED_PORT =
            task(PortMapping.builder().containerPort(80).hostPort(8080));

    /** The conditions of the catalogue, worked out once more from their numbers. */
    @Test
    void fixedPort_anyNumbers_agreesWithTheArithmetic() {
        SplittableRandom random = new SplittableRandom(20260801);
        for (int i = 0; i < 400; i++) {
            int desired = random.nextInt(0, 6);
            int instances = random.nextInt(1, 6);
            int minimum = random.nextInt(0, 101);
            long lower = (desired * (long) minimum + 99) / 100;
            Set<String> expected = new TreeSet<>();
            if (desired > instances) {
                expected.add("cross.static-port-exceeds-instances /service/desiredCount");
            }
            if (desired == instances && lower == desired) {
                expected.add((instances == 1 ? "cross.single-instance-rollout" : "cross.static-port-rollout")
                        + " /service/deploymentConfiguration/minimumHealthyPercent");
            }

            EcsConfiguration configuration = configuration(FIXED_PORT, service(desired, minimum), instances);

            assertThat(found(configuration))
                    .as("%d tasks, %d instances, %d%%", desired, instances, minimum)
                    .isEqualTo(expected);
        }
    }

    @Test
    void memory_anyNumbers_agreesWithTheArithmetic() {
        SplittableRandom random = new SplittableRandom(20260802);
        for (int i = 0; i < 300; i++) {
            int desired = random.nextInt(1, 12);
            int need = random.nextInt(100, 1000);
            int minimum = random.nextInt(0, 101);
            List<Integer> memory =
                    random.ints(random.nextInt(1, 5), 0, 3000).boxed().toList();
            long room = memory.stream().mapToLong(mib -> mib / need).sum();
            Set<String> expected = new TreeSet<>();
            if (room < desired) {
                expected.add("cross.capacity-too-small /service/desiredCount");
            }
            if (room == desired && (desired * (long) minimum + 99) / 100 == desired) {
                expected.add("cross.capacity-rollout /service/deploymentConfiguration/minimumHealthyPercent");
            }
            if (memory.stream().allMatch(mib -> mib < need)) {
                expected.add("instance.memory-insufficient /containerInstances");
            }

            EcsConfiguration configuration = EcsConfiguration.builder()
                    .taskDefinition(task(null).toBuilder()
                            .memory(Integer.toString(need))
                            .build())
                    .service(service(desired, minimum).build())
                    .containerInstances(memory.stream()
                            .map(mib -> KnownInstance.builder()
                                    .registeredMemory(mib)
                                    .build())
                            .toList())
                    .build();

            assertThat(found(configuration))
                    .as("%d tasks of %d MiB on %s, %d%%", desired, need, memory, minimum)
                    .isEqualTo(expected);
        }
    }

    @Test
    void message_ofARollout_saysWhatWouldDo() {
        Diagnostic finding =
                findings(configuration(FIXED_PORT, service(3, 100), 3)).get(0);

        assertThat(finding.message())
                .isEqualTo(
                        "3 tasks with the fixed host port 8080 fill all 3 instances; with `minimumHealthyPercent` 100"
                                + " none may stop, so a deployment hangs.");
        assertThat(finding.hint()).contains("Lower `minimumHealthyPercent` to 66 or less");
    }

    @Test
    void distinctInstance_isJudgedWithoutAPort_andThePortAlone() {
        CreateServiceRequestBuilder service = service(3, 100)
                .placementConstraints(List.of(PlacementConstraint.builder()
                        .type(PlacementConstraintType.DISTINCT_INSTANCE)
                        .build()));

        assertThat(found(configuration(task(null), service, 2)))
                .containsExactly("cross.distinct-instance-exceeds-instances /service/desiredCount");
        assertThat(found(configuration(task(null), service, 3)))
                .containsExactly(
                        "cross.distinct-instance-rollout /service/deploymentConfiguration/minimumHealthyPercent");
        assertThat(found(configuration(FIXED_PORT, service, 2)))
                .containsExactly("cross.static-port-exceeds-instances /service/desiredCount");
    }

    @Test
    void rollout_thatIsNotRolling_isNotJudgedByItsPercentages() {
        assertThat(found(configuration(FIXED_PORT, service(2, 100).schedulingStrategy(SchedulingStrategy.DAEMON), 2)))
                .noneMatch(finding -> finding.startsWith("cross."));
        assertThat(found(configuration(
                        FIXED_PORT,
                        service(2, 100)
                                .deploymentController(DeploymentController.builder()
                                        .type(DeploymentControllerType.EXTERNAL)
                                        .build()),
                        2)))
                .noneMatch(finding -> finding.startsWith("cross."));
        assertThat(found(configuration(
                        FIXED_PORT,
                        service(2, 100)
                                .deploymentConfiguration(DeploymentConfiguration.builder()
                                        .strategy(DeploymentStrategy.CANARY)
                                        .build()),
                        2)))
                .noneMatch(finding -> finding.startsWith("cross."));
    }

    @ParameterizedTest
    @CsvSource({"-1, 100", "3, -5", "3, 101", "2147483647, 2147483647"})
    void numbers_thatCannotBe_neverFail(int desired, int minimum) {
        assertThat(found(configuration(FIXED_PORT, service(desired, minimum), 3)))
                .noneMatch(finding -> finding.startsWith("cross.static-port-rollout"));
        KnownInstance huge = KnownInstance.builder()
                .registeredMemory(Integer.MAX_VALUE)
                .registeredCpu(-1)
                .build();
        assertThat(found(EcsConfiguration.builder()
                        .taskDefinition(task(null))
                        .service(service(desired, minimum).build())
                        .containerInstances(Collections.nCopies(1000, huge))
                        .build()))
                .noneMatch(finding -> finding.startsWith("cross.capacity"));
    }

    @Test
    void memory_thatOneInstanceDoesNotTell_isNotJudged() {
        KnownInstance small = KnownInstance.builder().registeredMemory(100).build();
        for (KnownInstance other : List.of(
                KnownInstance.builder().build(),
                KnownInstance.builder().registeredMemory(-1).build(),
                KnownInstance.builder()
                        .otherMembers(Map.of("registeredMemory", "${MIB}"))
                        .build())) {
            assertThat(found(EcsConfiguration.builder()
                            .taskDefinition(task(null))
                            .service(service(5, 100).build())
                            .containerInstances(List.of(small, other))
                            .build()))
                    .noneMatch(finding -> finding.startsWith("cross.capacity"));
        }
    }

    @Test
    void hostPort_thatIsNotKnown_isNoDynamicPortEither() {
        TaskDefinition unknown =
                task(PortMapping.builder().containerPort(80).otherMembers(Map.of("hostPort", "${PORT}")));

        assertThat(found(EcsConfiguration.builder()
                        .taskDefinition(unknown.toBuilder().memory("1024").build())
                        .service(service(3, 100).build())
                        .containerInstances(List.of(
                                KnownInstance.builder().registeredMemory(2048).build()))
                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"awsvpc", "none"})
    void hostPort_inAModeWithoutHostPorts_limitsNothing(String mode) {
        TaskDefinition task =
                FIXED_PORT.toBuilder().networkMode(new NetworkMode(mode)).build();

        assertThat(found(configuration(task, service(5, 100), 1))).noneMatch(finding -> finding.startsWith("cross."));
    }

    @Test
    void fargate_isNeverComparedWithInstances() {
        TaskDefinition task = FIXED_PORT.toBuilder()
                .requiresCompatibilities(List.of(Compatibility.FARGATE))
                .build();

        assertThat(found(configuration(task, service(5, 100), 1)))
                .noneMatch(finding -> finding.startsWith("cross.") || finding.startsWith("instance."));
    }

    @Test
    void otherService_ofAnotherClusterOrPort_doesNotCollide() {
        EcsConfiguration alone = configuration(FIXED_PORT, service(1, 50).cluster("arn:aws:ecs:r:1:cluster/prod"), 2);
        KnownService other = KnownService.builder()
                .serviceName("other")
                .desiredCount(2)
                .staticHostPorts(List.of(22, 8080))
                .build();

        assertThat(found(with(alone, other))).containsExactly("cross.static-port-conflict /services/0/staticHostPorts");
        assertThat(found(with(alone, other.toBuilder().cluster("prod").build())))
                .containsExactly("cross.static-port-conflict /services/0/staticHostPorts");
        assertThat(found(with(alone, other.toBuilder().cluster("test").build())))
                .isEmpty();
        assertThat(found(with(
                        alone, other.toBuilder().staticHostPorts(List.of(8081)).build())))
                .isEmpty();
        assertThat(found(with(alone, other.toBuilder().desiredCount(1).build())))
                .isEmpty();
    }

    @Test
    void scaling_beyondTheInstances_isOnlyOfInterestWithOneTaskAnInstance() {
        ScalableTarget target =
                ScalableTarget.builder().minCapacity(1).maxCapacity(3).build();

        assertThat(found(configuration(FIXED_PORT, service(1, 50), 2).toBuilder()
                        .scalableTarget(target)
                        .build()))
                .containsExactly("cross.scaling-exceeds-instances /scalableTarget/maxCapacity");
        assertThat(found(configuration(FIXED_PORT, service(1, 50), 3).toBuilder()
                        .scalableTarget(target)
                        .build()))
                .isEmpty();
        assertThat(found(configuration(task(null), service(1, 50), 2).toBuilder()
                        .scalableTarget(target)
                        .build()))
                .isEmpty();
    }

    private static EcsConfiguration with(EcsConfiguration configuration, KnownService other) {
        return configuration.toBuilder().services(List.of(other)).build();
    }

    private static TaskDefinition task(PortMappingBuilder mapping) {
        return TaskDefinition.builder()
                .family("web")
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("app")
                        .image("nginx:1.27")
                        .memory(64)
                        .portMappings(mapping == null ? null : List.of(mapping.build()))
                        .build()))
                .build();
    }

    private static CreateServiceRequestBuilder service(int desired, int minimum) {
        return CreateServiceRequest.builder()
                .serviceName("web")
                .taskDefinition("web:1")
                .desiredCount(desired)
                .deploymentConfiguration(DeploymentConfiguration.builder()
                        .minimumHealthyPercent(minimum)
                        .build());
    }

    private static EcsConfiguration configuration(
            TaskDefinition task, CreateServiceRequestBuilder service, int instances) {
        return EcsConfiguration.builder()
                .taskDefinition(task)
                .service(service.build())
                .containerInstances(
                        Collections.nCopies(instances, KnownInstance.builder().build()))
                .build();
    }

    private static List<Diagnostic> findings(EcsConfiguration configuration) {
        return EcsValidator.standard().validate(configuration).findings().stream()
                .filter(finding ->
                        finding.id().startsWith("cross.") || finding.id().startsWith("instance."))
                .toList();
    }

    private static Set<String> found(EcsConfiguration configuration) {
        return findings(configuration).stream()
                .map(finding -> finding.id() + " " + finding.pointer())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
