package io.stowage.ecs.model.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.testing.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgentConfigCorpusTest {
    /** All there is to find: templates, ports as strings, comments behind values, and two keys that no agent reads. */
    private static final Map<String, List<String>> FINDINGS = Map.of(
            "aws__amazon-ecs-cli__ecs-cli_modules_cli_cluster_userdata_user_data.go__config-0.config",
            List.of("agent-config.not-known /ECS_CONTAINER_INSTANCE_TAGS"),
            "bridgecrewio__checkov__tests_cloudformation_checks_resource_aws_example_IAMRoleAllowAssumeFromA_14d520dc.config",
            List.of(
                    "agent-config.not-known /ECS_AVAILABLE_LOGGING_DRIVERS",
                    "agent-config.not-known /ECS_CONTAINER_STOP_TIMEOUT"),
            "file_13404759538.config",
            List.of("agent-config.invalid-value /ECS_RESERVED_PORTS"),
            "file_44929581721.config",
            List.of(
                    "agent-config.unknown-key /ECS_CONTAINER_METADATA_URI_VERSION",
                    "agent-config.unknown-key /ECS_DOCKER_API_VERSION"),
            "mage3105__AWS-Proton__ecs.config",
            List.of(
                    "agent-config.invalid-value /ECS_AVAILABLE_LOGGING_DRIVERS",
                    "agent-config.invalid-value /ECS_ENABLE_TASK_IAM_ROLE"));

    @Test
    void read_everyRealFile_findsOnlyWhatIsThere() throws IOException {
        Map<String, List<String>> findings = new TreeMap<>();
        List<Path> files = Corpus.files("ecs-config");
        for (Path file : files) {
            AgentConfig config = AgentConfig.read(file, AgentDefaults.ECS_INIT);
            assertThat(config.registeredResources(2, 8000)).as(file.toString()).hasSize(4);
            assertThat(config.diagnostics())
                    .as(file.toString())
                    .extracting(Diagnostic::location)
                    .doesNotContainNull();
            if (!config.diagnostics().isEmpty()) {
                findings.put(
                        file.getFileName().toString(),
                        config.diagnostics().stream()
                                .map(d -> d.id() + " " + d.pointer())
                                .toList());
            }
        }
        assertThat(findings).isEqualTo(FINDINGS);
        assertThat(files).hasSizeGreaterThanOrEqualTo(44);
    }
}
