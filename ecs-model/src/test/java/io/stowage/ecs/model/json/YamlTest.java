package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.testing.JsonValues;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML is read as the same documents in another dress. */
class YamlTest {

    private static ParsedDocument<TaskDefinition> read(String text) {
        return EcsJson.readTaskDefinition(SourceText.of("t.yaml", text), ReadOptions.standard());
    }

    @Test
    void document_inEveryStyle_isTheSameValueAsItsJson() {
        ParsedDocument<TaskDefinition> document = read("""
                # a comment
                family: web
                cpu: "256"
                memory: '512'
                requiresCompatibilities: [FARGATE, "EC2"]
                volumes: []
                containerDefinitions:
                  - name: app
                    essential: true
                    memory: 128
                    command:
                      - sh
                      - -c
                      - |
                        echo one
                        echo two
                      - >-
                        folded
                        text
                    environment: [{name: EMPTY, value: ""}, {name: "A\\tB", value: '''quoted'''}]
                    dockerLabels: {z: "1", a: "2"}
                    entryPoint: ~
                    logConfiguration: {logDriver: awslogs, options: {}}
                  - {name: side, unknown: {real: 1.50, hex: 0x1F, octal: 0o17, plus: +5, big: 123456789012345678901234567890}}
                """);

        assertThat(Reading.findings(document))
                .containsExactly("NOTE 24:18 json.unknown-member /containerDefinitions/1/unknown");
        assertThat(JsonValues.value(EcsJson.write(document.orThrow()))).isEqualTo(JsonValues.value("""
                        {"family": "web", "cpu": "256", "memory": "512", "requiresCompatibilities": ["FARGATE", "EC2"],
                         "volumes": [], "containerDefinitions": [
                          {"name": "app", "essential": true, "memory": 128,
                           "command": ["sh", "-c", "echo one\\necho two\\n", "folded text"],
                           "environment": [{"name": "EMPTY", "value": ""}, {"name": "A\\tB", "value": "'quoted'"}],
                           "dockerLabels": {"z": "1", "a": "2"}, "entryPoint": null,
                           "logConfiguration": {"logDriver": "awslogs", "options": {}}},
                          {"name": "side", "unknown": {"real": 1.5, "hex": 31, "octal": 15, "plus": 5,
                           "big": 123456789012345678901234567890}}]}
                        """));
    }

    @Test
    void faults_ofEveryKind_areReportedAtOnceWithTheirPlaces() {
        ParsedDocument<TaskDefinition> document = read("""
                familly: web
                cpu: 256
                volumes: {}
                containerDefinitions:
                - null
                - name: a
                  name: b
                  memory: 12x
                - privileged: yes
                  user: 0512
                  command: [x, 1, ~]
                  dockerLabels: {a: }
                  "\ud83d\ude80": 1
                """);

        assertThat(Reading.findings(document))
                .containsExactly(
                        "NOTE 1:1 json.unknown-member /familly",
                        "ERROR 2:6 json.wrong-type /cpu",
                        "ERROR 3:10 json.wrong-type /volumes",
                        "ERROR 5:3 json.null-in-list /containerDefinitions/0",
                        "ERROR 7:3 json.duplicate-member /containerDefinitions/1/name",
                        "ERROR 8:11 json.wrong-type /containerDefinitions/1/memory",
                        "ERROR 9:15 json.wrong-type /containerDefinitions/2/privileged",
                        "WARNING 9:15 yaml.ambiguous /containerDefinitions/2/privileged",
                        "WARNING 10:9 yaml.ambiguous /containerDefinitions/2/user",
                        "ERROR 11:16 json.wrong-type /containerDefinitions/2/command/1",
                        "ERROR 11:19 json.null-in-list /containerDefinitions/2/command/2",
                        "ERROR 12:20 json.null-in-map /containerDefinitions/2/dockerLabels/a",
                        "NOTE 13:3 json.unknown-member /containerDefinitions/2/\ud83d\ude80");
    }

