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

/** The command {@code explain} on the example of the README, and on inputs it cannot use. */
class ExplainCommandTest {
    private static final String CLUSTER = "examples/container-instances.json";
    private static final String TASK_DEFINITION = "examples/task-definition.json";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int example(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "explain",
                "--cluster",
                CLUSTER,
                "--tasks",
                "examples/tasks.json",
                "--task-definition",
                TASK_DEFINITION,
                "--service",
                "examples/service.json"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void explain_example_explainsTheFirstTaskThatIsNotPlaced() throws IOException {
        assertThat(example()).isEqualTo(Main.UNPLACED);

        String expected = Files.readString(Path.of("src/test/resources/io/stowage/ecs/placement/cli/explained.txt"));
        assertThat(out.toString()).isEqualToNormalizingNewlines(expected);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void explain_placedTask_showsTheRanking() {
        assertThat(example("--task", "1")).isEqualTo(Main.FINE);

        assertThat(out.toString())
                .contains("Placeable: it goes to i-0763a07ca11a32974.")
                .contains("4 instances: can take the task")
                .contains("*  i-0291b08bba8527607  m5.large   us-east-1b  5376 MiB left")
                .contains("   i-0b048efaaae665cad  r5.large   us-east-1b  9144 MiB left")
                .contains("smallest id of 2: i-0763a07ca11a32974")
                .contains("next would be i-0291b08bba8527607");
    }

    @Test
    void explain_onlyCandidate_saysSo() {
        assertThat(example("--task", "4")).isEqualTo(Main.FINE);

        assertThat(out.toString()).contains("i-0b048efaaae665cad is the only one that takes it");
    }

    @Test
    void explain_whyNot_answersForThatInstanceAlone() {
        assertThat(example("--task", "1", "--why-not", "i-0b048efaaae665cad")).isEqualTo(Main.FINE);
        assertThat(example("--task", "1", "--why-not", "i-0763a07ca11a32974")).isEqualTo(Main.FINE);
        assertThat(example("--task", "1", "--why-not", "i-05e58881d3b0a462d")).isEqualTo(Main.FINE);

        assertThat(out.toString())
                .contains(
                        "i-0b048efaaae665cad can take the task, but it loses to i-0763a07ca11a32974 by binpack(memory):"
                                + " 9144 MiB left, against 5376 MiB left.")
                .contains("i-0763a07ca11a32974: the task goes there.")
                .contains("AGENT  the container agent is not connected")
                .doesNotContain("Instance by instance");
    }

    @Test
    void explain_asJson_saysAllOfIt() {
        assertThat(example("--format", "json", "--why-not", "i-075d9f06a9d792397"))
                .isEqualTo(Main.UNPLACED);

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.get("task").asInt()).isEqualTo(5);
        assertThat(report.get("before")).hasSize(4);
        assertThat(report.at("/verdict/kind").asString()).isEqualTo("NOT_NOW");
        assertThat(report.at("/needs/memoryMib/amount").asLong()).isEqualTo(1792);
        assertThat(report.get("ranking").isNull()).isTrue();
        assertThat(report.at("/groups/0/count").asInt()).isEqualTo(5);
        assertThat(report.get("instances")).hasSize(10);
        JsonNode memory = report.at("/whyNot/failures/0");
        assertThat(memory.get("kind").asString()).isEqualTo("MEMORY");
        assertThat(memory.get("shortfall").asLong()).isEqualTo(512);
        assertThat(memory.at("/holders/0/amount").asLong()).isEqualTo(4096);
        assertThat(memory.at("/askedBy/0").asString())
                .isEqualTo("/taskDefinition/containerDefinitions/0/memoryReservation");
    }

    @Test
    void explain_memberOfAsJson_hasTheVerdictOnEachPart() {
        assertThat(example(
                        "--format",
                        "json",
                        "--constraint",
                        "memberOf(attribute:stack == prod and runningTasksCount < 100)",
                        "--why-not",
                        "i-0bbab9ff2378c630c"))
                .isEqualTo(Main.UNPLACED);

        JsonNode report = new JsonMapper().readTree(out.toString());
        JsonNode memberOf = report.at("/whyNot/failures")
                .valueStream()
                .filter(failure -> failure.get("kind").asString().equals("CONSTRAINT"))
                .findFirst()
                .orElseThrow();
        assertThat(memberOf.at("/askedBy/0").asString()).isEqualTo("/placementConstraints/0");
        assertThat(memberOf.at("/expression/matches").asBoolean()).isFalse();
        assertThat(memberOf.at("/expression/parts/0/part").asString()).isEqualTo("attribute:stack == prod");
        assertThat(memberOf.at("/expression/parts/0/found").asString()).contains("absent");
        assertThat(memberOf.at("/expression/parts/1/matches").asBoolean()).isTrue();
    }

    @Test
    void explain_placedTaskAsJson_hasTheRanking() {
        assertThat(example("--format", "json", "--task", "1", "--why-not", "i-0b048efaaae665cad"))
                .isEqualTo(Main.FINE);

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.at("/ranking/steps/1/strategy").asString()).isEqualTo("binpack(memory)");
        assertThat(report.at("/ranking/steps/1/candidates/0/value").asString()).isEqualTo("5376 MiB left");
        assertThat(report.at("/ranking/tied")).hasSize(2);
        assertThat(report.at("/ranking/runnerUp").asString())
                .isEqualTo(report.at("/ranking/tied/1").asString());
        assertThat(report.at("/whyNot/answer").asString()).isEqualTo("RANKED_BEHIND");
        assertThat(report.at("/whyNot/lost/winnerValue").asString()).isEqualTo("5376 MiB left");
    }

