package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.cluster.Resource;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final ReadOptions OPTIONS = ReadOptions.standard();

    private static final SourceText TEMPLATE = SourceText.of("template.yaml", """
            Resources:
              Task:
                Properties:
                  Cpu: !Ref Cpu
                  ContainerDefinitions:
                    - !If [A, {Name: a}, {Name: b}]
                    - Name: web
                      PortMappings:
                        - ContainerPort: eighty
            """);

    @Test
    void readTree_template_keepsTagsAndPlaces() {
        JsonTree tree = EcsJson.readTree(TEMPLATE, OPTIONS).orThrow();

        JsonObject properties = properties(tree);
        assertThat(properties.get("Cpu").plain()).isEqualTo(Map.of("Ref", "Cpu"));
        assertThat(TEMPLATE.locate(properties.get("Cpu").offset()))
                .isEqualTo(new SourceLocation("template.yaml", 4, 12));
    }

    @Test
    void readTree_brokenText_saysWhereAndHasNoValue() {
        ParsedDocument<JsonTree> document = EcsJson.readTree(SourceText.of("a.json", "{\"a\": }"), OPTIONS);

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics()).extracting("id").containsExactly("json.syntax");
    }

    @Test
    void read_treeThatWasRead_isWhatReadingTheTextGives() {
        SourceText source = SourceText.of("a.json", """
                {"taskDefinition": {"family": "a", "family": "b", "cpu": {}, "containerDefinitions": [{"name": "c"}]}}
                """);

        ParsedDocument<TaskDefinition> twice =
                EcsJson.read(DocumentKind.TASK_DEFINITION, EcsJson.readTree(source, OPTIONS), OPTIONS);

        ParsedDocument<TaskDefinition> once = EcsJson.readTaskDefinition(source, OPTIONS);
        assertThat(twice.value()).isEqualTo(once.value());
        assertThat(twice.diagnostics()).isEqualTo(once.diagnostics()).hasSize(2);
        assertThat(twice.locate("/containerDefinitions/0/name")).isEqualTo(once.locate("/containerDefinitions/0/name"));
        SourceText broken = SourceText.of("b.json", "{");
        assertThat(EcsJson.read(DocumentKind.TASK_DEFINITION, EcsJson.readTree(broken, OPTIONS), OPTIONS)
                        .diagnostics())
                .isEqualTo(EcsJson.readTaskDefinition(broken, OPTIONS).diagnostics());
    }

    @Test
    void bind_partOfADocument_findsItsPlacesInTheWhole() {
        JsonTree tree = EcsJson.readTree(TEMPLATE, OPTIONS).orThrow();

        ParsedDocument<TaskDefinition> task =
                EcsJson.bind(DocumentKind.TASK_DEFINITION, TEMPLATE, properties(tree), OPTIONS);

        assertThat(task.value().orElseThrow().containerDefinitions())
                .extracting("name")
                .containsExactly("web");
        String port = "/containerDefinitions/0/portMappings/0/containerPort";
        assertThat(task.locate(port)).isEqualTo(new SourceLocation("template.yaml", 9, 30));
        assertThat(task.diagnostics()).extracting("id").contains("json.wrong-type", "json.not-known");
        assertThat(task.writtenPointer(port))
                .as("the element that is not known counts in the document")
                .isEqualTo("/ContainerDefinitions/1/PortMappings/0/ContainerPort");
    }

    @Test
    void writtenPointer_absentMember_isWrittenAsItsNeighbours() {
        ParsedDocument<TaskDefinition> task = EcsJson.bind(
                DocumentKind.TASK_DEFINITION,
                TEMPLATE,
                properties(EcsJson.readTree(TEMPLATE, OPTIONS).orThrow()),
                OPTIONS);

        assertThat(task.writtenPointer("/containerDefinitions/0/healthCheck/command"))
                .isEqualTo("/ContainerDefinitions/1/HealthCheck/Command");
        assertThat(EcsJson.readTaskDefinition(SourceText.of("", "{\"family\": \"a\"}"), OPTIONS)
                        .writtenPointer("/containerDefinitions/0"))
                .isEqualTo("/containerDefinitions/0");
        assertThat(task.writtenPointer("")).isEmpty();
    }

    @Test
    void bind_valueOfAnotherForm_isRefusedWithWhatWasExpected() {
        ParsedDocument<CreateServiceRequest> service = EcsJson.bind(
                DocumentKind.CREATE_SERVICE, SourceText.of("s", "[]"), JsonTree.ofPlain(List.of()), OPTIONS);

        assertThat(service.value()).isEmpty();
        assertThat(service.diagnostics())
                .singleElement()
                .extracting("message")
                .isEqualTo("found a list; the input of create-service was expected");
    }

    @Test
    void bind_structureOfAnotherRecord_isReadLikeThoseOfTheModel() {
        DocumentKind<Resource> kind = DocumentKind.structure(Resource.class, "a resource");
        SourceText source = SourceText.of("r.json", "{\"name\": \"CPU\", \"integerValue\": \"x\", \"nam\": 1}");

        ParsedDocument<Resource> read = EcsJson.read(kind, source, OPTIONS);

        assertThat(read.value().orElseThrow().name()).isEqualTo("CPU");
        assertThat(read.diagnostics()).extracting("id").containsExactly("json.wrong-type", "json.unknown-member");
        assertThat(kind).hasToString("a resource");
    }

    @Test
    void bind_oneWhereAListIsRead_isAListOfOne() {
        JsonTree tree = JsonTree.ofPlain(Map.of("clusterName", "prod"), 3);

        assertThat(EcsJson.bind(DocumentKind.CLUSTERS, SourceText.of("c", "   {}"), tree, OPTIONS)
                        .orThrow())
                .extracting("clusterName")
                .containsExactly("prod");
        assertThat(tree.offset()).isEqualTo(3);
    }

    private static JsonObject properties(JsonTree tree) {
        JsonObject resources = (JsonObject) ((JsonObject) tree).get("Resources");
        return (JsonObject) ((JsonObject) resources.get("Task")).get("Properties");
    }
}
