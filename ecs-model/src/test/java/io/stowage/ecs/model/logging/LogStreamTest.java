package io.stowage.ecs.model.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.spec.SpecCases;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.LogConfiguration;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class LogStreamTest {
    @TestFactory
    Stream<DynamicTest> stream_ofLogStreamCases_isAsExpected() {
        return SpecCases.services("log-stream", 6, c -> {
            JsonNode given = c.get("given");
            JsonNode expect = c.get("expect");
            LaunchType launchType = new LaunchType(given.get("launchType").asString());
            String prefix = given.path("awslogs-stream-prefix").asString(null);
            String task = given.path("taskId").asString(given.path("taskArn").asString(null));
            if (expect.has("streams")) {
                TaskDefinition definition = TaskDefinition.builder()
                        .containerDefinitions(given.get("containers")
                                .valueStream()
                                .map(name -> container(name.asString(), prefix))
                                .toList())
                        .build();
                assertThat(LogStream.of(definition, launchType, task).stream().map(LogStream::name))
                        .containsExactlyElementsOf(expect.get("streams")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
                return;
            }
            LogStream stream = LogStream.of(
                            container(given.get("containerName").asString(), prefix),
                            launchType,
                            task,
                            given.path("dockerContainerId").asString(null))
                    .orElseThrow();
            if (expect.has("error")) {
                assertThat(stream.problem()).hasToString(expect.get("error").asString());
                assertThat(stream.name()).isNull();
            } else {
                assertThat(stream.name()).isEqualTo(expect.get("stream").asString());
                assertThat(stream.problem()).isNull();
            }
        });
    }

    private static ContainerDefinition container(String name, String prefix) {
        Map<String, String> options = new HashMap<>(Map.of("awslogs-group", "g", "awslogs-region", "eu-central-1"));
        if (prefix != null) {
            options.put("awslogs-stream-prefix", prefix);
        }
        return ContainerDefinition.builder()
                .name(name)
                .logConfiguration(LogConfiguration.builder()
                        .logDriver(LogDriver.AWSLOGS)
                        .options(options)
                        .build())
                .build();
    }

    @Test
    void stream_withoutPrefixAndDockerId_cannotBeForetold() {
        LogStream stream =
                LogStream.of(container("web", null), LaunchType.EC2, "t", null).orElseThrow();
        assertThat(stream.problem()).isEqualTo(LogStreamProblem.DOCKER_CONTAINER_ID_UNKNOWN);
        assertThat(stream.group()).isEqualTo("g");
        assertThat(stream.region()).isEqualTo("eu-central-1");
    }

    @Test
    void streams_ofOtherDrivers_areLeftOut() {
        ContainerDefinition plain = ContainerDefinition.builder().name("a").build();
        ContainerDefinition json = plain.toBuilder()
                .logConfiguration(LogConfiguration.builder()
                        .logDriver(LogDriver.JSON_FILE)
                        .build())
                .build();
        TaskDefinition definition = TaskDefinition.builder()
                .containerDefinitions(List.of(plain, json, container("b", "p")))
                .build();
        assertThat(LogStream.of(definition, LaunchType.FARGATE, "arn:aws:ecs:eu-west-1:123456789012:task/old"))
                .singleElement()
                .satisfies(s -> assertThat(s.name()).isEqualTo("p/b/old"));
    }

    @Test
    void drivers_onFargate_areThree() {
        assertThat(LogDrivers.on(LaunchType.FARGATE))
                .containsExactly(LogDriver.AWSLOGS, LogDriver.SPLUNK, LogDriver.AWSFIRELENS);
        assertThat(LogDrivers.on(LaunchType.MANAGED_INSTANCES)).hasSize(3);
        assertThat(LogDrivers.on(LaunchType.EC2)).containsExactlyInAnyOrderElementsOf(LogDriver.known());
        assertThat(LogDrivers.on(LaunchType.EXTERNAL)).hasSize(8);
        assertThat(LogDrivers.ofAgents()).hasSize(11).contains(new LogDriver("none"));
    }

    @Test
    void awsLogs_defaults_dependOnAccountAndDay() {
        AwsLogs none = AwsLogs.of(container("a", null).logConfiguration()).orElseThrow();
        assertThat(none.effectiveMode(null)).isEqualTo("non-blocking");
        assertThat(none.effectiveMode("blocking")).isEqualTo("blocking");
        assertThat(none.effectiveMode(null, LocalDate.of(2025, 6, 24))).isEqualTo("blocking");
        assertThat(none.effectiveMode(null, LocalDate.of(2025, 6, 25))).isEqualTo("non-blocking");
        assertThat(none.effectiveMode(null, LocalDate.MIN)).isEqualTo("blocking");
        assertThat(none.effectiveMaxBufferSize()).isEqualTo("10m");
        assertThat(none.effectiveCreateGroup()).isFalse();
        AwsLogs written = new AwsLogs("g", "r", "p", "true", "blocking", "25m");
        assertThat(written.effectiveMode("non-blocking")).isEqualTo("blocking");
        assertThat(written.effectiveMaxBufferSize()).isEqualTo("25m");
        assertThat(written.effectiveCreateGroup()).isTrue();
        assertThat(AwsLogs.of(null)).isEmpty();
    }
}
