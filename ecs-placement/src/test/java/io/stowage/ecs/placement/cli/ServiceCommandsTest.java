package io.stowage.ecs.placement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands about services: rollout, simulate and drill. */
class ServiceCommandsTest {
    private static final Path EXAMPLES = Path.of("examples");
    private static final List<String> CLUSTER = List.of(
            "--cluster",
            EXAMPLES.resolve("container-instances.json").toString(),
            "--tasks",
            EXAMPLES.resolve("tasks.json").toString());
    private static final List<String> CHECKOUT = List.of(
            "--task-definition",
            EXAMPLES.resolve("task-definition.json").toString(),
            "--service",
            EXAMPLES.resolve("service.json").toString());

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private List<String> catalog = List.of();
    private String definition = "";

    @BeforeEach
    void describeCatalog() throws IOException {
        definition = Files.writeString(folder.resolve("catalog.json"), """
                {"family": "catalog", "containerDefinitions": [{"name": "c", "image": "c", "cpu": 128, "memory": 512}]}
                """).toString();
        catalog = List.of("--task-definition", definition, "--service-name", "catalog", "--count", "6");
    }

    @Test
    void rollout_onTheExample_showsTheWayToTheStall() {
        assertThat(run("rollout", CLUSTER, CHECKOUT)).isEqualTo(Main.UNPLACED);

        assertThat(out.toString())
                .contains("ALWAYS_STALLS: at most 4 tasks")
                .contains("start a new task on i-0763a07ca11a32974: 0 old, 1 new")
                .contains("no instance has room for a new task");
    }

    @Test
    void rollout_ofAServiceThatRuns_countsItsTasksAsOld() {
        assertThat(run("rollout", CLUSTER, catalog, "--states", "100000", "--format", "json"))
                .isEqualTo(Main.FINE);

        JsonNode report = json();
        assertThat(report.get("verdict").asString()).isEqualTo("ALWAYS_FINISHES");
        assertThat(report.get("peakTasks").asInt()).isEqualTo(12);
        assertThat(report.get("extraTasks").asInt()).isEqualTo(6);
        assertThat(report.get("lowestHealthy").asInt()).isEqualTo(6);
        assertThat(report.get("stall").isNull()).isTrue();
    }

    @Test
    void rollout_withoutCluster_looksAtThePercentagesAlone() {
        assertThat(run("rollout", CHECKOUT)).isEqualTo(Main.FINE);
        assertThat(run("rollout", CHECKOUT, "--count", "1", "--minimum-healthy-percent", "100", "--format", "json"))
                .isEqualTo(Main.FINE);
        out.getBuffer().setLength(0);
        assertThat(run(
                        "rollout",
                        CHECKOUT,
                        "--count",
                        "1",
                        "--minimum-healthy-percent",
                        "100",
                        "--maximum-percent",
                        "134",
                        "--format",
                        "json"))
                .isEqualTo(Main.UNPLACED);

        JsonNode report = json();
        assertThat(report.get("verdict").asString()).isEqualTo("CANNOT_START");
        assertThat(report.at("/stall/reason").asString()).isEqualTo("DEPLOYMENT_CONFIGURATION");
        assertThat(report.at("/safeSettings/0/maximumPercent").asInt()).isEqualTo(200);
    }