    @Test
    void explain_severalCapacityProviders_explainsTheFirstThatIsFull() throws IOException {
        Path service = Files.writeString(folder.resolve("service.json"), """
                {"serviceName": "a", "desiredCount": 3, "capacityProviderStrategy": [
                  {"capacityProvider": "none", "weight": 1}, {"capacityProvider": "nobody", "weight": 1}]}
                """);

        assertThat(run(
                        "explain",
                        "--cluster",
                        CLUSTER,
                        "--task-definition",
                        TASK_DEFINITION,
                        "--service",
                        service.toString()))
                .isEqualTo(Main.UNPLACED);

        assertThat(out.toString())
                .contains("Never on these types", "No Container Instances were found in your capacity provider.")
                .contains("capacity provider none");
    }

    @Test
    void explain_manyTasksOnAPlainInstance_namesThoseThatHoldMost() throws IOException {
        Path cluster = Files.writeString(folder.resolve("cluster.json"), """
                {"containerInstances": [{"containerInstanceArn": "c/a", "status": "ACTIVE", "agentConnected": true,
                  "registeredResources": [{"name": "CPU", "integerValue": 99}, {"name": "MEMORY", "integerValue": 99}],
                  "remainingResources": [{"name": "CPU", "integerValue": 99}, {"name": "MEMORY", "integerValue": 1}]}]}
                """);
        StringBuilder tasks = new StringBuilder("{\"tasks\": [");
        for (int i = 1; i <= 7; i++) {
            tasks.append(i == 1 ? "" : ",")
                    .append("{\"taskArn\": \"arn:aws:ecs:e:1:task/c/t")
                    .append(i)
                    .append(
                            "\", \"containerInstanceArn\": \"c/a\", \"lastStatus\": \"RUNNING\", \"desiredStatus\": \"RUNNING\",")
                    .append(" \"cpu\": \"0\", \"memory\": \"")
                    .append(i)
                    .append("\"}");
        }
        Path running = Files.writeString(folder.resolve("tasks.json"), tasks + "]}");
        Path definition = Files.writeString(folder.resolve("td.json"), """
                {"family": "web", "networkMode": "awsvpc", "containerDefinitions": [
                  {"name": "a", "image": "a", "memory": 64}]}
                """);

        assertThat(run(
                        "explain",
                        "--cluster",
                        cluster.toString(),
                        "--tasks",
                        running.toString(),
                        "--task-definition",
                        definition.toString()))
                .isEqualTo(Main.UNPLACED);

        assertThat(out.toString())
                .contains("Task 1 of 1 of family:web needs 0 CPU units, 64 MiB of memory, a network interface.")
                .contains("Note: of 1 instance it is not known how many network interfaces")
                .contains("  a  no zone")
                .contains("63 MiB short")
                .contains("held by t7 of no known group (7), t6 of no known group (6)")
                .contains("t3 of no known group (3) and 2 more");
    }

    @Test
    void explain_serviceWithAllItsTasks_hasNothingToSay() throws IOException {
        Path service = Files.writeString(folder.resolve("service.json"), """
                {"serviceName": "a", "desiredCount": 0}
                """);

        assertThat(run(
                        "explain",
                        "--cluster",
                        CLUSTER,
                        "--task-definition",
                        TASK_DEFINITION,
                        "--service",
                        service.toString()))
                .isEqualTo(Main.FINE);

        assertThat(out.toString()).contains("there is nothing to explain");
    }

    @Test
    void explain_unusableCalls_sayWhatWasExpected() {
        assertThat(example("--task", "7")).isEqualTo(Main.UNUSABLE);
        assertThat(example("--task", "0")).isEqualTo(Main.UNUSABLE);
        assertThat(example("--why-not", "i-nobody")).isEqualTo(Main.UNUSABLE);
        assertThat(example("--strategy", "best")).isEqualTo(Main.UNUSABLE);
        assertThat(run("explain")).isEqualTo(Main.UNUSABLE);

        assertThat(err.toString())
                .contains("--task is 7; the request has the tasks 1 to 6")
                .contains("--task is 0;")
                .contains("there is no container instance i-nobody in the cluster")
                .contains("\"best\" is no placement strategy")
                .contains("Missing required options");
        assertThat(out.toString()).isEmpty();
    }
}
