package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that become JSON once their placeholders are filled in are read as far as they are known. */
class TemplateOfJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${PORT}",
                "$PORT",
                "{{ port }}",
                "{{port}}",
                "<PORT>",
                "@PORT@",
                "%PORT%",
                "#{port}",
                "${a}${b}",
                "pre-${a}.post",
                "<%= port %>",
                "${ lookup(x, y) }"
            })
    void barePlaceholder_whereANumberBelongs_isNotKnown(String placeholder) {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition("{\"containerDefinitions\": [{\"image\": "
                + placeholder + ", \"memory\": " + placeholder + ", \"cpu\": 7}]}");

        assertThat(document.hasErrors()).isFalse();
        assertThat(document.diagnostics()).extracting("id").containsExactly("json.bare-placeholder", "json.not-known");
        ContainerDefinition container =
                document.orThrow().containerDefinitions().get(0);
        assertThat(container.image()).isEqualTo(placeholder);
        assertThat(container.memory()).isNull();
        assertThat(container.cpu()).isEqualTo(7);
        assertThat(container.otherMembers()).containsEntry("memory", placeholder);
    }

    @Test
    void places_afterPlaceholders_areThoseOfTheText() {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"family\": ${FAMILY}, \"cpu\": ${CPU},\n \"memory\": 7}");

        assertThat(Reading.findings(document))
                .containsExactly("NOTE 1:12 json.bare-placeholder ", "ERROR 2:12 json.wrong-type /memory");
        assertThat(document.locate("/cpu", 2)).hasToString("t.json:1:32");
    }

    @Test
    void faultsBesidePlaceholders_areStillFound() {
        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition("{\"family\": 7, \"cpu\": ${CPU}, \"family\": \"x\"}");

        assertThat(document.diagnostics()).extracting("id").contains("json.duplicate-member", "json.bare-placeholder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"family\": ${FAMILY} \"cpu\": 1}",
                "{\"family\": \"x\" {{#if y}}, \"cpu\": 1 {{/if}}}",
                "{\"family\": ${FAMILY",
                "{\"family\": <",
                "{\"family\": \"${x}\", cpu: 1}"
            })
    void textThatIsBrokenBesides_isRefusedAsBefore(String text) {
        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(text);

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics()).extracting("id").contains("json.syntax");
    }
}
