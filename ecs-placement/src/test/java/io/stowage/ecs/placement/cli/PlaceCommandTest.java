package io.stowage.ecs.placement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on the example of the README, and on inputs it cannot use. */
class PlaceCommandTest {
    private static final Path EXAMPLES = Path.of("examples");
    private static final String CLUSTER =
            EXAMPLES.resolve("container-instances.json").toString();
    private static final String TASKS = EXAMPLES.resolve("tasks.json").toString();
    private static final String TASK_DEFINITION =
            EXAMPLES.resolve("task-definition.json").toString();
    private static final String SERVICE = EXAMPLES.resolve("service.json").toString();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void place_example_printsTasksRefusalsAndTheClusterAfterwards() throws IOException {
        assertThat(example()).isEqualTo(Main.UNPLACED);

        String expected = Files.readString(Path.of("src/test/resources/io/stowage/ecs/placement/cli/example.txt"));
        assertThat(out.toString()).isEqualToNormalizingNewlines(expected);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void place_exampleAsJson_saysTheSame() {
        assertThat(example("--format", "json")).isEqualTo(Main.UNPLACED);

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.get("unplaced").asInt()).isEqualTo(2);
        assertThat(report.get("placements")).hasSize(4);
        JsonNode first = report.at("/placements/0");
        assertThat(first.get("ec2InstanceId").asString()).isEqualTo("i-0763a07ca11a32974");
        assertThat(first.get("availabilityZone").asString()).isEqualTo("us-east-1c");
        assertThat(first.at("/steps/1/strategy").asString()).isEqualTo("binpack(memory)");
        assertThat(first.at("/steps/1/because").asString()).isEqualTo("least left: 5376 MiB");
        JsonNode memory = report.get("failures")
                .valueStream()
                .filter(failure -> failure.get("reason").asString().equals("RESOURCE:MEMORY"))
                .findFirst()
                .orElseThrow();
        assertThat(memory.get("have").asLong()).isEqualTo(1280);
        assertThat(memory.get("need").asLong()).isEqualTo(1792);
        assertThat(report.at("/unconsidered/0/because").asString()).isEqualTo("its status is DRAINING");
        assertThat(report.get("instances")).hasSize(10);
    }

    @Test
    void place_exampleWithOptions_replacesWhatTheFileSays() {
        assertThat(example("--count", "2", "--strategy", "binpack(cpu)", "--constraint", "distinctInstance"))
                .isEqualTo(Main.FINE);

        assertThat(out.toString())
                .contains("placing 2 tasks of service:checkout")
                .contains("binpack(cpu)")
                .doesNotContain("spread(")
                .contains("All 2 tasks are placed.");
    }

    @Test
    void place_strategyInTheShorthandOfAws_isTaken() {
        assertThat(example("--count", "1", "--strategy", "type=spread,field=attribute:ecs.availability-zone"))
                .isEqualTo(Main.FINE);

        assertThat(out.toString()).contains("spread(attribute:ecs.availability-zone)", "The task is placed.");
    }

    @Test
    void place_runTaskFile_givesCountGroupAndOverrides() throws IOException {
        String runTask = write("run.json", """
                {"taskDefinition": "checkout", "count": 2, "group": "batch",
                 "placementStrategy": [{"type": "binpack", "field": "memory"}],
                 "overrides": {"containerOverrides": [{"name": "app", "memoryReservation": 1000}]}}
                """);

        assertThat(run("place", "--cluster", CLUSTER, "--task-definition", TASK_DEFINITION, "--run-task", runTask))
                .isEqualTo(Main.FINE);

        assertThat(out.toString()).contains("placing 2 tasks of batch", "1256 MiB of memory");
    }

    @Test
    void place_serviceWithSomeTasksRunning_placesTheMissingOnes() throws IOException {
        String service = write("service.json", """
                {"serviceName": "metrics", "desiredCount": 11, "taskDefinition": "metrics:8"}
                """);
        String definition = write("td.json", """
                {"family": "metrics", "containerDefinitions": [{"name": "m", "image": "m", "memory": 16}]}
                """);

        assertThat(run(
                        "place",
                        "--cluster",
                        CLUSTER,
                        "--tasks",
                        TASKS,
                        "--task-definition",
                        definition,
                        "--service",
                        service))
                .isEqualTo(Main.FINE);

        assertThat(out.toString()).contains("placing 1 task of service:metrics");
    }

