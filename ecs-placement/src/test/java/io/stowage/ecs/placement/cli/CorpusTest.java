package io.stowage.ecs.placement.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stowage.ecs.model.json.EcsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command on documents that other people wrote. Their folder is named by the property {@code stowage.corpus}. */
class CorpusTest {
    private static final String TASK_DEFINITION = "examples/task-definition.json";

    private static Path corpus;

    @BeforeAll
    static void findCorpus() {
        String folder = System.getProperty("stowage.corpus");
        assumeTrue(folder != null, "stowage.corpus names no folder; the tests over real documents are left out");
        corpus = Path.of(folder);
    }

    @Test
    void place_everyFileWithContainerInstances_works() throws IOException {
        int used = 0;
        for (Path file : files("container-instances")) {
            Optional<?> instances = EcsJson.readContainerInstances(file)
                    .value()
                    .filter(list -> list.stream()
                            .anyMatch(one -> !one.registeredResources().isEmpty()));
            if (instances.isPresent()) {
                used++;
                Run run = Run.of("place", "--cluster", file.toString(), "--task-definition", TASK_DEFINITION);
                assertThat(run.code).as("%s: %s", file.getFileName(), run.err).isIn(Main.FINE, Main.UNPLACED);
                assertThat(run.out.toString()).contains("The cluster afterwards");
            }
        }
        System.out.println("place: " + used + " files with container instances, all placed on");
        assertThat(used).isPositive();
    }

    @Test
    void place_everyTaskDefinition_isPlacedOrRefusedWithADiagnostic() throws IOException {
        Map<Integer, Integer> codes = new TreeMap<>();
        for (String kind : List.of("task-definitions", "task-definitions-irregular")) {
            for (Path file : files(kind)) {
                Run run = Run.of(
                        "place",
                        "--cluster",
                        "examples/container-instances.json",
                        "--task-definition",
                        file.toString());
                codes.merge(run.code, 1, Integer::sum);
                assertThat(run.err.toString()).as(file.getFileName().toString()).doesNotContain("fault of the program");
                if (run.code == Main.UNUSABLE) {
                    assertThat(run.err.toString())
                            .as(file.getFileName().toString())
                            .contains(file.getFileName() + ":");
                }
            }
        }
        System.out.println("place: task definitions placed, not placed, unusable: " + codes.values());
        assertThat(codes.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(200);
    }

    @Test
    void explain_everyFileWithContainerInstances_works() throws IOException {
        int used = 0;
        for (Path file : files("container-instances")) {
            Optional<?> instances = EcsJson.readContainerInstances(file)
                    .value()
                    .filter(list -> list.stream()
                            .anyMatch(one -> !one.registeredResources().isEmpty()));
            if (instances.isPresent()) {
                used++;
                for (String format : List.of("text", "json")) {
                    Run run = Run.of(
                            "explain",
                            "--cluster",
                            file.toString(),
                            "--task-definition",
                            TASK_DEFINITION,
                            "--format",
                            format);
                    assertThat(run.code)
                            .as("%s: %s", file.getFileName(), run.err)
                            .isIn(Main.FINE, Main.UNPLACED);
                }
            }
        }
        System.out.println("explain: " + used + " files with container instances");
        assertThat(used).isPositive();
    }

    @Test
    void explainAndNeeds_everyTaskDefinition_answerOrRefuseWithADiagnostic() throws IOException {
        Map<String, Integer> codes = new TreeMap<>();
        for (String kind : List.of("task-definitions", "task-definitions-irregular")) {
            for (Path file : files(kind)) {
                Run needs = Run.of("needs", "--task-definition", file.toString());
                Run explain = Run.of(
                        "explain",
                        "--cluster",
                        "examples/container-instances.json",
                        "--task-definition",
                        file.toString());
                codes.merge("needs " + needs.code, 1, Integer::sum);
                codes.merge("explain " + explain.code, 1, Integer::sum);
                for (Run run : List.of(needs, explain)) {
                    assertThat(run.err.toString())
                            .as(file.getFileName().toString())
                            .doesNotContain("fault of the program");
                    if (run.code == Main.UNUSABLE) {
                        assertThat(run.err.toString())
                                .as(file.getFileName().toString())
                                .contains(file.getFileName() + ":");
                    }
                }
            }
        }
        System.out.println("needs and explain of task definitions by exit code: " + codes);
        assertThat(codes.get("needs 0")).isGreaterThan(200);
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> list = Files.list(corpus.resolve(kind))) {
            return list.sorted().toList();
        }
    }

    private static final class Run {
        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private int code;

        static Run of(String... arguments) {
            Run run = new Run();
            run.code = Main.run(new PrintWriter(run.out), new PrintWriter(run.err), arguments);
            return run;
        }
    }
}
