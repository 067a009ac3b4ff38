package io.stowage.ecs.placement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DensityCommandTest {
    private static final String TASK_DEFINITION =
            Path.of("examples").resolve("task-definition.json").toString();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int density(String... arguments) {
        List<String> all = new ArrayList<>(List.of("density", "--task-definition", TASK_DEFINITION));
        all.addAll(List.of(arguments));
        return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void density_example_printsATableOfTypes() {
        assertThat(density("--type", "m5.large,c5.large", "--type", "m6g.medium", "--type", "t3.large"))
                .isEqualTo(Main.FINE);

        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                Tasks of family:checkout on an empty instance; each needs 512 CPU units, 1792 MiB of memory, TCP port 8443.

                TYPE        VCPUS  MEMORY    BRIDGE  AWSVPC  AWSVPC TRUNKING  THE NEXT ONE LACKS
                m6g.medium  1      3952 MiB  1       1       2                RESOURCE:PORTS, RESOURCE:ENI, RESOURCE:CPU
                c5.large    2      3952 MiB  1       2       2                RESOURCE:PORTS, RESOURCE:MEMORY
                m5.large    2      7984 MiB  1       2       4                RESOURCE:PORTS, RESOURCE:ENI, RESOURCE:CPU
                t3.large    2      7984 MiB  0       0       -                MemberOf placement constraint unsatisfied.
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void density_asJson_saysTheSame() {
        assertThat(density("--type", "m5.*", "--format", "json")).isEqualTo(Main.FINE);

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.get("types").size()).isGreaterThan(5);
        JsonNode first = report.at("/types/0");
        assertThat(first.get("instanceType").asString()).isEqualTo("m5.large");
        assertThat(first.at("/densities/2/networking").asString()).isEqualTo("AWSVPC_TRUNKING");
        assertThat(first.at("/densities/2/tasks").asInt()).isEqualTo(4);
        assertThat(first.at("/densities/2/reason").asString()).isEqualTo("RESOURCE:CPU");
        assertThat(first.at("/densities/2/freeMemoryMib").asInt()).isEqualTo(7984 - 4 * 1792);
    }

    @Test
    void density_withoutTypes_showsTheFirstAndSaysSo() {
        assertThat(density("--top", "3")).isEqualTo(Main.FINE);

        assertThat(out.toString().lines().filter(line -> line.contains(" MiB  ")))
                .hasSize(3);
        assertThat(out.toString()).containsPattern("and [0-9]+ types more; --top and --type choose\\.");
    }

    @Test
    void density_daemonAndAttribute_areTakenIntoAccount() throws IOException {
        String daemon = write("daemon.json", """
                {"family": "agent", "containerDefinitions": [{"name": "a", "image": "a", "cpu": 600, "memory": 16}]}
                """);
        String[] arguments = {
            "--constraint", "memberOf(attribute:stack == prod)", "--type", "m5.large", "--daemon", daemon
        };

        assertThat(density(arguments)).isEqualTo(Main.UNPLACED);
        List<String> more = new ArrayList<>(List.of(arguments));
        more.addAll(List.of("--attribute", "stack=prod", "--attribute", "plain", "--zone", "eu-west-1a"));
        assertThat(density(more.toArray(String[]::new))).isEqualTo(Main.FINE);
        assertThat(out.toString())
                .contains("; room is kept for 1 daemon.")
                .containsPattern("m5\\.large +2 +7984 MiB +1 +2 +2 ");
    }

    @Test
    void density_unusableInput_isNamed() {
        assertThat(density("--type", "m5.huge")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString())
                .startsWith("--type m5.huge: no instance type of that name is known; there are m5.12xlarge, ");
        assertThat(density("--type", "nonsense")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--type nonsense: no instance type of that name is known; for example");
        assertThat(density("--top", "0")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--top is 0; at least 1 was expected");
        assertThat(density("--attribute", "=x")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--attribute =x: a name was expected before `=`");
        assertThat(density("--constraint", "memberOf(nonsense)")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--constraint:1:10");
    }
}