    @Test
    void place_serviceWithAllItsTasks_hasNothingToDo() throws IOException {
        String service = write("service.json", """
                {"serviceName": "metrics", "desiredCount": 10, "taskDefinition": "metrics:8"}
                """);
        String[] arguments = {
            "place", "--cluster", CLUSTER, "--tasks", TASKS, "--task-definition", TASK_DEFINITION, "--service", service
        };

        assertThat(run(arguments)).isEqualTo(Main.FINE);

        assertThat(out.toString()).contains("there is nothing to place");
    }

    @Test
    void place_onADrainingCluster_saysWhatEcsSays() throws IOException {
        String cluster = write("cluster.json", """
                {"containerInstances": [{"containerInstanceArn": "a/b", "status": "DRAINING", "agentConnected": true,
                  "registeredResources": [{"name": "CPU", "integerValue": 1}, {"name": "MEMORY", "integerValue": 1}]}]}
                """);

        assertThat(run("place", "--cluster", cluster, "--task-definition", TASK_DEFINITION))
                .isEqualTo(Main.UNPLACED);

        assertThat(out.toString()).contains("No Container Instances were found in your cluster.", "DRAINING");
    }

    @Test
    void place_overCapacityProviders_distributesAndSaysWhatEcsWouldWrite() throws IOException {
        String cluster = write("cluster.json", """
                {"containerInstances": [
                 {"containerInstanceArn": "c/a", "status": "ACTIVE", "agentConnected": true, "capacityProviderName": "od",
                  "registeredResources": [{"name": "CPU", "integerValue": 9}, {"name": "MEMORY", "integerValue": 99}]},
                 {"containerInstanceArn": "c/b", "status": "ACTIVE", "agentConnected": true, "capacityProviderName": "spot",
                  "registeredResources": [{"name": "CPU", "integerValue": 9}, {"name": "MEMORY", "integerValue": 39}]},
                 {"containerInstanceArn": "c/c", "status": "ACTIVE", "agentConnected": true,
                  "registeredResources": [{"name": "CPU", "integerValue": 9}, {"name": "MEMORY", "integerValue": 99}]}]}
                """);
        String service = write("service.json", """
                {"serviceName": "a", "desiredCount": 6, "capacityProviderStrategy": [
                 {"capacityProvider": "od", "weight": 1}, {"capacityProvider": "spot", "weight": 1}]}
                """);
        String definition = write("td.json", """
                {"family": "a", "containerDefinitions": [{"name": "m", "image": "m", "memory": 20}]}
                """);

        assertThat(run(
                        "place",
                        "--format",
                        "json",
                        "--cluster",
                        cluster,
                        "--task-definition",
                        definition,
                        "--service",
                        service))
                .isEqualTo(Main.UNPLACED);

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.get("placements").valueStream())
                .extracting(node -> node.get("containerInstance").asString())
                .containsExactly("c/a", "c/b", "c/a", "c/a");
        assertThat(report.get("unconsidered").valueStream())
                .extracting(node -> node.get("containerInstance").asString())
                .containsExactly("c/c");
        assertThat(report.get("closestMatch").get("containerInstance").asString())
                .isEqualTo("c/b");
        assertThat(report.get("serviceEvent").asString())
                .contains("(container-instance b) has insufficient memory available.");
    }

    @Test
    void place_twoDescriptionsOfOneTask_thatDiffer_areRefused() throws IOException {
        String tasks = write("tasks.json", """
                {"tasks": [
                 {"taskArn": "t", "containerInstanceArn": "c/a", "lastStatus": "RUNNING", "group": "x"},
                 {"taskArn": "t", "containerInstanceArn": "c/a", "lastStatus": "RUNNING", "group": "y"}]}
                """);
        String cluster = write("cluster.json", """
                {"containerInstances": [{"containerInstanceArn": "c/a", "status": "ACTIVE", "agentConnected": true,
                  "registeredResources": [{"name": "CPU", "integerValue": 1}, {"name": "MEMORY", "integerValue": 1}]}]}
                """);

        assertUnusable("place", "--cluster", cluster, "--tasks", tasks, "--task-definition", TASK_DEFINITION);

        assertThat(err.toString()).contains("task t is listed twice, and the two differ");
    }

    @Test
    void place_missingFile_isOneLine() {
        assertUnusable("place", "--cluster", "nowhere.json", "--task-definition", TASK_DEFINITION);

        assertThat(err.toString()).isEqualToNormalizingNewlines("nowhere.json: there is no such file\n");
    }

    @Test
    void place_folderForAFile_isOneLine() {
        assertUnusable("place", "--cluster", folder.toString(), "--task-definition", TASK_DEFINITION);

        assertThat(err.toString()).contains("this is a folder");
    }

    @Test
    void place_brokenJson_showsLineAndCaret() throws IOException {
        String cluster = write("cluster.json", "{\n  \"containerInstances\": [\n    {\"status\": }\n  ]\n}\n");

        assertUnusable("place", "--cluster", cluster, "--task-definition", TASK_DEFINITION);

        assertThat(err.toString()).contains("cluster.json:3:").contains("^");
    }

    @Test
    void place_wrongType_showsLineAndColumn() throws IOException {
        String definition = write("td.json", """
                {"family": "web",
                 "containerDefinitions": [{"name": "app", "image": "i",
                   "memory": [512]}]}
                """);

        assertUnusable("place", "--cluster", CLUSTER, "--task-definition", definition);

        assertThat(err.toString()).contains("td.json:3:14").contains("/containerDefinitions/0/memory");
    }

    @Test
    void place_otherDocument_saysWhatWasExpected() {
        assertUnusable("place", "--cluster", TASK_DEFINITION, "--task-definition", TASK_DEFINITION);

        assertThat(err.toString()).contains("this holds no container instances").contains("containerInstances");
    }

    @Test
    void place_unknownStrategyInAFile_showsLineAndColumn() throws IOException {
        String service = write("service.json", """
                {"serviceName": "web", "desiredCount": 1,
                 "placementStrategy": [
                   {"type": "binpak", "field": "memory"}]}
                """);

        assertUnusable("place", "--cluster", CLUSTER, "--task-definition", TASK_DEFINITION, "--service", service);

        assertThat(err.toString())
                .contains("service.json:3:14")
                .contains("\"binpak\" is no placement strategy; spread, binpack or random was expected");
    }

    @Test
    void place_unknownStrategyOption_showsItWithACaret() {
        assertUnusable(
                "place",
                "--cluster",
                CLUSTER,
                "--task-definition",
                TASK_DEFINITION,
                "--strategy",
                "random",
                "--strategy",
                "binpack(disk)");

        assertThat(err.toString())
                .contains("--strategy:1:9")
                .contains("cpu or memory was expected")
                .contains("binpack(disk)"
                        + System.lineSeparator().charAt(System.lineSeparator().length() - 1) + "        ^");
    }

    @Test
    void place_malformedExpressionInTheTaskDefinition_pointsAtItsCharacter() throws IOException {
        String definition = write("td.json", """
                {"family": "web",
                 "containerDefinitions": [{"name": "app", "image": "i", "memory": 16}],
                 "placementConstraints": [
                   {"type": "memberOf", "expression": "attribute:stack = prod"}]}
                """);

        assertUnusable("place", "--cluster", CLUSTER, "--task-definition", definition);

        assertThat(err.toString()).contains("td.json:4:56").contains("Hint: Write `==`.");
    }

    @Test
    void place_malformedExpressionOption_pointsAtItsCharacter() {
        assertUnusable(
                "place",
                "--cluster",
                CLUSTER,
                "--task-definition",
                TASK_DEFINITION,
                "--constraint",
                "memberOf(attribute:stack = prod)");

        assertThat(err.toString()).contains("--constraint:1:26");
    }

    @Test
    void place_instanceWithoutResources_showsWhere() throws IOException {
        String cluster = write("cluster.json", "[\n  {\"containerInstanceArn\": \"a/b\", \"status\": \"ACTIVE\"}\n]");

        assertUnusable("place", "--cluster", cluster, "--task-definition", TASK_DEFINITION);

        assertThat(err.toString()).contains("cluster.json:2:3").contains("lists no resource CPU");
    }

    @Test
    void place_sameInstanceInTwoFiles_showsBothPlaces() {
        assertUnusable("place", "--cluster", CLUSTER, "--cluster", CLUSTER, "--task-definition", TASK_DEFINITION);

        assertThat(err.toString()).contains("is listed twice; the first time at " + CLUSTER + ":3:5");
    }

    @Test
    void place_serviceThatIsNoReplica_isRefused() throws IOException {
        String service = write("service.json", "{\"serviceName\": \"a\",\n\"schedulingStrategy\": \"DAEMON\"}");

        assertUnusable("place", "--cluster", CLUSTER, "--task-definition", TASK_DEFINITION, "--service", service);

        assertThat(err.toString()).contains("service.json:2:24").contains("daemon");
    }

    @Test
    void place_capacityProvidersWithoutWeight_areRefusedWithTheirPlace() throws IOException {
        String service = write("service.json", """
                {"serviceName": "a", "desiredCount": 1,
                 "capacityProviderStrategy": [{"capacityProvider": "x"}, {"capacityProvider": "y"}]}
                """);

        assertUnusable("place", "--cluster", CLUSTER, "--task-definition", TASK_DEFINITION, "--service", service);

        assertThat(err.toString()).contains("service.json:2:30").contains("every weight is 0");
    }

    @Test
    void place_wrongCalls_sayHow() {
        assertUnusable("place");
        assertThat(err.toString()).contains("--cluster").contains("Try --help.");
        assertUnusable();
        assertThat(err.toString())
                .contains(
                        "Which command? There are place, explain, needs, query, density, rollout, simulate and drill.");
        assertUnusable("place", "--cluster", CLUSTER, "--task-definition", TASK_DEFINITION, "--count", "many");
        assertThat(err.toString()).contains("--count").contains("many");
        assertUnusable(
                "place",
                "--cluster",
                CLUSTER,
                "--task-definition",
                TASK_DEFINITION,
                "--service",
                "a",
                "--run-task",
                "b");
        assertThat(err.toString()).contains("exclude each other");
        assertUnusable(
                "place", "--cluster", CLUSTER, "--task-definition", TASK_DEFINITION, "--strategy", "spread(host");
        assertThat(err.toString()).contains("--strategy:1:12").contains("not closed");
        assertUnusable(
                "place",
                "--cluster",
                CLUSTER,
                "--task-definition",
                TASK_DEFINITION,
                "--strategy",
                "type=spread,value=x");
        assertThat(err.toString()).contains("--strategy:1:13").contains("field= was expected");
    }

    @Test
    void call_version_namesTheLibrary() {
        for (String[] arguments : new String[][] {{"--version"}, {"place", "-V"}, {"query", "-V"}}) {
            out.getBuffer().setLength(0);
            assertThat(run(arguments)).isEqualTo(Main.FINE);
            assertThat(out.toString()).startsWith("Stowage (");
        }
    }

    @Test
    void place_help_isFine() {
        assertThat(run("place", "--help")).isEqualTo(Main.FINE);

        assertThat(out.toString()).contains("--task-definition").contains("Exit code");
    }

    private int example(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "place",
                "--cluster",
                CLUSTER,
                "--tasks",
                TASKS,
                "--task-definition",
                TASK_DEFINITION,
                "--service",
                SERVICE));
        Collections.addAll(arguments, more);
        return run(arguments.toArray(String[]::new));
    }

    private void assertUnusable(String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(Main.UNUSABLE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).doesNotContain("Exception").doesNotContain("fault of the program");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }
}
