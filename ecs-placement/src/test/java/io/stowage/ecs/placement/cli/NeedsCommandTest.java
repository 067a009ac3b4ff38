package io.stowage.ecs.placement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code needs}: sums, what each container adds, who asks, and what would provide it. */
class NeedsCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void needs_example_saysSumsContainersAndAttributes() {
        assertThat(run("needs", "--task-definition", "examples/task-definition.json"))
                .isEqualTo(Main.FINE);

        assertThat(out.toString().lines())
                .contains("A task of checkout in network mode bridge needs:")
                .contains("  CPU       512 CPU units  /containerDefinitions/0/cpu, /containerDefinitions/1/cpu")
                .contains("  TCP port  8443           /containerDefinitions/0/portMappings/0")
                .contains("  app        384 CPU units  1536 MiB  limit 2048 MiB")
                .contains("  telemetry  128 CPU units  256 MiB")
                .anyMatch(line -> line.contains("ecs.capability.execution-role-awslogs")
                        && line.contains("/executionRoleArn")
                        && line.contains("ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true"))
                .contains("  memberOf attribute:ecs.instance-type !~ t[2-4].*  /placementConstraints/0");
    }

    @Test
    void needs_overrides_count() throws IOException {
        String runTask = write("run.json", """
                {"taskDefinition": "checkout", "overrides": {"memory": "3 GB",
                  "containerOverrides": [{"name": "app", "cpu": 1000, "memoryReservation": 100}]}}
                """);

        assertThat(run(
                        "needs",
                        "--task-definition",
                        "examples/task-definition.json",
                        "--run-task",
                        runTask,
                        "--format",
                        "json"))
                .isEqualTo(Main.FINE);

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.at("/needs/cpuUnits/amount").asLong()).isEqualTo(1128);
        assertThat(report.at("/needs/cpuUnits/askedBy/0").asString()).isEqualTo("/overrides/containerOverrides/0/cpu");
        assertThat(report.at("/needs/memoryMib/amount").asLong()).isEqualTo(3072);
        assertThat(report.at("/containers/0/memoryMib").asLong()).isEqualTo(100);
        assertThat(report.at("/containers/0/memoryLimitMib").asLong()).isEqualTo(2048);
        assertThat(report.get("requiredAttributes").isEmpty()).isFalse();
        assertThat(report.at("/placementConstraints/0").asString()).startsWith("memberOf attribute:");
    }

    @Test
    void needs_devicesPortsAndPlatform_areAllThere() throws IOException {
        String definition = write("td.json", """
                {"family": "ml", "networkMode": "host", "cpu": "1 vCPU",
                 "runtimePlatform": {"cpuArchitecture": "ARM64", "operatingSystemFamily": "LINUX"},
                 "containerDefinitions": [
                  {"name": "a", "image": "a", "memory": 64,
                   "portMappings": [{"containerPort": 53, "protocol": "udp"}, {"containerPort": 80}],
                   "resourceRequirements": [{"type": "GPU", "value": "2"}, {"type": "NeuronDevice", "value": "ALL"}]}]}
                """);

        assertThat(run("needs", "--task-definition", definition)).isEqualTo(Main.FINE);

        assertThat(out.toString().lines())
                .contains("  CPU             1024 CPU units  /cpu")
                .contains("  TCP port        80              /containerDefinitions/0/portMappings/1")
                .contains("  UDP port        53              /containerDefinitions/0/portMappings/0")
                .contains("  GPUs            2               /containerDefinitions/0/resourceRequirements/0")
                .contains("  Neuron devices  all             /containerDefinitions/0/resourceRequirements/1")
                .contains("  cpuArchitecture ARM64        /runtimePlatform/cpuArchitecture")
                .doesNotContain("By container:");
    }

    @Test
    void needs_awsvpcAndAllGpus_areSaid() throws IOException {
        String definition = write("td.json", """
                {"family": "ml", "networkMode": "awsvpc", "containerDefinitions": [
                  {"name": "a", "image": "a", "memory": 64, "portMappings": [{"containerPort": 80}],
                   "resourceRequirements": [{"type": "GPU", "value": "ALL"}]}]}
                """);

        assertThat(run("needs", "--task-definition", definition)).isEqualTo(Main.FINE);

        assertThat(out.toString().lines())
                .contains("  network interface  1 for awsvpc     /networkMode")
                .contains("  GPUs               all, at least 1  /containerDefinitions/0/resourceRequirements/0")
                .noneMatch(line -> line.contains("TCP port"));
    }

    @Test
    void needs_sizeThatIsNotKnown_isNoted() throws IOException {
        String definition = write("td.json", """
                {"family": "web", "cpu": "${CPU}", "containerDefinitions": [{"name": "a", "image": "a", "cpu": 7}]}
                """);

        assertThat(run("needs", "--task-definition", definition)).isEqualTo(Main.FINE);

        assertThat(out.toString())
                .contains("Note: the `cpu` of the task is \"${CPU}\"")
                .contains("CPU     7 CPU units  /containerDefinitions/0/cpu");
    }

    @Test
    void needs_unusableFile_isRefusedWithItsPlace() throws IOException {
        String definition = write("td.json", "{\"family\": ");

        assertThat(run("needs", "--task-definition", definition)).isEqualTo(Main.UNUSABLE);
        assertThat(run("needs", "--task-definition", folder.resolve("none").toString()))
                .isEqualTo(Main.UNUSABLE);
        assertThat(run("needs")).isEqualTo(Main.UNUSABLE);

        assertThat(err.toString())
                .contains("td.json:1:")
                .contains("there is no such file")
                .contains("Missing required option");
    }
}
