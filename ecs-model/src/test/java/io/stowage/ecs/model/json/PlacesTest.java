package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part of a value is found again in its document. */
class PlacesTest {

    private static final String TEXT = """
            {"taskDefinition": {
              "family": "web",
              "containerDefinitions": [
                "<MORE>",
                {"name": "a", "dockerLabels": {"x/y": "1", "x~y": "2", "": "3"}},
                {"name": "b"}
              ]
            }}
            """;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', 1:20",
                "/family, 2:13",
                "/containerDefinitions, 3:27",
                // the placeholder is not in the value, so the containers behind it count from 0
                "/containerDefinitions/0, 5:5",
                "/containerDefinitions/0/name, 5:14",
                "/containerDefinitions/1/name, 6:14",
                "/containerDefinitions/0/dockerLabels/x~1y, 5:43",
                "/containerDefinitions/0/dockerLabels/x~0y, 5:55",
                "/containerDefinitions/0/dockerLabels/, 5:64",
                // what is absent is looked for at the nearest part around it
                "/cpu, 1:20",
                "/containerDefinitions/1/memory, 6:5",
                "/containerDefinitions/7/memory, 3:27",
                "/containerDefinitions/x, 3:27",
                "/family/0/x, 2:13"
            })
    void locate_pointerIntoTheValue_isItsPlace(String pointer, String place) {
        assertThat(Reading.taskDefinition(TEXT).locate(pointer)).hasToString("t.json:" + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"family", "x/y", " "})
    void locate_noPointer_isRefused(String pointer) {
        assertThatThrownBy(() -> Reading.taskDefinition(TEXT).locate(pointer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begins with a slash");
    }

    @Test
    void locate_templateNames_areFoundUnderThoseOfTheApi() {
        ParsedDocument<?> document = Reading.taskDefinition(
                "{\"Family\": \"web\",\n \"ProxyConfiguration\":\n {\"ProxyConfigurationProperties\":\n [{\"Name\": \"x\"}]}}");

        assertThat(document.locate("/family")).hasToString("t.json:1:12");
        assertThat(document.locate("/proxyConfiguration/properties/0/name")).hasToString("t.json:4:12");
    }

    @Test
    void locate_listOfStructures_beginsWithAnIndex() {
        assertThat(Reading.tasks("{\"tasks\": [{\"taskArn\": \"a\"},\n {\"taskArn\": \"b\"}]}")
                        .locate("/1/taskArn"))
                .hasToString("a.json:2:14");
        assertThat(Reading.tasks("{\"task\": {\"taskArn\": \"a\"}}").locate("/0/taskArn"))
                .hasToString("a.json:1:22");
        assertThat(Reading.taskDefinition("[{\"name\":\n \"a\"}]").locate("/containerDefinitions/0/name"))
                .hasToString("t.json:2:2");
    }

    @ParameterizedTest
    @CsvSource({"0, 1:13", "1, 1:14", "2, 1:16", "3, 1:22", "4, 1:28", "5, 1:29", "6, 1:30", "99, 1:31"})
    void locate_characterInString_accountsForEscapes(int index, String place) {
        ParsedDocument<?> document = Reading.taskDefinition("{\"family\": \"a\\n\\u0041\\ud83dbcd\"}");

        assertThat(document.locate("/family", index)).hasToString("t.json:" + place);
    }

    @Test
    void locate_characterInWhatIsNoString_isThatValue() {
        ParsedDocument<?> document = Reading.taskDefinition("{\"containerDefinitions\": [{\"cpu\": 10}]}");

        assertThat(document.locate("/containerDefinitions/0/cpu", 1)).hasToString("t.json:1:35");
        assertThat(document.locate("/family", 1)).hasToString("t.json:1:1");
    }

    @Test
    void render_diagnostic_showsLineAndCaret() {
        ParsedDocument<?> document = Reading.taskDefinition("{\n  \"family\": [],\n  \"cpu\": \"1\"\n}");

        assertThat(document.render(document.diagnostics().get(0))).isEqualTo("""
                        ERROR t.json:2:13 json.wrong-type /family: found a list; a string was expected
                          "family": [],
                                    ^""");
    }

    @Test
    void locate_manyElements_isQuickEnoughForEachOfThem() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 20_000; i++) {
            text.append(i == 0 ? "" : ",").append("{\"taskArn\":\"a\"}");
        }
        ParsedDocument<?> document = Reading.tasks(text.append("]").toString());

        assertThat(document.locate("/19999/taskArn").column()).isEqualTo(text.length() - 4);
    }
}
