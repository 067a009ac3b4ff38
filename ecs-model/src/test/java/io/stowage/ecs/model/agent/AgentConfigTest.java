package io.stowage.ecs.model.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.network.PortRange;
import io.stowage.ecs.model.spec.SpecCases;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AgentConfigTest {
    @TestFactory
    Stream<DynamicTest> config_ofAgentConfigCases_isAsExpected() {
        return SpecCases.services("agent-config", 21, c -> {
            JsonNode given = c.get("given");
            JsonNode expect = c.get("expect");
            String text =
                    given.get("file").valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"));
            AgentConfig config = AgentConfig.parse(
                    SourceText.of("ecs.config", text),
                    AgentDefaults.valueOf(given.get("defaults").asString()));
            int vcpus = given.path("vcpus").asInt(1);
            int memory = given.path("dockerMemoryMiB").asInt(1024);
            if (expect.has("error")) {
                assertThatExceptionOfType(RegistrationException.class)
                        .isThrownBy(() -> config.registeredResources(vcpus, memory))
                        .satisfies(e -> assertThat(e.error())
                                .hasToString(expect.get("error").asString()))
                        .satisfies(e -> assertThat(e.getMessage()).contains("ECS_"));
                return;
            }
            expect.properties().forEach(member -> check(config, member.getKey(), member.getValue(), vcpus, memory));
            assertThat(config.registrationErrors()).isEmpty();
        });
    }

    private static void check(AgentConfig config, String member, JsonNode expect, int vcpus, int memory) {
        switch (member) {
            case "cluster" -> assertThat(config.cluster()).isEqualTo(expect.asString());
            case "loggingDrivers" -> assertThat(config.loggingDrivers()).isEqualTo(strings(expect));
            case "taskIamRole" -> assertThat(config.isTaskIamRoleOn()).isEqualTo(expect.asBoolean());
            case "taskIamRoleNetworkHost" ->
                assertThat(config.isTaskIamRoleNetworkHostOn()).isEqualTo(expect.asBoolean());
            case "taskEni" -> assertThat(config.isTaskEniOn()).isEqualTo(expect.asBoolean());
            case "spotInstanceDraining" ->
                assertThat(config.isOn("ECS_ENABLE_SPOT_INSTANCE_DRAINING")).isEqualTo(expect.asBoolean());
            case "warnings" -> assertThat(config.warnings()).isEqualTo(strings(expect));
            case "unknownKeys" -> assertThat(config.unknownKeys()).isEqualTo(strings(expect));
            case "hasAttribute" ->
                assertThat(config.attributes()).extracting(Attribute::name).containsAll(strings(expect));
            case "customAttributes" -> {
                Map<String, String> custom = expect.properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().asString()));
                assertThat(config.customAttributes()).isEqualTo(custom);
                custom.forEach((name, value) -> assertThat(config.attributes())
                        .contains(Attribute.builder().name(name).value(value).build()));
            }
            case "containerStopTimeoutSeconds" ->
                assertThat(config.duration("ECS_CONTAINER_STOP_TIMEOUT")).hasValue(Duration.ofSeconds(expect.asLong()));
            case "dynamicHostPortRange" ->
                assertThat(config.dynamicHostPortRange())
                        .isEqualTo(new PortRange(
                                expect.get(0).asInt(), expect.get(1).asInt()));
            case "resources" -> {
                Map<String, Resource> resources = config.registeredResources(vcpus, memory).stream()
                        .collect(Collectors.toMap(Resource::name, r -> r));
                expect.properties().forEach(resource -> {
                    Resource registered = resources.get(resource.getKey());
                    if (resource.getValue().isArray()) {
                        assertThat(registered.stringSetValue()).isEqualTo(strings(resource.getValue()));
                    } else {
                        assertThat(registered.integerValue())
                                .isEqualTo(resource.getValue().asInt());
                    }
                });
            }
            default -> throw new AssertionError("the case expects " + member);
        }
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream()
                .map(e -> e.isString() ? e.asString() : e.toString())
                .toList();
    }

    private static AgentConfig agent(String text) {
        return AgentConfig.parse(SourceText.of("ecs.config", text), AgentDefaults.AGENT);
    }

    @Test
    void parse_misspelledKeys_suggestTheNearest() {
        AgentConfig config = agent("""
                # a comment, and one that looks like a setting:
                # ECS_CLUSTER=x
                EC_ENABLE_TASK_IAM_ROLE=true
                export ECS_CLUSTER=prod
                ECS_RESERVED_MEMORY =5
                something_else_entirely=1
                """);
        assertThat(config.unknownKeys())
                .containsExactly(
                        "EC_ENABLE_TASK_IAM_ROLE",
                        "export ECS_CLUSTER",
                        "ECS_RESERVED_MEMORY ",
                        "something_else_entirely");
        assertThat(config.diagnostics()).extracting(Diagnostic::severity).containsOnly(Severity.NOTE);
        assertThat(config.diagnostics().stream().map(Diagnostic::hint).toList())
                .containsExactly(
                        "did you mean `ECS_ENABLE_TASK_IAM_ROLE`?",
                        "did you mean `ECS_CLUSTER`?",
                        "did you mean `ECS_RESERVED_MEMORY`?",
                        null);
        assertThat(config.diagnostics().get(0))
                .hasToString(
                        "NOTE ecs.config:3:1 agent-config.unknown-key /EC_ENABLE_TASK_IAM_ROLE: the agent knows no"
                                + " `EC_ENABLE_TASK_IAM_ROLE`; it has no effect Hint: did you mean `ECS_ENABLE_TASK_IAM_ROLE`?");
        assertThat(config.cluster()).isEqualTo("default");
    }

    @Test
    void parse_windowsLineEnds_andBlanksAreTrimmed() {
        AgentConfig config = agent("\r\n  ECS_CLUSTER=prod \r\n\tECS_RESERVED_MEMORY=64\r\n");
        assertThat(config.cluster()).isEqualTo("prod");
        assertThat(config.reservedMemoryMib()).isEqualTo(64);
        assertThat(config.diagnostics()).isEmpty();
        assertThat(config.written())
                .containsExactly(Map.entry("ECS_CLUSTER", "prod"), Map.entry("ECS_RESERVED_MEMORY", "64"));
    }

    @Test
    void parse_repeatedQuotedAndSkippedLines_areNoted() {
        AgentConfig config = agent("ECS_CLUSTER=a\nECS_CLUSTER=\"b\"\ngarbage\n");
        assertThat(config.cluster()).isEqualTo("\"b\"");
        assertThat(config.diagnostics())
                .extracting(Diagnostic::id)
                .containsExactly("agent-config.repeated-key", "agent-config.quotes", "agent-config.skipped-line");
        assertThat(config.diagnostics().get(0).message()).contains("ecs.config:1:1");
        assertThat(config.diagnostics().get(1).hint()).isEqualTo("write ECS_CLUSTER=b");
    }

    @Test
    void parse_unusableValueUnderTheInitPackage_fallsBackToTheAgent() {
        AgentConfig config = AgentConfig.parse(
                SourceText.of("ecs.config", "ECS_ENABLE_TASK_IAM_ROLE=yes\nECS_AVAILABLE_LOGGING_DRIVERS=\n"),
                AgentDefaults.ECS_INIT);
        assertThat(config.isTaskIamRoleOn()).isFalse();
        assertThat(config.loggingDrivers()).containsExactly("json-file", "none");
        assertThat(config.isTaskEniOn()).isTrue();
        assertThat(config.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message())
                        .isEqualTo("`ECS_ENABLE_TASK_IAM_ROLE` is \"yes\"; true or false was expected. The agent takes"
                                + " false instead"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ECS_RESERVED_MEMORY|65536",
                "ECS_RESERVED_MEMORY|-1",
                "ECS_RESERVED_MEMORY|1.5",
                "ECS_RESERVED_PORTS|[\"22\"]",
                "ECS_RESERVED_PORTS|[65536]",
                "ECS_RESERVED_PORTS|22,80",
                "ECS_RESERVED_PORTS|[1] [2]",
                "ECS_RESERVED_PORTS|[[[[",
                "ECS_DYNAMIC_HOST_PORT_RANGE|5-4",
                "ECS_DYNAMIC_HOST_PORT_RANGE|1-99999",
                "ECS_CONTAINER_STOP_TIMEOUT|10",
                "ECS_CONTAINER_STOP_TIMEOUT|5 m",
                "ECS_CONTAINER_STOP_TIMEOUT|99999999999999h",
                "ECS_ENABLE_TASK_ENI|TrUe",
                "ECS_IMAGE_PULL_BEHAVIOR|never",
                "ECS_TASK_PIDS_LIMIT|4194305",
                "ECS_VOLUME_PLUGIN_CAPABILITIES|{}",
            })
    void parse_valueOfAnotherForm_isAWarningAndTheDefault(String key, String value) {
        AgentConfig config = agent(key + "=" + value);
        assertThat(config.warnings()).containsExactly(key);
        assertThat(config.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.severity()).isEqualTo(Severity.WARNING))
                .satisfies(d -> assertThat(d.location().column()).isEqualTo(key.length() + 2));
        assertThat(config.registeredResources(1, 100))
                .isEqualTo(AgentConfig.of(AgentDefaults.AGENT).registeredResources(1, 100));
        assertThat(config.duration("ECS_CONTAINER_STOP_TIMEOUT")).hasValue(Duration.ofSeconds(30));
        assertThat(config.dynamicHostPortRange()).hasToString("32768-60999");
    }

    @Test
    void parse_durationBelowItsMinimum_isRaisedOrIgnored() {
        AgentConfig config = agent("ECS_CONTAINER_STOP_TIMEOUT=1ms\nECS_IMAGE_CLEANUP_INTERVAL=9m59s\n"
                + "ECS_CONTAINER_CREATE_TIMEOUT=-1h\nECS_CONTAINER_START_TIMEOUT=0");
        assertThat(config.duration("ECS_CONTAINER_STOP_TIMEOUT")).hasValue(Duration.ofSeconds(1));
        assertThat(config.duration("ECS_IMAGE_CLEANUP_INTERVAL")).hasValue(Duration.ofMinutes(30));
        assertThat(config.duration("ECS_CONTAINER_CREATE_TIMEOUT")).hasValue(Duration.ofMinutes(1));
        assertThat(config.duration("ECS_CONTAINER_START_TIMEOUT")).hasValue(Duration.ofMinutes(3));
        assertThat(config.warnings()).hasSize(3);
    }

    @Test
    void parse_commentBehindAValue_isSaidToBeAPartOfIt() {
        AgentConfig config = agent("ECS_ENABLE_TASK_IAM_ROLE=true   # roles\nECS_RESERVED_MEMORY=5#");
        assertThat(config.isTaskIamRoleOn()).isFalse();
        assertThat(config.diagnostics().stream().map(Diagnostic::hint).toList())
                .containsExactly("a comment behind a value is a part of it; give it a line of its own", null);
    }

    @Test
    void parse_placeholders_areNotKnownAndNoFault() {
        AgentConfig config =
                agent("ECS_INSTANCE_ATTRIBUTES=${attributes}\nECS_CONTAINER_STOP_TIMEOUT=${T}s\nECS_CLUSTER=${c}");
        assertThat(config.registrationErrors()).isEmpty();
        assertThat(config.warnings()).isEmpty();
        assertThat(config.diagnostics()).extracting(Diagnostic::id).containsOnly("agent-config.not-known");
        assertThat(config.cluster()).isEqualTo("${c}");
        assertThat(config.customAttributes()).isEmpty();
    }

    @Test
    void parse_hostileJson_isRefusedLikeAnyOther() {
        for (String value : List.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "[" + "9".repeat(100_000) + "]",
                "[1e999999999]",
                "[NaN]",
                "[\"\\ud800\"",
                "nul")) {
            AgentConfig config = agent("ECS_RESERVED_PORTS=" + value + "\nECS_INSTANCE_ATTRIBUTES=" + value);
            assertThat(config.warnings()).containsExactly("ECS_RESERVED_PORTS");
            assertThat(config.registrationErrors()).containsExactly(RegistrationError.INVALID_INSTANCE_ATTRIBUTES);
            assertThat(config.diagnostics())
                    .allSatisfy(d -> assertThat(d.message()).hasSizeLessThan(300));
        }
    }

    @Test
    void parse_tagsOfAnotherForm_keepTheAgentFromStarting() {
        for (String value : List.of("[]", "{\"a\": 1}", "{\"a\": null}", "a=b", "{\"a\": \"b\"} x")) {
            AgentConfig config = agent("ECS_CONTAINER_INSTANCE_TAGS=" + value);
            assertThat(config.registrationErrors())
                    .as(value)
                    .containsExactly(RegistrationError.INVALID_CONTAINER_INSTANCE_TAGS);
        }
        assertThat(agent("ECS_CONTAINER_INSTANCE_TAGS={\"b\": \"1\", \"a\": \"2\"}")
                        .tags())
                .containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
    }

    @Test
    void attributes_ofExternalInstances_leaveOutWhatTheyCannotDo() {
        AgentConfig external = AgentConfig.parse(SourceText.of("", "ECS_EXTERNAL=true"), AgentDefaults.ECS_INIT);
        assertThat(external.attributes())
                .extracting(Attribute::name)
                .contains("ecs.capability.external", "com.amazonaws.ecs.capability.task-iam-role")
                .doesNotContain(
                        "ecs.capability.task-eni",
                        "ecs.capability.task-eni-trunking",
                        "ecs.capability.service-connect-v1",
                        "ecs.capability.aws-appmesh");
        assertThat(external.isTaskEniOn()).isFalse();
    }

    @Test
    void attributes_followSettingsAndOperatingSystem() {
        AgentConfig config = agent("""
                ECS_ENABLE_TASK_ENI=1
                ECS_AWSVPC_BLOCK_IMDS=1
                ECS_ENABLE_HIGH_DENSITY_ENI=0
                ECS_DISABLE_PRIVILEGED=true
                ECS_VOLUME_PLUGIN_CAPABILITIES=["efsAuth"]
                ECS_INSTANCE_ATTRIBUTES={"ecs.capability.efs":"mine"}
                """);
        List<String> names = config.attributes().stream().map(Attribute::name).toList();
        assertThat(names)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(
                        "ecs.capability.task-eni",
                        "ecs.capability.task-eni-block-instance-metadata",
                        "ecs.capability.efsAuth")
                .doesNotContain(
                        "ecs.capability.task-eni-trunking",
                        "com.amazonaws.ecs.capability.privileged-container",
                        "ecs.capability.execute-command",
                        "com.amazonaws.ecs.capability.docker-remote-api.1.26");
        assertThat(config.attributes())
                .contains(Attribute.builder()
                        .name("ecs.capability.efs")
                        .value("mine")
                        .build())
                .contains(Attribute.builder().name("ecs.os-type").value("linux").build());
        AgentConfig windows = AgentConfig.of(AgentDefaults.WINDOWS);
        assertThat(windows.attributes())
                .extracting(Attribute::name)
                .contains("ecs.capability.fsxWindowsFileServer")
                .doesNotContain("ecs.capability.efs", "ecs.os-family", "ecs.capability.task-cpu-mem-limit");
        assertThat(windows.reservedTcpPorts()).contains(445);
        assertThat(windows.dynamicHostPortRange()).isEqualTo(new PortRange(49152, 65535));
    }

    @Test
    void settings_everyDefault_isOfItsOwnForm() {
        for (AgentSetting setting : AgentSetting.KNOWN.values()) {
            for (String text : setting.defaults()) {
                if (!text.equals("-")) {
                    assertThat(setting.read(text).problem()).as(setting.key()).isNull();
                }
            }
        }
    }

    @Test
    void accessors_ofNoSuchSetting_sayThat() {
        AgentConfig config = AgentConfig.of(AgentDefaults.AGENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.isOn("ECS_CLUSTER"))
                .withMessageContaining("ECS_CLUSTER");
        assertThat(config.duration("ECS_CLUSTER")).isEmpty();
        assertThat(config.text("ECS_IMAGE_PULL_BEHAVIOR")).hasValue("default");
        assertThatIllegalArgumentException().isThrownBy(() -> config.registeredResources(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> config.registeredResources(3_000_000, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PortRange(0, 5));
    }

    /** Whatever the text is, the answer is a configuration. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void parse_randomTexts_neverThrow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> keys = List.copyOf(AgentSetting.KNOWN.keySet());
        String letters = "0123456789-[]{}\",.:truefalsmh \t=#${}\\\r\u0000\ud800é";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int line = random.nextInt(6); line > 0; line--) {
                text.append(keys.get(random.nextInt(keys.size()))).append('=');
                for (int n = random.nextInt(12); n > 0; n--) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                }
                text.append('\n');
            }
            for (AgentDefaults defaults : AgentDefaults.values()) {
                AgentConfig config = AgentConfig.parse(SourceText.of("", text.toString()), defaults);
                assertThat(config.attributes()).as("seed %d", seed).isNotEmpty();
                if (config.registrationErrors().isEmpty()) {
                    assertThat(config.registeredResources(1, 65535))
                            .as("seed %d", seed)
                            .hasSize(4);
                }
            }
        }
    }
}
