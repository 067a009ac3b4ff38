package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.LogDriver;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a document is found, all of it at once, each with pointer, line and column. */
class FaultsTest {

    @Test
    void faults_ofEveryKind_areReportedAtOnce() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition("""
                {
                  "familly": "web",
                  "cpu": 256,
                  "volumes": {},
                  "containerDefinitions": [
                    null,
                    {"name": "a", "name": "b", "essential": "true", "memory": "12x"},
                    "c",
                    {"memory": 1.5, "cpu": 9999999999, "command": ["x", 1, null],
                     "dockerLabels": {"a/b": null, "c~d": 7}, "portMappings": [{"containerPort": [80]}]}
                  ],
                  "registeredAt": "soon"
                }
                """);

        assertThat(Reading.findings(document))
                .containsExactly(
                        "NOTE 2:3 json.unknown-member /familly",
                        "ERROR 3:10 json.wrong-type /cpu",
                        "ERROR 4:14 json.wrong-type /volumes",
                        "ERROR 6:5 json.null-in-list /containerDefinitions/0",
                        "ERROR 7:19 json.duplicate-member /containerDefinitions/1/name",
                        "ERROR 7:45 json.wrong-type /containerDefinitions/1/essential",
                        "ERROR 7:63 json.wrong-type /containerDefinitions/1/memory",
                        "ERROR 8:5 json.wrong-type /containerDefinitions/2",
                        "ERROR 9:16 json.wrong-type /containerDefinitions/3/memory",
                        "ERROR 9:28 json.wrong-type /containerDefinitions/3/cpu",
                        "ERROR 9:57 json.wrong-type /containerDefinitions/3/command/1",
                        "ERROR 9:60 json.null-in-list /containerDefinitions/3/command/2",
                        "ERROR 10:30 json.null-in-map /containerDefinitions/3/dockerLabels/a~1b",
                        "ERROR 10:43 json.wrong-type /containerDefinitions/3/dockerLabels/c~0d",
                        "ERROR 10:82 json.wrong-type /containerDefinitions/3/portMappings/0/containerPort",
                        "ERROR 12:19 json.wrong-type /registeredAt");
        assertThat(document.value()).isPresent();
        assertThat(document.hasErrors()).isTrue();
    }

    @Test
    void valueThatCanMeanOneThing_isBoundAndReportedWithTheRepair() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(
                "{\"cpu\": 256, \"containerDefinitions\": [{\"essential\": \"false\", \"memory\": \"128\"}]}");

        TaskDefinition read = document.value().orElseThrow();
        assertThat(read.cpu()).isEqualTo("256");
        assertThat(read.containerDefinitions())
                .containsExactly(ContainerDefinition.builder()
                        .essential(false)
                        .memory(128)
                        .build());
        assertThat(document.diagnostics())
                .extracting("hint")
                .containsExactly("write \"256\"", "write false", "write 128");
    }

    @ParameterizedTest
    @CsvSource({
        "2147483647, true",
        "2147483648, false",
        "-2147483648, true",
        "-2147483649, false",
        "80.0, true",
        "8e1, true",
        "80.5, false",
        "1e999999, false",
        "1e-999999, false",
        "-0, true",
        "0e999999, true"
    })
    void integer_withinItsRange_isExactOrAFault(String number, boolean fits) {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"containerDefinitions\": [{\"memory\": " + number + "}]}");

        assertThat(document.hasErrors()).isNotEqualTo(fits);
        if (!fits) {
            assertThat(document.diagnostics().get(0).message())
                    .isEqualTo(
                            "found the number " + number + "; an integer was expected from -2147483648 to 2147483647");
        }
    }

    @Test
    void exponentBeyondReckoning_isAFault() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(
                "{\"family\": \"web\", \"other\": 1e99999999999, \"containerDefinitions\": [{\"cpu\": -1e-99999999999}]}");

        assertThat(Reading.findings(document))
                .containsExactly(
                        "NOTE 1:19 json.unknown-member /other",
                        "ERROR 1:28 json.number-range /other",
                        "ERROR 1:76 json.number-range /containerDefinitions/0/cpu");
    }

    @ParameterizedTest
    @CsvSource({
        "containerdefinitions, containerDefinitions",
        "containerDefinition, containerDefinitions",
        "netwrokMode, networkMode",
        "executionRole, executionRoleArn",
        "cpus, cpu"
    })
    void unknownMember_hasTheNearestName(String written, String nearest) {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"family\": \"web\", \"" + written + "\": []}");

        assertThat(document.hasErrors()).isFalse();
        assertThat(document.diagnostics()).singleElement().satisfies(note -> {
            assertThat(note.id()).isEqualTo("json.unknown-member");
            assertThat(note.hint()).isEqualTo("did you mean `" + nearest + "`?");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "zzzzzzzz", "_comment", ""})
    void unknownMember_nearNothing_hasNoHint(String written) {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"family\": \"web\", \"" + written + "\": []}");

        assertThat(document.diagnostics()).singleElement().extracting("hint").isNull();
    }

    @Test
    void member_inTwoSpellings_isADuplicate() {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"family\": \"web\",\n \"Family\": \"api\"}");

        assertThat(document.value().orElseThrow().family()).isEqualTo("web");
        assertThat(document.diagnostics())
                .singleElement()
                .hasToString(
                        "ERROR t.json:2:2 json.duplicate-member /Family: `Family` is `family` written another way, which"
                                + " is at t.json:1:2. A member may appear once Hint: remove one of the two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"<PORT>\"",
                "\"${PORT}\"",
                "\"$PORT\"",
                "\"{{ port }}\"",
                "\"%PORT%\"",
                "\"@PORT@\"",
                "\"#{port}\"",
                "\"((port))\"",
                "\"__PORT__\"",
                "\"%d\"",
                "{\"Ref\": \"Port\"}",
                "{\"Fn::Sub\": \"x\"}",
                "{\"Fn::If\": []}"
            })
    void placeholder_whereANumberBelongs_isNotKnownAndNoFault(String placeholder) {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"containerDefinitions\": [{\"memory\": 1, \"cpu\": " + placeholder
                        + ", \"portMappings\": " + placeholder + "}, " + placeholder + "]}");

        assertThat(document.diagnostics()).hasSize(3).allMatch(d -> d.id().equals("json.not-known"));
        assertThat(document.hasErrors()).isFalse();
        assertThat(document.orThrow().containerDefinitions()).singleElement().satisfies(container -> {
            assertThat(container.cpu()).isNull();
            assertThat(container.memory()).isEqualTo(1);
            assertThat(container.portMappings()).isEmpty();
            assertThat(container.otherMembers()).containsOnlyKeys("cpu", "portMappings");
        });
    }

    @Test
    void placeholder_whereTextBelongs_isThatText() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(
                "{\"family\": \"${FAMILY}\", \"containerDefinitions\": [{\"logConfiguration\": {\"logDriver\": \"<DRIVER>\"}}]}");

        assertThat(document.diagnostics()).isEmpty();
        assertThat(document.orThrow().family()).isEqualTo("${FAMILY}");
        assertThat(document.orThrow()
                        .containerDefinitions()
                        .get(0)
                        .logConfiguration()
                        .logDriver())
                .isEqualTo(new LogDriver("<DRIVER>"));
    }

    @Test
    void loneSurrogate_isAWarning_wholeCharactersAreNone() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(
                "{\"family\": \"\\ud83d\", \"memory\": \"\\ud83d\\ude80\", \"cpu\": \"\ud83d\ude80\", \"x\udc00\": 1}");

        assertThat(Reading.findings(document))
                .containsExactly(
                        "WARNING 1:12 json.lone-surrogate /family",
                        "WARNING 1:61 json.lone-surrogate ",
                        "NOTE 1:61 json.unknown-member /x\udc00");
    }

    @Test
    void loneSurrogate_escapedInAName_isRefused() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition("{\"family\": \"x\", \"x\\udc00\": 1}");

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("Unexpected low surrogate in property name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cpu\": 1 | 1:10 | Unexpected end-of-input: expected close marker for Object",
                "{\"cpu\" 1} | 1:8 | Unexpected character ('1' (code 49)): was expecting a colon to separate property name and value",
                "{\"cpu\": NaN} | 1:12 | Non-standard token 'NaN'",
                "{\"cpu\": 01} | 1:10 | Invalid numeric value: Leading zeroes not allowed",
                "{\"cpu\": 1,} | 1:11 | Unexpected character ('}' (code 125)): was expecting double-quote to start property name",
                "// no | 1:1 | Unexpected character ('/' (code 47)): maybe a (non-standard) comment?",
                "{\"cpu\": \"\\q\"} | 1:11 | Unrecognized character escape 'q' (code 113)"
            })
    void syntaxError_isRefusedWithThePlaceAndInPlainWords(String text, String place, String words) {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(text.strip());

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics())
                .filteredOn(d -> d.id().equals("json.syntax"))
                .singleElement()
                .hasToString("ERROR t.json:" + place + " json.syntax: this is not JSON: " + words);
        assertThat(document.diagnostics()).noneMatch(d -> d.id().equals("json.other-document"));
    }

    @Test
    void syntaxError_doesNotHideTheFaultsBeforeIt() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition("{\"family\": 7, \"famly\": 1, \"cpu\": tru");

        assertThat(document.value()).isEmpty();
        assertThat(Reading.findings(document))
                .containsExactly(
                        "ERROR 1:12 json.wrong-type /family",
                        "NOTE 1:15 json.unknown-member /famly",
                        "ERROR 1:34 json.syntax ");
        assertThat(document.locate("/family")).hasToString("t.json:1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"family\": \"web\"} {}", "{\"family\": \"web\"}]", "{\"family\": \"web\"} x", "[] []"})
    void somethingAfterTheEnd_isRefused(String text) {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(text);

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics()).singleElement().extracting("id").isIn("json.trailing", "json.syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
    void emptyText_isRefused(String text) {
        assertThat(Reading.findings(Reading.taskDefinition(text))).containsExactly("ERROR 1:1 json.empty ");
    }

    @Test
    void orThrow_withErrors_showsEachWithItsLine() {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition("{\"family\": 1,\n \"cpu\": true}");

        assertThatThrownBy(document::orThrow)
                .isInstanceOf(EcsDocumentException.class)
                .hasMessage("""
                        ERROR t.json:1:12 json.wrong-type /family: found the number 1; a string was expected Hint: write "1"
                        {"family": 1,
                                   ^
                        ERROR t.json:2:9 json.wrong-type /cpu: found true; a string was expected Hint: write "true"
                         "cpu": true}
                                ^""")
                .extracting("diagnostics")
                .isEqualTo(document.diagnostics());
    }
}
