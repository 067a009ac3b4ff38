package io.stowage.ecs.placement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code place --repair} and {@code explain --repair}. */
class RepairOptionTest {
    private static final Path EXAMPLES = Path.of("examples");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int place(String... arguments) {
        return run("place", arguments);
    }

    private int run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                command,
                "--cluster",
                EXAMPLES.resolve("container-instances.json").toString(),
                "--tasks",
                EXAMPLES.resolve("tasks.json").toString(),
                "--task-definition",
                EXAMPLES.resolve("task-definition.json").toString(),
                "--service-name",
                "checkout"));
        all.addAll(List.of(arguments));
        return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private List<String> listed() {
        return out.toString()
                .lines()
                .filter(line -> line.matches("  [0-9]+ of [0-9]+  .*"))
                .toList();
    }

    @Test
    void repair_next_listsWhatHelpsOneTask() {
        assertThat(place("--count", "6", "--repair")).isEqualTo(Main.UNPLACED);

        assertThat(out.toString()).contains("Any of these places one task more:");
        assertThat(listed())
                .hasSize(10)
                .anyMatch(line -> line.startsWith("  5 of 6  bring back the agent of i-05e58881d3b0a462d"))
                .anyMatch(
                        line -> line.startsWith(
                                "  5 of 6  stop the task 8cb6ada807c56e1d1451ca735b976dc3 of service:catalog on i-075d9f06a9d792397"));
    }

    @Test
    void repair_all_listsWhatHelpsAllTasks() {
        assertThat(place("--count", "6", "--repair", "all")).isEqualTo(Main.UNPLACED);

        assertThat(out.toString()).contains("Any of these places 2 tasks more:");
        assertThat(listed()).hasSize(1).first().asString().startsWith("  6 of 6  take a dynamic host port");
    }

    @Test
    void repair_nothingHelps_saysSo() {
        assertThat(place("--count", "5000", "--repair", "all")).isEqualTo(Main.UNPLACED);

        assertThat(out.toString()).contains("No single change and no pair of changes places 4996 tasks more");
    }

    @Test
    void repair_everythingPlaced_addsNothing() {
        assertThat(place("--count", "1", "--repair")).isEqualTo(Main.FINE);

        assertThat(out.toString()).contains("The task is placed.").doesNotContain("Any of these");
    }

    @Test
    void repair_ofAnExplainedTask_isAboutThatTask() {
        assertThat(run("explain", "--count", "9", "--repair")).isEqualTo(Main.UNPLACED);
        assertThat(out.toString()).contains("Task 5 of 9", "Any of these places one task more:");
        assertThat(listed()).hasSize(10).first().asString().startsWith("  5 of 5  take a dynamic host port");

        out.getBuffer().setLength(0);
        assertThat(run("explain", "--count", "9", "--task", "6", "--repair", "--format", "json"))
                .isEqualTo(Main.UNPLACED);
        JsonNode repair = new JsonMapper().readTree(out.toString()).get("repair");
        assertThat(repair.get("wanted").asInt()).as("the fifth comes first").isEqualTo(5);
    }

    @Test
    void repair_asJson_saysTheSame() {
        assertThat(place("--count", "6", "--repair", "next", "--add-type", "m5.large", "--format", "json"))
                .isEqualTo(Main.UNPLACED);

        JsonNode repair = new JsonMapper().readTree(out.toString()).get("repair");
        assertThat(repair.get("wanted").asInt()).isEqualTo(5);
        assertThat(repair.get("stoppedEarly").asBoolean()).isFalse();
        JsonNode memory = repair.at("/repairs/1");
        assertThat(memory.get("placed").asInt()).isEqualTo(5);
        assertThat(memory.at("/changes/0/kind").asString()).isEqualTo("LOWER_MEMORY");
        assertThat(memory.at("/changes/0/to").asInt()).isEqualTo(1280);
    }

    @Test
    void addType_withoutRepair_isRefused() {
        assertThat(place("--count", "6", "--add-type", "m5.large")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--add-type says what --repair may add; give --repair too");
        assertThat(place("--count", "6", "--repair", "--add-type", "nothing")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--add-type nothing: no instance type of that name is known");
    }
}
