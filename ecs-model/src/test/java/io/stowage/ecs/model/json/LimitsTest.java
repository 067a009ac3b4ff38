package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too deep or too long is refused with a diagnostic. */
class LimitsTest {

    private static final ReadOptions TIGHT = ReadOptions.standard().toBuilder()
            .maxLength(200)
            .maxDepth(5)
            .maxStringLength(20)
            .maxNumberLength(10)
            .maxFindings(3)
            .build();

    @Test
    void documentWithinEveryLimit_isRead() {
        assertThat(read("{\"family\": \"" + "x".repeat(20) + "\", \"other\": [[[[1234567890]]]]}")
                        .value())
                .isPresent();
    }

    @Test
    void text_tooLong_isRefused() {
        assertThat(only(read(" ".repeat(201))))
                .hasToString(
                        "ERROR t.json:1:1 json.limit: the text has 201 characters; the limit of the reading options is"
                                + " 200");
    }

    @Test
    void nesting_tooDeep_isRefusedAtItsPlace() {
        assertThat(only(read("{\"other\": [[[[[1]]]]]}")))
                .hasToString(
                        "ERROR t.json:1:15 json.limit: a limit of the reading options is exceeded: Document nesting"
                                + " depth (6) exceeds the maximum allowed (5)");
    }

    @Test
    void string_tooLong_isRefusedAtItsPlace() {
        Diagnostic limit = only(read("{\"family\": \"" + "x".repeat(21) + "\"}"));

        assertThat(limit.location()).hasToString("t.json:1:12");
        assertThat(limit.message()).contains("String value length (21) exceeds the maximum allowed (20)");
    }

    @Test
    void name_tooLong_isRefused() {
        assertThat(only(read("{\"" + "x".repeat(21) + "\": 1}")).message())
                .contains("Name length (21) exceeds the maximum allowed (20)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "1.2345678901", "-12345678901", "1e00000000000"})
    void number_tooLong_isRefused(String number) {
        assertThat(only(read("{\"family\": " + number + "}")).message()).contains("exceeds the maximum allowed (10)");
    }

    @Test
    void findings_tooMany_areCountedAndTheDocumentStaysFaulty() {
        ParsedDocument<TaskDefinition> document =
                read("{\"family\": \"x\", \"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1, \"cpu\": 1}");

        assertThat(document.value()).isPresent();
        assertThat(document.diagnostics()).hasSize(4);
        assertThat(document.diagnostics().get(3))
                .hasToString(
                        "ERROR t.json:1:58 json.more-findings: 2 more findings are left out, 1 of them errors; 3 is the"
                                + " limit of the reading options");
        assertThat(document.hasErrors()).isTrue();
    }

    @Test
    void findings_tooManyNotes_leaveTheDocumentUsable() {
        ParsedDocument<TaskDefinition> document = read("{\"family\": \"x\", \"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1}");

        assertThat(document.diagnostics()).hasSize(4);
        assertThat(document.hasErrors()).isFalse();
    }

    @Test
    void standard_deepDocument_isRefusedNotOverflowing() {
        for (String open : new String[] {"[", "{\"a\":", "[{\"b\":"}) {
            ParsedDocument<TaskDefinition> document =
                    Reading.taskDefinition("{\"family\": \"x\", \"other\": " + open.repeat(100_000));

            assertThat(document.value()).isEmpty();
            assertThat(document.diagnostics()).anyMatch(d -> d.id().equals("json.limit"));
        }
    }

    @Test
    void deepestAllowed_isReadWrittenAndReadAgain() {
        ReadOptions deepest = ReadOptions.standard().toBuilder().maxDepth(500).build();
        String text = "{\"family\": \"x\", \"other\": " + "[".repeat(499) + "]".repeat(499) + "}";

        TaskDefinition read =
                EcsJson.readTaskDefinition(SourceText.of("", text), deepest).orThrow();

        assertThat(EcsJson.readTaskDefinition(SourceText.of("", EcsJson.write(read)), deepest)
                        .orThrow())
                .isEqualTo(read);
    }

    @Test
    void file_tooLong_isReadNoFurtherThanTheLimit(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }

        ParsedDocument<TaskDefinition> document = EcsJson.readTaskDefinition(file);

        assertThat(only(document).message())
                .isEqualTo("the text has more than 67108864 characters, the limit of the reading options");
    }

    @Test
    void options_thatAllowNothingOrTooMuch_areRefused() {
        assertThatThrownBy(
                        () -> ReadOptions.standard().toBuilder().maxDepth(501).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the depth at most 500");
        assertThatThrownBy(() -> ReadOptions.standard().toBuilder().maxLength(0).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> ReadOptions.standard().toBuilder().maxFindings(0).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ParsedDocument<TaskDefinition> read(String text) {
        return EcsJson.readTaskDefinition(SourceText.of("t.json", text), TIGHT);
    }

    private static Diagnostic only(ParsedDocument<?> document) {
        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics()).hasSize(1);
        return document.diagnostics().get(0);
    }
}
