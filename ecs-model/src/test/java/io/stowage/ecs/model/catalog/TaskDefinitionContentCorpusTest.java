package io.stowage.ecs.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.testing.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TaskDefinitionContentCorpusTest {
    @Test
    void register_everyRealTaskDefinition_keepsItsContent() throws IOException {
        int registered = 0;
        for (Path file : Corpus.files("task-definitions")) {
            TaskDefinition definition = EcsJson.readTaskDefinition(file).value().orElse(null);
            if (definition == null
                    || definition.family() == null
                    || !definition.family().matches("[A-Za-z0-9_-]+")) {
                continue;
            }
            TaskDefinitionContent before = TaskDefinitionContent.of(definition);
            TaskDefinition described =
                    TaskDefinitionCatalog.empty().register(definition, null).taskDefinition();
            TaskDefinitionContent after = TaskDefinitionContent.of(described);
            assertThat(before.differences(after)).as(file.toString()).isEmpty();
            assertThat(after).as(file.toString()).isEqualTo(before);
            registered++;
        }
        assertThat(registered).isGreaterThan(150);
    }

    /** What we say that describe-task-definition writes out, real answers of it have written out. */
    @Test
    void defaults_ofRealDescriptions_areWrittenOutAlready() throws IOException {
        Map<String, Integer> missing = new TreeMap<>();
        int described = 0;
        for (Path file : Corpus.files("task-definitions")) {
            TaskDefinition definition = EcsJson.readTaskDefinition(file).value().orElse(null);
            if (definition == null || definition.requiresAttributes().isEmpty()) {
                continue;
            }
            described++;
            for (AppliedDefault applied : TaskDefinitionContent.of(definition).defaults()) {
                // A list that is written as empty is no default; content does not tell it from an absent one.
                if (applied.described() && !List.of().equals(applied.value())) {
                    missing.merge(applied.pointer().replaceAll("[0-9]+", "*"), 1, Integer::sum);
                }
            }
        }
        assertThat(described).isGreaterThanOrEqualTo(24);
        assertThat(missing).isEmpty();
    }
}