    @Test
    void aliasesAndMergeKeys_areResolved() {
        ParsedDocument<TaskDefinition> document = read("""
                family: &name web
                containerDefinitions:
                  - &base {name: a, image: *name, cpu: 1}
                  - <<: *base
                    name: b
                  - {<<: [{cpu: 2}, *base], name: c}
                """);

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow().containerDefinitions())
                .extracting(container -> container.name() + " " + container.image() + " " + container.cpu())
                .containsExactly("a web 1", "b web 1", "c web 2");
        assertThat(document.locate("/containerDefinitions/1/name")).hasToString("t.yaml:5:11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "containerDefinitions: [{cpu: !Ref Cpu}]",
                "containerDefinitions: [{cpu: !GetAtt A.B}]",
                "containerDefinitions: [{cpu: !If [c, 1, 2]}]",
                "containerDefinitions: [{cpu: !FindInMap {a: b}}]",
                "containerDefinitions: [{cpu: {Ref: Cpu}}]",
                "containerDefinitions: [{cpu: '${CPU}'}]",
                "containerDefinitions: [{cpu: <CPU>}]"
            })
    void placeholder_whereANumberBelongs_isNotKnown(String text) {
        ParsedDocument<TaskDefinition> document = read(text);

        assertThat(document.diagnostics()).singleElement().extracting("id").isEqualTo("json.not-known");
        assertThat(document.orThrow().containerDefinitions().get(0).cpu()).isNull();
    }

    @Test
    void shortTags_areWrittenAsTheObjectsTheyStandFor() {
        ParsedDocument<TaskDefinition> document = read(
                "{Family: !Sub '${A}-web', Cpu: !GetAtt A.B.C, Memory: !Ref M, Volumes: !If [x, [], !Ref AWS::NoValue]}");

        assertThat(JsonValues.value(EcsJson.write(document.orThrow()))).isEqualTo(JsonValues.value("""
                        {"family": {"Fn::Sub": "${A}-web"}, "cpu": {"Fn::GetAtt": ["A", "B.C"]}, "memory": {"Ref": "M"},
                         "volumes": {"Fn::If": ["x", [], {"Ref": "AWS::NoValue"}]}}
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "family: [web | 1:13",
                "family: \"web | 1:13",
                "family: web: x | 1:12",
                "- a\\nfamily: b | 2:1",
                "family: @web | 1:9",
                "`family: \u0007` | 1:9",
                "family: web\\n\tcpu: 1 | 2:1"
            })
    void syntaxError_isRefusedWithItsPlace(String text, String place) {
        ParsedDocument<TaskDefinition> document = read(text.replace("\\n", "\n"));

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics())
                .filteredOn(finding -> finding.id().equals("yaml.syntax"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).startsWith("this is not YAML: ");
                    assertThat(finding.location()).hasToString("t.yaml:" + place);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | json.empty",
                "# only a comment | json.empty",
                "family: a\\n---\\nfamily: b | json.trailing",
                "family: *nowhere | yaml.alias",
                "&a family: [*a, *b] | yaml.alias",
                "containerDefinitions: &a [*a] | yaml.alias",
                "? [a, b]\\n: c\\nfamily: x | yaml.name",
                "{<<: 7, family: x} | yaml.merge",
                "{family: x, y: .inf} | json.number-range",
                "{family: x, y: -.INF} | json.number-range",
                "{family: x, y: .NaN} | json.number-range",
                "{family: x, y: 1e99999999999} | json.number-range",
                "text | json.other-document",
                "[text] | json.wrong-type"
            })
    void otherFault_isReported(String text, String id) {
        ParsedDocument<TaskDefinition> document = read(text.replace("\\n", "\n"));

        assertThat(document.diagnostics()).extracting("id").contains(id);
        assertThat(document.hasErrors()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!!str 80 | \"80\"",
                "! 80 | \"80\"",
                "!!int \"80\" | \"80\"",
                "'80' | \"80\"",
                "080 | \"080\"",
                "8_0 | \"8_0\"",
                "12:30 | \"12:30\"",
                "80 | 80",
                "8e1 | 80",
                ".5 | 0.5",
                "5. | 5",
                "TRUE | true",
                "False | false",
                "NULL | null",
                "Off | \"Off\"",
                "tRUE | \"tRUE\""
            })
    void scalar_isReadByTheCoreSchema(String yaml, String json) {
        assertThat(JsonValues.value(
                        EcsJson.write(read("{family: x, other: " + yaml + "}").orThrow())))
                .isEqualTo(JsonValues.value("{\"family\": \"x\", \"other\": " + json + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: &a [x,x,x,x,x,x,x,x,x,x]\n", "a: &a {b: x, c: x, d: x, e: x, f: x, g: x, h: x, i: x}\n"})
    void aliasesThatUnfoldWithoutEnd_areRefused(String first) {
        StringBuilder text = new StringBuilder("family: x\n").append(first);
        for (char name = 'a'; name < 'p'; name++) {
            String alias = "*" + name;
            text.append((char) (name + 1) + ": &" + (char) (name + 1) + " [" + (alias + ",").repeat(9) + alias + "]\n");
        }

        ParsedDocument<TaskDefinition> document = read(text.toString());

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics())
                .extracting("message")
                .contains("aliases stand for more than 1000000 values in all");
    }

    @Test
    void limits_holdForYamlToo() {
        ReadOptions tight = ReadOptions.standard().toBuilder()
                .maxDepth(5)
                .maxStringLength(20)
                .maxNumberLength(10)
                .build();
        for (String text : List.of(
                "other: [[[[[1]]]]]",
                "a: &a [[[1]]]\nother: [[[*a]]]",
                "family: " + "x".repeat(21),
                "x".repeat(21) + ": 1",
                "other: 12345678901",
                "other: 1234567890123456789012345")) {
            ParsedDocument<TaskDefinition> document =
                    EcsJson.readTaskDefinition(SourceText.of("t.yaml", "family: x\n" + text), tight);
            assertThat(document.value()).as(text).isEmpty();
            assertThat(document.diagnostics()).as(text).extracting("id").contains("json.limit");
        }
        assertThat(EcsJson.readTaskDefinition(SourceText.of("t.yaml", "family: x\nother: [[[[1234567890]]]]"), tight)
                        .value())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{"})
    void deepDocument_isRefusedNotOverflowing(String open) {
        ParsedDocument<TaskDefinition> document = read("family: x\nother: " + open.repeat(100_000));

        assertThat(document.value()).isEmpty();
        assertThat(document.hasErrors()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "t.yml, 'family: x', true",
        "t.YAML, '{\"family\": \"x\"}', true",
        "t.json, 'family: x', false",
        "'', 'family: x', true",
        "t.txt, '  {\"family\": \"x\"}', true",
        "t.txt, '{family: x}', false",
        "-, '---\nfamily: x', true"
    })
    void format_isFoundByNameThenByText(String name, String text, boolean read) {
        assertThat(EcsJson.readTaskDefinition(SourceText.of(name, text), ReadOptions.standard())
                        .value()
                        .isPresent())
                .isEqualTo(read);
    }

    @Test
    void format_asked_countsMoreThanTheName() {
        ReadOptions yaml =
                ReadOptions.standard().toBuilder().format(DocumentFormat.YAML).build();
        ReadOptions json =
                ReadOptions.standard().toBuilder().format(DocumentFormat.JSON).build();

        assertThat(EcsJson.readTaskDefinition(SourceText.of("t.json", "family: x"), yaml)
                        .value())
                .isPresent();
        assertThat(EcsJson.readTaskDefinition(SourceText.of("t.yaml", "family: x"), json)
                        .value())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "plain, 0, 3:9",
        "plain, 6, 3:15",
        "single, 4, 4:16",
        "double, 3, 5:15",
        "literal, 0, 7:3",
        "literal, 5, 8:4",
        "folded, 0, 10:3",
        "folded, 4, 11:3"
    })
    void locate_characterInString_followsTheStyle(String name, int index, String place) {
        ParsedDocument<TaskDefinition> document =
                read("""
                containerDefinitions:
                - dockerLabels:
                 plain: one two
                """.replace("containerDefinitions:\n- dockerLabels:\n", "family: x\nlabels:\n")
                        + " single: 'a''b c'\n"
                        + " double: \"a\\tb\\u0041c\"\n"
                        + " literal: |\n  one\n  two\n"
                        + " folded: >\n  one\n  two\n");

        assertThat(document.locate("/labels/" + name, index)).hasToString("t.yaml:" + place);
    }

    @Test
    void services_inYaml_areRead() {
        ParsedDocument<List<Service>> document = EcsJson.read(
                DocumentKind.SERVICES,
                SourceText.of("s.yaml", "services:\n- serviceArn: a\n  createdAt: 2023-11-14T22:13:20Z\n"),
                ReadOptions.standard());

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow()).singleElement().extracting("createdAt").hasToString("2023-11-14T22:13:20Z");
    }
}
