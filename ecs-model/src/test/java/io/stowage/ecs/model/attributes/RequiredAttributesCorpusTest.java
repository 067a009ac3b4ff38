package io.stowage.ecs.model.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.cluster.Attribute;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.testing.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every answer of describe-task-definition in the corpus that lists what it requires: the same, or the difference is known. */
class RequiredAttributesCorpusTest {
    private static final String DOCKER = "com.amazonaws.ecs.capability.docker-remote-api.";

    /** The image was replaced by a placeholder before the file was published; the answer is about the one that stood there. */
    private static final String IMAGE_GONE =
            "-com.amazonaws.ecs.capability.ecr-auth -ecs.capability.execution-role-ecr-pull";

    private static final Map<String, String> KNOWN_DIFFERENCES = Map.of(
            "FIAP-SOAT2__ms-order__task_definition.json",
            IMAGE_GONE,
            "Yorinton__yori-vue-nest__task_definition.json",
            IMAGE_GONE,
            "tom-256__ecs-terraform-example__task-definitions_service-a-task-def.json",
            IMAGE_GONE,
            // Six secrets from the secret store, one with a hand-edited order of members: they were added to the file,
            // which is
            // the input of the next revision, after it was described.
            "COS301-SE-2023__Where-is-the-power__.aws_task-definition.json",
            "+ecs.capability.secrets.asm.environment-variables",
            // Nothing that is written here is known to ask for 1.21 (no memoryReservation).
            "alejandroLoz__CustomilyECSIntro__taskDefinition.json",
            "-" + DOCKER + "1.21",
            // A task role in host mode: this answer lists both names. We ask for the one that host mode needs.
            "rasulbek002__aws-elasticsearch__taskDefinition.json",
            "-com.amazonaws.ecs.capability.task-iam-role");

    @Test
    void of_describedTaskDefinitions_isWhatEcsListed() throws IOException {
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        for (Path file : Corpus.files("task-definitions")) {
            TaskDefinition definition = EcsJson.readTaskDefinition(file).value().orElse(null);
            if (definition == null || definition.requiresAttributes().isEmpty()) {
                continue;
            }
            compared++;
            String difference = difference(definition);
            if (!difference.isEmpty()) {
                differences.put(file.getFileName().toString(), difference);
            }
        }
        assertThat(differences).isEqualTo(KNOWN_DIFFERENCES);
        assertThat(compared).isGreaterThanOrEqualTo(24);
    }

    private static String difference(TaskDefinition definition) {
        Set<String> listed = definition.requiresAttributes().stream()
                .map(Attribute::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> derived = new TreeSet<>(RequiredAttributes.of(definition).names());
        Set<String> signs = new TreeSet<>();
        derived.stream().filter(name -> !listed.contains(name)).forEach(name -> signs.add("+" + name));
        listed.stream().filter(name -> !derived.contains(name)).forEach(name -> signs.add("-" + name));
        return String.join(" ", signs);
    }
}
