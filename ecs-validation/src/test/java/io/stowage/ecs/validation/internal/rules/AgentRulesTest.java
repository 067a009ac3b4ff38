package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.HealthCheck;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.taskdef.TransportProtocol;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.input.KnownInstance;
import io.stowage.ecs.validation.input.KnownInstanceBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentRulesTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/app";

    @ParameterizedTest
    @CsvSource({
        "ECS_DISABLE_METRICS, ' True ', ''",
        "ECS_DISABLE_METRICS, f, ''",
        "ECS_DISABLE_METRICS, tRUE, agent.boolean-value",
        "ECS_DISABLE_METRICS, '\"true\"', agent.boolean-value",
        "ECS_DISABLE_METRICS, '', ''",
        "ECS_DISABLE_METRICS, '  ', ''",
        "ECS_INSTANCE_ATTRIBUTES, '{\"a\": 1}', agent.json-value",
        "ECS_INSTANCE_ATTRIBUTES, '{\"a\": \"1\"}', ''",
        "ECS_AWSVPC_ADDITIONAL_LOCAL_ROUTES, '{}', agent.json-value",
        "ECS_AWSVPC_ADDITIONAL_LOCAL_ROUTES, '[\"10.0.0.0/16\"]', ''",
        "ECS_RESERVED_PORTS, '[22, 65536]', agent.json-list",
        "ECS_RESERVED_PORTS_UDP, '[\"53\"]', agent.json-list",
        "ECS_RESERVED_PORTS, '[]', ''",
        "ECS_AVAILABLE_LOGGING_DRIVERS, awslogs, agent.json-list",
        "ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION, 1s, ''",
        "ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION, 999ms, agent.cleanup-wait",
        "ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION, 0, agent.cleanup-wait",
        "ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION, -1h, agent.cleanup-wait",
        "ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION, 3 hours, agent.cleanup-wait",
        "ECS_IMAGE_CLEANUP_INTERVAL, 10m, ''",
        "ECS_IMAGE_CLEANUP_INTERVAL, 9m59s, agent.image-cleanup-interval",
        "ECS_CONTAINER_STOP_TIMEOUT, 0s, ''",
        "ECS_CONTAINER_STOP_TIMEOUT, 900ms, agent.stop-timeout",
        "ECS_CONTAINER_STOP_TIMEOUT, 30, agent.stop-timeout",
        "ECS_CONTAINER_START_TIMEOUT, 45s, ''",
        "ECS_CONTAINER_START_TIMEOUT, 44s, agent.start-timeout",
        "ECS_CONTAINER_CREATE_TIMEOUT, 59s, agent.create-timeout",
        "ECS_POLLING_METRICS_WAIT_DURATION, 5s, ''",
        "ECS_POLLING_METRICS_WAIT_DURATION, 20s, ''",
        "ECS_POLLING_METRICS_WAIT_DURATION, 21s, agent.polling-wait",
        "ECS_POLLING_METRICS_WAIT_DURATION, 4s, agent.polling-wait",
        "ECS_IMAGE_PULL_BEHAVIOR, prefer-cached, ''",
        "ECS_IMAGE_PULL_BEHAVIOR, Always, agent.pull-behavior",
        "ECS_DYNAMIC_HOST_PORT_RANGE, 1-65535, ''",
        "ECS_DYNAMIC_HOST_PORT_RANGE, 5000-5000, agent.dynamic-port-range",
        "ECS_DYNAMIC_HOST_PORT_RANGE, 0-100, agent.dynamic-port-range",
        "ECS_TASK_PIDS_LIMIT, 4194304, ''",
        "ECS_TASK_PIDS_LIMIT, 4194305, agent.pids-limit",
        "ECS_TASK_PIDS_LIMIT, many, agent.pids-limit",
        "ECS_TASK_PIDS_LIMIT, '${LIMIT}', ''",
        "ECS_DISABLE_METRICS, <yes or no>, ''",
        "ECS_SOMETHING_NEW, anything, ''"
    })
    void value_atItsBounds_isTakenOrNot(String key, String value, String rule) {
        String expected = rule == null || rule.isEmpty() ? "" : rule + " /containerInstances/0/agentConfig/" + key;

        assertThat(String.join("", found(null, KnownInstance.builder().agentConfig(Map.of(key, value)))))
                .isEqualTo(expected);
    }

    @Test
    void value_withALineEnd_reachesNoAgentAndNoOtherKey() {
        assertThat(found(
                        taskWithRole(),
                        KnownInstance.builder()
                                .agentConfig(Map.of("ECS_LOGLEVEL", "info\nECS_ENABLE_TASK_IAM_ROLE=true"))))
                .containsExactly("agent.task-iam-role /containerInstances/0/agentConfig/ECS_ENABLE_TASK_IAM_ROLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "t", "T", "TRUE", "true", "True", " true "})
    void setting_inAnySpellingOfTrue_isOn(String value) {
        assertThat(found(
                        taskWithRole(), KnownInstance.builder().agentConfig(Map.of("ECS_ENABLE_TASK_IAM_ROLE", value))))
                .isEmpty();
    }

    @Test
    void setting_ofTheOptimizedImage_countsOnlyIfItIsWritten() {
        KnownInstanceBuilder image = KnownInstance.builder().amiManaged(true);

        assertThat(found(taskWithRole(), image.agentConfig(Map.of()))).isEmpty();
        assertThat(found(taskWithRole(), image.agentConfig(Map.of("ECS_ENABLE_TASK_IAM_ROLE", "false"))))
                .hasSize(1);
    }

    @Test
    void instance_withoutConfiguration_isNotJudged() {
        assertThat(found(taskWithRole(), KnownInstance.builder())).isEmpty();
    }

    @Test
    void reservedPorts_areThoseOfTheProtocol_andOnlyWrittenOnes() {
        TaskDefinition task = TaskDefinition.builder()
                .family("web")
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("app")
                        .image("nginx:1.27")
                        .memory(128)
                        .portMappings(List.of(PortMapping.builder()
                                .containerPort(53)
                                .hostPort(5353)
                                .protocol(TransportProtocol.UDP)
                                .build()))
                        .build()))
                .build();

        assertThat(found(task, KnownInstance.builder().agentConfig(Map.of("ECS_RESERVED_PORTS", "[5353]"))))
                .isEmpty();
        assertThat(found(task, KnownInstance.builder().agentConfig(Map.of("ECS_RESERVED_PORTS_UDP", "[5353]"))))
                .containsExactly("agent.reserved-ports /containerInstances/0/agentConfig/ECS_RESERVED_PORTS_UDP");
    }

    @Test
    void version_ofOneInstanceThatIsNewEnough_isEnough() {
        TaskDefinition task = TaskDefinition.builder()
                .family("web")
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("app")
                        .image("nginx:1.27")
                        .memory(128)
                        .healthCheck(HealthCheck.builder()
                                .command(List.of("CMD-SHELL", "true"))
                                .build())
                        .build()))
                .build();
        KnownInstanceBuilder old = KnownInstance.builder().agentVersion("1.9.9");

        assertThat(found(task, old)).containsExactly("agent.version-health-check /containerInstances/0/agentVersion");
        assertThat(found(task, old, KnownInstance.builder()))
                .containsExactly("agent.version-health-check /containerInstances/0/agentVersion");
        assertThat(found(task, old, KnownInstance.builder().agentVersion("1.17")))
                .isEmpty();
        assertThat(found(task, old, KnownInstance.builder().agentVersion("${VERSION}")))
                .isEmpty();
        assertThat(found(task, old, KnownInstance.builder().agentVersion("latest")))
                .isEmpty();
    }

    private static TaskDefinition taskWithRole() {
        return TaskDefinition.builder()
                .family("web")
                .taskRoleArn(ROLE)
                .containerDefinitions(List.of(ContainerDefinition.builder()
                        .name("app")
                        .image("nginx:1.27")
                        .memory(128)
                        .build()))
                .build();
    }

    private static List<String> found(TaskDefinition task, KnownInstanceBuilder... instances) {
        EcsConfiguration configuration = EcsConfiguration.builder()
                .taskDefinition(task)
                .containerInstances(Arrays.stream(instances)
                        .map(KnownInstanceBuilder::build)
                        .toList())
                .build();
        return EcsValidator.standard().validate(configuration).findings().stream()
                .filter(finding -> finding.id().startsWith("agent."))
                .map(finding -> finding.id() + " " + finding.pointer())
                .toList();
    }
}
