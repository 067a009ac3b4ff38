package io.stowage.ecs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what happens. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    private final Path examples = Path.of("examples");

    @Test
    void program_ofTheReadme_compilesAndPlaces() throws IOException {
        // begin
        List<ContainerInstance> instances = EcsJson.readContainerInstances(examples.resolve("container-instances.json"))
                .orThrow();
        List<Task> tasks = EcsJson.readTasks(examples.resolve("tasks.json")).orThrow();
        TaskDefinition checkout = EcsJson.readTaskDefinition(examples.resolve("task-definition.json"))
                .orThrow();

        PlacementResult result = PlacementEngine.standard()
                .place(
                        ClusterSnapshot.of(instances, tasks),
                        PlacementRequest.builder(checkout)
                                .service("checkout")
                                .count(6)
                                .placementStrategy(List.of(PlacementStrategy.builder()
                                        .type(PlacementStrategyType.BINPACK)
                                        .field("memory")
                                        .build()))
                                .build());

        result.placements().forEach(placement -> System.out.println(placement.containerInstance()));
        result.failures().forEach(failure -> System.out.println(failure.reason() + ": " + failure.detail()));
        // end
        assertThat(result.placements()).isNotEmpty();
        assertThat(code(block("java"))).isEqualTo(code(ownSource()));
    }

    @Test
    void output_ofTheReadme_isWhatTheCommandPrints() throws IOException {
        String printed = Files.readString(Path.of("src/test/resources/io/stowage/ecs/placement/cli/example.txt"));

        assertThat(printed).startsWith(block(""));
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(Files.readString(README));
        List<String> found = new ArrayList<>();
        while (block.find()) {
            if (block.group(1).startsWith(language.isEmpty() ? "10 container instances" : "List<ContainerInstance>")) {
                found.add(block.group(1));
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String ownSource() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/stowage/ecs/placement/ReadmeTest.java"));
        return source.substring(source.indexOf("// begin\n") + "// begin\n".length(), source.indexOf("// end\n"));
    }

    /** The formatter may break lines anew; what counts is the code. */
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
