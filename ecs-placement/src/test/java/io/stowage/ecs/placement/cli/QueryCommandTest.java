package io.stowage.ecs.placement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueryCommandTest {
    private static final String CLUSTER = "examples/container-instances.json";
    private static final String TASKS = "examples/tasks.json";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void query_matching_listsTheInstances() {
        assertThat(run("query", "--cluster", CLUSTER, "attribute:ecs.instance-type =~ c5.*"))
                .isEqualTo(Main.FINE);

        assertThat(out.toString())
                .contains("c5.large", "c5.xlarge", "2 of 10 container instances match.")
                .doesNotContain("m5.large");
    }

    @Test
    void query_taskGroup_countsTheTasksOfTheFile() {
        assertThat(run("query", "--cluster", CLUSTER, "--tasks", TASKS, "task:group == service:catalog"))
                .isEqualTo(Main.FINE);

        // The seventh task of the service is being stopped on the draining instance.
        assertThat(out.toString()).contains("6 of 10 container instances match.");
    }

    @Test
    void query_nothingMatching_isOne() {
        assertThat(run("query", "--cluster", CLUSTER, "attribute:stack exists")).isEqualTo(Main.UNPLACED);

        assertThat(out.toString()).isEqualToNormalizingNewlines("0 of 10 container instances match.\n");
    }

    @Test
    void query_json_givesFullIds() {
        assertThat(run("query", "--cluster", CLUSTER, "--format", "json", "agentConnected == false"))
                .isEqualTo(Main.FINE);

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.get("instances").asInt()).isEqualTo(10);
        assertThat(report.get("matching")).hasSize(1);
        assertThat(report.at("/matching/0/containerInstance").asString()).startsWith("arn:aws:ecs:us-east-1:");
    }

    @Test
    void query_malformedExpression_showsACaret() {
        assertThat(run("query", "--cluster", CLUSTER, "attribute:stack = prod")).isEqualTo(Main.UNUSABLE);

        assertThat(err.toString())
                .startsWith("EXPRESSION, character 17: ")
                .contains("attribute:stack = prod")
                .contains("                ^");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
