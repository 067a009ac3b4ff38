package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.testing.Arbitrary;
import io.stowage.ecs.model.testing.JsonValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of document reads what it is for, in each of its forms. */
class DocumentKindTest {

    private static final Map<String, List<String>> WRAPPINGS = Map.of(
            "TaskDefinition", List.of("taskDefinition"),
            "ContainerInstance", List.of("containerInstance", "containerInstances"),
            "Task", List.of("task", "tasks"),
            "Service", List.of("service", "services"),
            "ServiceRevision", List.of("serviceRevisions"),
            "ServiceDeployment", List.of("serviceDeployments"),
            "TaskSet", List.of("taskSet", "taskSets"),
            "Cluster", List.of("cluster", "clusters"),
            "CapacityProvider", List.of("capacityProvider", "capacityProviders"));

    static List<DocumentKind<?>> kinds() {
        return Arrays.stream(DocumentKind.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .<DocumentKind<?>>map(field -> {
                    try {
                        return (DocumentKind<?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void kinds_areThoseOfTheScope() {
        assertThat(kinds()).hasSize(16);
        assertThat(kinds()).extracting(kind -> kind.structure().getSimpleName()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fullStructure_bareAndWrapped_isReadBack(DocumentKind<?> kind) {
        EcsStructure structure = Arbitrary.full(7).structure(kind.structure());
        String bare = EcsJson.write(structure);

        assertThat(read(kind, bare)).isEqualTo(structure);
        for (String wrapping : WRAPPINGS.getOrDefault(kind.structure().getSimpleName(), List.of())) {
            String held = wrapping.endsWith("s") ? "[" + bare + "]" : bare;
            assertThat(read(kind, "{\"" + wrapping + "\": " + held + ", \"failures\": []}"))
                    .as(wrapping)
                    .isEqualTo(structure);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fullStructure_inPascalCase_isReadBack(DocumentKind<?> kind) {
        EcsStructure structure = Arbitrary.full(11).structure(kind.structure());
        String pascal = EcsJson.write(structure).replaceAll("\"([a-z])(\\w*)\" ?:", "\"~$1$2\":");
        StringBuilder text = new StringBuilder(pascal);
        for (int at = text.indexOf("~"); at >= 0; at = text.indexOf("~")) {
            text.deleteCharAt(at).setCharAt(at, Character.toUpperCase(text.charAt(at)));
        }
        // The keys of maps are no members: they are restored.
        String restored = text.toString().replaceAll("\"T(\\d+)\":", "\"t$1\":");

        assertThat(read(kind, restored)).isEqualTo(structure);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void fullStructure_isOfItsKind(DocumentKind<?> kind) {
        String bare = EcsJson.write(Arbitrary.full(3).structure(kind.structure()));

        DocumentKind<?> found = EcsJson.kindOf(SourceText.of("x.json", bare), ReadOptions.standard())
                .orElseThrow();

        assertThat(found).isSameAs(kind == DocumentKind.REGISTER_TASK_DEFINITION ? DocumentKind.TASK_DEFINITION : kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"image\": \"x\"}] | a task definition",
                "[{\"taskArn\": \"x\"}] | tasks",
                "{\"Type\": \"AWS::ECS::Service\", \"Properties\": {}} | the input of create-service",
                "{\"Type\": \"AWS::ECS::Cluster\", \"Properties\": {}} | the input of create-cluster",
                "{\"service\": \"web\", \"desiredCount\": 2} | the input of update-service",
                "{\"desiredCount\": 2, \"taskDefinition\": \"web\"} | the input of create-service",
                "{\"taskDefinition\": \"web\", \"containerInstances\": [\"i\"]} | the input of start-task",
                "{\"taskDefinition\": \"web\", \"count\": 1} | the input of run-task",
                "{\"detail\": {\"taskArn\": \"x\"}} | tasks",
                "{\"failures\": [], \"Services\": []} | services",
                "{\"clusters\": [\"names\"]} | -",
                "{\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"Family\": \"x\"}} | -",
                "{\"detail\": {\"clusterArn\": \"x\"}} | -",
                "{\"service\": \"web\", \"externalId\": \"x\", \"taskDefinition\": \"y\"} | -",
                "[] | -",
                "7 | -",
                "{\"family\": | -"
            })
    void kindOf_document_isToldByItsMembers(String text, String expected) {
        assertThat(EcsJson.kindOf(SourceText.of("x.json", text), ReadOptions.standard())
                        .map(Object::toString)
                        .orElse("-"))
                .isEqualTo(expected);
    }

    @Test
    void templateNames_ofOtherStructures_areUnderstood() {
        assertThat(((io.stowage.ecs.model.service.CreateServiceRequest) read(
                                DocumentKind.CREATE_SERVICE,
                                "{\"Type\": \"AWS::ECS::Service\", \"Properties\": {\"TaskDefinition\": \"x\","
                                        + " \"PlacementStrategies\": [{\"Type\": \"random\"}]}}"))
                        .placementStrategy())
                .hasSize(1);
        assertThat(((io.stowage.ecs.model.cluster.CreateClusterRequest) read(
                                DocumentKind.CREATE_CLUSTER,
                                "{\"Type\": \"AWS::ECS::Cluster\", \"Properties\": {\"ClusterSettings\": [{\"Name\":"
                                        + " \"containerInsights\", \"Value\": \"enabled\"}]}}"))
                        .settings())
                .hasSize(1);
    }

    @Test
    void event_membersOfItsOwn_areNoNotes() {
        ParsedDocument<?> document = EcsJson.read(
                DocumentKind.CONTAINER_INSTANCES,
                SourceText.of(
                        "x.json",
                        "{\"detail\": {\"containerInstanceArn\": \"a\", \"clusterArn\": \"c\", \"updatedAt\": \"t\"}}"),
                ReadOptions.standard());

        assertThat(document.diagnostics()).isEmpty();
    }

    @Test
    void stream_isReadAndLeftOpen() throws IOException {
        boolean[] closed = new boolean[1];
        InputStream in = new ByteArrayInputStream("{\"family\": \"w\u00E9b\"}".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        ParsedDocument<TaskDefinition> document =
                EcsJson.read(DocumentKind.TASK_DEFINITION, "stdin", in, ReadOptions.standard());

        assertThat(document.orThrow().family()).isEqualTo("w\u00E9b");
        assertThat(document.locate("/family")).hasToString("stdin:1:12");
        assertThat(closed[0]).isFalse();
    }

    @Test
    void stream_givenPieceByPiece_isDecodedAcrossThem() throws IOException {
        String family = "\u00E9\u2603\ud83d\ude80".repeat(30_000);
        byte[] bytes = ("{\"family\": \"" + family + "\"}").getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 7));
            }
        };

        assertThat(EcsJson.read(DocumentKind.TASK_DEFINITION, "", slow, ReadOptions.standard())
                        .orThrow()
                        .family())
                .isEqualTo(family);
    }

    @Test
    void bareListOfContainers_isMadeATaskDefinition_asJsonSays() {
        assertThat(JsonValues.value(EcsJson.write(
                        (EcsStructure) read(DocumentKind.REGISTER_TASK_DEFINITION, "[{\"name\": \"a\"}]"))))
                .isEqualTo(JsonValues.value("{\"containerDefinitions\": [{\"name\": \"a\"}]}"));
    }

    /** What the document holds; of a list, its one element. */
    private static Object read(DocumentKind<?> kind, String text) {
        ParsedDocument<?> document = EcsJson.read(kind, SourceText.of("x.json", text), ReadOptions.standard());
        assertThat(document.diagnostics()).isEmpty();
        Object value = document.orThrow();
        return value instanceof List<?> list ? list.get(0) : value;
    }
}