    @Test
    void simulate_onTheExample_endsWithTheStallAndExitCodeOne() {
        assertThat(run("simulate", CLUSTER, CHECKOUT)).isEqualTo(Main.UNPLACED);

        assertThat(out.toString())
                .startsWith("1970-01-01T00:00:00Z SERVICE_DEPLOYMENT_IN_PROGRESS")
                .contains("was unable to place a task because no container instance met all of its requirements.")
                .endsWith("1970-01-01T01:00:00Z checkout: 4 of 6 tasks run, 4 healthy, 0 pending; not steady"
                        + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void simulate_serviceThatRuns_isAdoptedAndDeployed() {
        assertThat(run("simulate", CLUSTER, catalog, "--at", "5m deploy " + definition, "--format", "json"))
                .isEqualTo(Main.FINE);

        JsonNode report = json();
        assertThat(report.at("/timeline/0/name").asString()).isEqualTo("SERVICE_ADOPTED");
        assertThat(report.at("/service/isSteady").asBoolean()).isTrue();
        assertThat(report.at("/service/runningCount").asInt()).isEqualTo(6);
        assertThat(report.at("/service/deployments/0/revision").asInt()).isEqualTo(2);
        assertThat(report.at("/service/deployments/0/rolloutState").asString()).isEqualTo("COMPLETED");
        assertThat(report.get("timeline")
                        .valueStream()
                        .map(event -> event.get("at").asString()))
                .contains("1970-01-01T00:05:00Z")
                .isSorted();
    }

    @Test
    void simulate_revisionThatFails_isNotSteadyAndThrottled() {
        assertThat(run(
                        "simulate",
                        CLUSTER,
                        catalog,
                        "--failing-revision",
                        "2",
                        "--start",
                        "2026-01-01T00:00:00Z",
                        "--at",
                        "PT1M deploy " + definition))
                .isEqualTo(Main.UNPLACED);

        assertThat(out.toString())
                .contains("2026-01-01T00:01:00Z ")
                .contains("stopped before it was running")
                .contains("launches that failed in a row: 1; the next waits 15 seconds");
    }

    @Test
    void simulate_aDay_saysHowFarItIs() {
        assertThat(run("simulate", CLUSTER, catalog, "--for", "1d")).isEqualTo(Main.FINE);

        assertThat(err.toString().lines()).hasSize(10).first().asString().startsWith("simulated PT2H24M of PT24H, ");
        assertThat(err.toString().lines()).last().asString().startsWith("simulated PT24H of PT24H, ");
        assertThat(out.toString()).contains("1970-01-02T00:00:00Z catalog: 6 of 6 tasks run");
    }

    @Test
    void simulate_sliced_isTheSameTimeline() {
        String[] events = {"--at", "3h lose-zone us-east-1a", "--at", "5h desired-count 8", "--format", "json"};
        assertThat(run("simulate", CLUSTER, catalog, with(events, "--for", "1d")))
                .isEqualTo(Main.FINE);
        String sliced = json().get("timeline").toString();
        out.getBuffer().setLength(0);
        assertThat(run("simulate", CLUSTER, catalog, with(events, "--for", "PT23H59M")))
                .isEqualTo(Main.FINE);

        assertThat(json().get("timeline").toString()).isEqualTo(sliced).contains("INSTANCE_LOST");
    }

    @Test
    void simulate_everyCommand_isDone() {
        assertThat(run(
                        "simulate",
                        CLUSTER,
                        catalog,
                        "--at",
                        "1m desired-count 7",
                        "--at",
                        "3m drain i-0bbab9ff2378c630c",
                        "--at",
                        "6m activate i-0bbab9ff2378c630c",
                        "--at",
                        "9m lose i-0291b08bba8527607",
                        "--at",
                        "12m stop-task catalog/000002",
                        "--at",
                        "15m alarm errors",
                        "--at",
                        "16m alarm-off errors"))
                .isEqualTo(Main.FINE);

        assertThat(out.toString())
                .contains("00:03:00Z INSTANCE_DRAINING (container-instance i-0bbab9ff2378c630c)")
                .contains("00:06:00Z INSTANCE_ACTIVE (container-instance i-0bbab9ff2378c630c)")
                .contains("00:09:00Z INSTANCE_LOST (container-instance i-0291b08bba8527607)")
                .contains("because StopTask was called")
                .endsWith("7 of 7 tasks run, 7 healthy, 0 pending; steady" + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1m                 | three words were expected
            1m fly i-1         | there is no command fly; one of deploy, desired-count, lose
            soon drain i-1     | `soon` is no length of time; one like 90s
            -PT1M drain i-1    | `-PT1M` is no length of time
            1m drain i-1       | there is no container instance i-1
            1m lose-zone mars  | no container instance is in zone mars
            1m desired-count x | `x` is no number of tasks
            1m desired-count -3| desiredCount is -3; 0 or more was expected
            1m deploy nofile   | nofile: there is no such file
            1m stop-task q     | there is no task q
            2h lose-zone mars  | the simulation ends before, after PT1H
            """)
    void simulate_unusableEvent_isNamed(String event, String message) {
        assertThat(run("simulate", CLUSTER, catalog, "--at", event)).isEqualTo(Main.UNUSABLE);

        assertThat(err.toString()).contains(message).doesNotContain("fault of the program");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void drill_zone_saysWhatSurvivesReturnsAndIsLost() {
        assertThat(run("drill", CLUSTER, catalog, "--daemon", "metrics", "--lose-zone", "us-east-1a"))
                .isEqualTo(Main.FINE);

        assertThat(out.toString())
                .startsWith(
                        "Without i-075d9f06a9d792397, i-0d6abf6e7f8b3b80f, i-0bbab9ff2378c630c: 23 tasks, 15 survive, 2"
                                + " return, 6 lost")
                .contains("  service:catalog: 6 tasks, 4 survive, 2 return, 0 lost")
                .contains("    return on i-06346c36fbb1dbb8d, i-0763a07ca11a32974")
                .contains("3 lost: a task of a daemon service goes with its instance");
    }

    @Test
    void drill_withoutChoice_losesEachInstanceAlone() {
        assertThat(run("drill", CLUSTER, catalog, "--format", "json")).isEqualTo(Main.FINE);

        JsonNode report = json();
        assertThat(report.get("passed").asBoolean()).isTrue();
        assertThat(report.get("drills"))
                .hasSize(10)
                .allSatisfy(drill -> assertThat(drill.get("survives").asInt()
                                + drill.get("returns").asInt()
                                + drill.get("lost").asInt())
                        .isEqualTo(drill.get("before").asInt())
                        .isEqualTo(23));
    }

    @Test
    void drill_serviceThatFindsNoPlace_endsWithExitCodeOne() {
        String[] all = {"--lose-matching", "attribute:ecs.instance-type =~ .*", "--format", "json"};
        assertThat(run("drill", CLUSTER, catalog, all)).isEqualTo(Main.UNPLACED);

        JsonNode lost = json().at("/drills/0");
        assertThat(lost.get("passed").asBoolean()).isFalse();
        assertThat(lost.get("services")
                        .valueStream()
                        .filter(service ->
                                "service:catalog".equals(service.get("group").asString()))
                        .map(service -> service.get("reason").asString()))
                .containsExactly("NO_PLACE");
    }

    @Test
    void drill_severalServices_placeOneAfterTheOther() throws IOException {
        String search = Files.writeString(folder.resolve("search.json"), """
                {"serviceName": "search", "desiredCount": 3, "taskDefinition": "search"}
                """).toString();
        String[] also = {"--lose-zone", "us-east-1a", "--also", definition, search, "--format", "json"};
        assertThat(run("drill", CLUSTER, catalog, also)).isEqualTo(Main.FINE);

        assertThat(json().at("/drills/0/services")
                        .valueStream()
                        .filter(service -> service.get("returns").asInt() > 0)
                        .map(service -> service.get("group").asString()))
                .containsExactly("service:catalog", "service:search");

        String[] twice = {"--also", definition, search, "--also", definition, search};
        out.getBuffer().setLength(0);
        assertThat(run("drill", CLUSTER, catalog, twice)).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("search").doesNotContain("fault of the program");

        String bad = Files.writeString(folder.resolve("bad.json"), """
                {"serviceName": "bad", "desiredCount": 1, "taskDefinition": "bad",
                 "placementConstraints": [{"type": "memberOf", "expression": "nonsense"}]}
                """).toString();
        assertThat(run("drill", CLUSTER, catalog, "--also", definition, bad)).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("bad.json:2:");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void drill_drainOfSeveral_takesThemTogether() {
        String[] two = {"--drain", "i-0763a07ca11a32974", "--drain", "i-0291b08bba8527607"};
        assertThat(run("drill", CLUSTER, catalog, two)).isEqualTo(Main.FINE);

        assertThat(out.toString()).startsWith("Draining i-0763a07ca11a32974, i-0291b08bba8527607: 23 tasks, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --lose-instance          | i-1      | there is no container instance i-1
            --lose-zone              | mars     | mars
            --lose-capacity-provider | spot     | spot
            --lose-matching          | nonsense | --lose-matching, character
            --drain                  | i-1      | there is no container instance i-1
            """)
    void drill_unusableChoice_isNamed(String option, String value, String message) {
        assertThat(run("drill", CLUSTER, catalog, option, value)).isEqualTo(Main.UNUSABLE);

        assertThat(err.toString()).contains(message).doesNotContain("fault of the program");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void drill_twoChoices_areRefused() {
        assertThat(run("drill", CLUSTER, catalog, "--lose-zone", "us-east-1a", "--drain", "i-0763a07ca11a32974"))
                .isEqualTo(Main.UNUSABLE);

        assertThat(err.toString()).contains("mutually exclusive");
    }

    @ParameterizedTest
    @CsvSource({"rollout", "simulate", "drill"})
    void command_withoutUsableService_saysWhatWasExpected(String command) {
        List<String> nameless = List.of("--task-definition", definition);
        assertThat(run(command, CLUSTER, nameless)).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--service FILE or --service-name NAME was expected");

        err.getBuffer().setLength(0);
        assertThat(run(command, CLUSTER, catalog, "--constraint", "memberOf(nonsense)"))
                .isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--constraint:1:10");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rollout", "simulate"})
    void command_withoutUsableCount_saysWhatWasExpected(String command) {
        List<String> named = List.of("--task-definition", definition, "--service-name", "catalog");
        assertThat(run(command, CLUSTER, named)).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("desiredCount is missing; 0 or more was expected");

        err.getBuffer().setLength(0);
        assertThat(run(command, CLUSTER, named, "--count", "-1")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("desiredCount is -1; 0 or more was expected");

        err.getBuffer().setLength(0);
        assertThat(run(command, CLUSTER, catalog, "--maximum-percent", "-5")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("-5").doesNotContain("fault of the program");
    }

    @Test
    void rollout_withoutStates_isRefused() {
        assertThat(run("rollout", CHECKOUT, "--states", "0")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("--states is 0; at least 1 was expected");
    }

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString());
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private int run(String command, List<String> options, String... more) {
        return run(command, options, List.of(), more);
    }

    private int run(String command, List<String> options, List<String> others, String... more) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(options);
        all.addAll(others);
        all.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
