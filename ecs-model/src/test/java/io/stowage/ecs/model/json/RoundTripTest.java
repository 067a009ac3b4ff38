package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.testing.JsonValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and written is the same JSON value. */
class RoundTripTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'family': 'web'}",
                "{'family': 'web', 'volumes': [], 'containerDefinitions': [{'command': [], 'dockerLabels': {}, 'cpu': 0}]}",
                "{'family': 'web', 'cpu': null, 'volumes': null, 'containerDefinitions': [{'dockerLabels': null}]}",
                "{'family': 'web', 'unknown': {'b': [1, {'a': null}], 'a': []}, 'tags': [{'key': 'k'}]}",
                "{'family': 'web', 'x': 1.10, 'y': 123456789012345678901234567890, 'z': 1e-30, 'w': -0.0, 'v': 1E400}",
                "{'family': '', 'containerDefinitions': [{'name': '\\u0000\\u001f\\\"\\\\ \\uD83D\\uDE80 \\ud800'}]}",
                "{'family': 'web', 'containerDefinitions': [{'logConfiguration': {'logDriver': 'new-driver'}}]}",
                "{'family': 'web', 'registeredAt': 1700000000.123}",
                "{'family': 'web', 'containerDefinitions': [{'environment': [{'name': 'a', 'value': ''}], 'linuxParameters': {}}]}"
            })
    void documentWithoutErrors_comesBackAsItWas(String text) {
        comesBack(text.replace('\'', '"'), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'family': 'web', 'cpu': '${CPU}', 'containerDefinitions': [{'memory': '<MEM>'}, '${SIDECAR}', {'cpu': 1}]}",
                "{'family': 'web', 'containerDefinitions': [{'command': ['a', {'Ref': 'X'}, 'b'], 'cpu': {'Fn::If': []}}]}",
                "{'family': 'web', 'containerDefinitions': {'Fn::If': ['c', [], []]}}",
                "{'family': 'web', 'containerDefinitions': [{'dockerLabels': {'a': {'Ref': 'X'}, 'b': 'c'}}]}"
            })
    void placeholders_comeBackWhereTheyWere(String text) {
        comesBack(text.replace('\'', '"'), false);
    }

    @Test
    void value_whateverThePlacesOfItsParts_isEqual() {
        ParsedDocument<TaskDefinition> dense = EcsJson.read(
                DocumentKind.TASK_DEFINITION,
                SourceText.of("a.json", "{\"family\":\"web\",\"containerDefinitions\":[{\"name\":\"app\",\"x\":1}]}"),
                ReadOptions.standard());
        ParsedDocument<TaskDefinition> airy = EcsJson.read(
                DocumentKind.TASK_DEFINITION,
                SourceText.of("b.yaml", "containerDefinitions:\n  - name: app\n    x: 1\n\nfamily: web\n"),
                ReadOptions.standard());

        assertThat(airy.locate("/family")).isNotEqualTo(dense.locate("/family"));
        assertThat(airy.orThrow()).isEqualTo(dense.orThrow()).hasSameHashCodeAs(dense.orThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'family': ['web'], 'cpu': {}, 'containerDefinitions': [null, 7, {'command': [null, 'x', ['y']]}]}",
                "{'family': 'web', 'registeredAt': 'soon', 'containerDefinitions': [{'dockerLabels': {'a': null, 'b': []}}]}",
                "{'family': 'web', 'registeredAt': 1700000000.1234567891234}",
                "{'containerDefinitions': [{'memory': 1.5, 'cpu': 1e999999}]}"
            })
    void valuesThatDoNotFit_areKeptWhereTheyWere(String text) {
        comesBack(text.replace('\'', '"'), true);
    }

    private static void comesBack(String text, boolean mayHaveErrors) {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(text);
        assertThat(document.hasErrors() && !mayHaveErrors).isFalse();
        TaskDefinition read = document.value().orElseThrow();

        String written = EcsJson.write(read);

        assertThat(JsonValues.value(written)).isEqualTo(JsonValues.value(text));
        assertThat(Reading.taskDefinition(written).value()).contains(read);
        assertThat(EcsJson.write(read.toBuilder().build())).isEqualTo(written);
    }

    @Test
    void absentAndEmpty_stayApart() {
        ContainerDefinition read = Reading.taskDefinition("{\"containerDefinitions\": [{\"command\": []}]}")
                .orThrow()
                .containerDefinitions()
                .get(0);

        assertThat(Presence.isAbsent(read.command())).isFalse();
        assertThat(Presence.isAbsent(read.entryPoint())).isTrue();
        assertThat(EcsJson.write(read)).isEqualTo("{\n  \"command\": [ ]\n}\n");
    }

    @Test
    void mapsAndLists_keepTheirOrder_membersGetThatOfTheApi() {
        String written = EcsJson.write(Reading.taskDefinition("""
                        {"family": "web", "zeta": 1, "alpha": 2, "containerDefinitions": [{"name": "n", "dockerLabels":
                        {"z": "1", "a": "2", "m": "3"}, "command": ["b", "a"]}]}
                        """).orThrow());

        assertThat(written).isEqualTo("""
                        {
                          "containerDefinitions": [
                            {
                              "command": [
                                "b",
                                "a"
                              ],
                              "dockerLabels": {
                                "z": "1",
                                "a": "2",
                                "m": "3"
                              },
                              "name": "n"
                            }
                          ],
                          "family": "web",
                          "zeta": 1,
                          "alpha": 2
                        }
                        """);
    }

    @Test
    void memberGivenAValue_isWrittenInsteadOfWhatWasNotKnown() {
        TaskDefinition read = Reading.taskDefinition(
                        "{\"memory\": null, \"containerDefinitions\": [{\"cpu\": \"${CPU}\"}, \"<MORE>\"]}")
                .orThrow();

        ContainerDefinition known =
                read.containerDefinitions().get(0).toBuilder().cpu(5).build();
        TaskDefinition changed = read.toBuilder()
                .memory("64")
                .containerDefinitions(List.of(known))
                .build();

        assertThat(JsonValues.value(EcsJson.write(changed)))
                .isEqualTo(JsonValues.value("{\"memory\": \"64\", \"containerDefinitions\": [{\"cpu\": 5}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"any\": [1.50, null, {\"Ref\": \"x\"}]}",
                "{\"Ref\": \"x\"}",
                "[1]",
                "\"text\"",
                "7",
                "null"
            })
    void freeFormDocument_ofAnyForm_comesBackWithoutFindings(String details) {
        String text = "{\"serviceName\": \"web\", \"deploymentConfiguration\": {\"lifecycleHooks\": [{\"hookDetails\": "
                + details + "}]}}";

        ParsedDocument<CreateServiceRequest> document =
                EcsJson.read(DocumentKind.CREATE_SERVICE, SourceText.of("s.json", text), ReadOptions.standard());

        assertThat(document.diagnostics()).isEmpty();
        assertThat(JsonValues.value(EcsJson.write(document.orThrow()))).isEqualTo(JsonValues.value(text));
    }

    @Test
    void unknownMembers_arePlainValuesInWrittenOrder() {
        TaskDefinition read = Reading.taskDefinition(
                        "{\"family\": \"web\", \"z\": 2147483648, \"a\": [1.50, null, true], \"m\": {\"k\": \"v\"}}")
                .orThrow();

        Map<String, Object> others = read.otherMembers();
        assertThat(others.keySet()).containsExactly("z", "a", "m");
        assertThat(others.get("z")).isEqualTo(2147483648L);
        assertThat(others.get("a")).asString().isEqualTo("[1.50, null, true]");
        assertThat(others.get("m")).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void templateSpelling_isWrittenAsTheApiSpellsIt() {
        TaskDefinition read = Reading.taskDefinition(
                        "{\"Family\": \"web\", \"Memory\": {\"Ref\": \"M\"}, \"ContainerDefinitions\": [{\"Cpu\": \"1\"}]}")
                .orThrow();

        assertThat(JsonValues.value(EcsJson.write(read)))
                .isEqualTo(
                        JsonValues.value(
                                "{\"family\": \"web\", \"memory\": {\"Ref\": \"M\"}, \"containerDefinitions\": [{\"cpu\": 1}]}"));
    }
}
