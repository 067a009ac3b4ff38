package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.model.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, reading gives a result with diagnostics: never an exception, never a hang. */
class HostileInputTest {

    private static final int MEBI = 1 << 20;

    /** Ten documents, small enough that every corruption of each can be tried. */
    static List<Path> documents() throws IOException, URISyntaxException {
        Path folder = Path.of(HostileInputTest.class.getResource("/documents").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void documents_areTen() throws Exception {
        assertThat(documents()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_asItIs_isReadAndComesBack(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        DocumentKind<?> kind = kindOf(name, bytes);

        ParsedDocument<?> document = EcsJson.read(kind, name, new ByteArrayInputStream(bytes), ReadOptions.standard());

        assertThat(document.hasErrors()).as("%s", document.diagnostics()).isFalse();
        assertThat(EcsJson.read(kind, SourceText.of("", write(document.orThrow())), ReadOptions.standard())
                        .orThrow())
                .isEqualTo(document.orThrow());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_cutAnywhere_givesAResult(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        DocumentKind<?> kind = kindOf(name, bytes);

        for (int length = 0; length < bytes.length; length++) {
            read(kind, name, Arrays.copyOf(bytes, length), "cut at byte " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_withAnyByteChangedToAnyOther_givesAResult(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        DocumentKind<?> kind = kindOf(name, bytes);

        for (int at = 0; at < bytes.length; at++) {
            byte original = bytes[at];
            for (int other = 0; other < 256; other++) {
                bytes[at] = (byte) other;
                read(kind, name, bytes, "byte " + at + " is " + other);
            }
            bytes[at] = original;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_withBytesShuffled_givesAResult(Path file) throws IOException {
        byte[] original = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        DocumentKind<?> kind = kindOf(name, original);

        for (long seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = original.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                int from = random.nextInt(bytes.length);
                int to = random.nextInt(bytes.length);
                int length = Math.min(random.nextInt(1, 20), bytes.length - Math.max(from, to));
                System.arraycopy(original, from, bytes, to, length);
            }
            read(kind, name, bytes, "seed " + seed);
        }
    }

    /** The same done to what other people wrote: the ten smallest documents that say more than a name. */
    @Test
    void realDocuments_cutAnywhereOrWithAnyByteChanged_giveAResult() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String kind : List.of("task-definitions", "services", "container-instances", "tasks")) {
            for (Path file : Corpus.files(kind)) {
                String text = Files.readString(file);
                if (text.length() >= 200
                        && EcsJson.kindOf(SourceText.of("", text), ReadOptions.standard())
                                .isPresent()) {
                    files.add(file);
                }
            }
        }
        List<Path> smallest = files.stream()
                .sorted(Comparator.comparing((Path file) -> file.toFile().length())
                        .thenComparing(Path::getFileName))
                .limit(10)
                .toList();

        assertThat(smallest).hasSize(10);
        for (Path file : smallest) {
            document_cutAnywhere_givesAResult(file);
            document_withAnyByteChangedToAnyOther_givesAResult(file);
        }
    }

    private static DocumentKind<?> kindOf(String name, byte[] bytes) {
        return EcsJson.kindOf(SourceText.of(name, new String(bytes, StandardCharsets.UTF_8)), ReadOptions.standard())
                .orElseThrow();
    }

    /** Reads, and checks what the contract promises whatever was read. */
    private static void read(DocumentKind<?> kind, String name, byte[] bytes, String what) {
        try {
            ParsedDocument<?> document =
                    EcsJson.read(kind, name, new ByteArrayInputStream(bytes), ReadOptions.standard());
            if (document.value().isEmpty() && !document.hasErrors()) {
                fail("%s, %s: no value and no error", name, what);
            }
            for (Diagnostic finding : document.diagnostics()) {
                document.render(finding);
                if (!finding.pointer().isEmpty() && finding.pointer().charAt(0) != '/' || finding.location() == null) {
                    fail("%s, %s: %s has no place", name, what, finding);
                }
            }
            document.value().ifPresent(HostileInputTest::write);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            fail(name + ", " + what + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
    }

    private static String write(Object value) {
        return value instanceof EcsStructure structure ? EcsJson.write(structure) : EcsJson.writePlain(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "[{\"a\":",
                "{\"containerDefinitions\":[",
                "- ",
                "a: [",
                "\"",
                "{{",
                "<<: ",
                "&a [*a,",
                "!x ",
                "? "
            })
    void text_ofOneThingOverAndOver_givesAResult(String piece) {
        String text = piece.repeat(100_000);
        for (String name : List.of("t.json", "t.yaml", "t")) {
            ParsedDocument<TaskDefinition> document =
                    EcsJson.readTaskDefinition(SourceText.of(name, text), ReadOptions.standard());
            assertThat(document.value()).as(name).isEmpty();
            assertThat(document.hasErrors()).as(name).isTrue();
        }
    }

    @Test
    void string_of200Megabytes_isRefusedEarly_fromAStream() throws IOException {
        EndlessString in = new EndlessString("{\"family\": \"", 200L * MEBI);

        ParsedDocument<TaskDefinition> document =
                EcsJson.read(DocumentKind.TASK_DEFINITION, "huge.json", in, ReadOptions.standard());

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics()).singleElement().extracting("id").isEqualTo("json.limit");
        assertThat(in.given).isLessThan(65L * MEBI);
    }

    @Test
    void string_of200Megabytes_isRefusedWithItsPlace_fromAText() {
        ReadOptions long200 =
                ReadOptions.standard().toBuilder().maxLength(256 * MEBI).build();
        String text = "{\"family\":\n \"" + "x".repeat(200 * MEBI);

        ParsedDocument<TaskDefinition> document = EcsJson.readTaskDefinition(SourceText.of("huge.json", text), long200);

        assertThat(document.value()).isEmpty();
        assertThat(document.diagnostics()).singleElement().satisfies(limit -> {
            assertThat(limit.id()).isEqualTo("json.limit");
            assertThat(limit.location()).hasToString("huge.json:2:2");
        });
    }

    @Test
    void manyFindings_costNoMoreThanTheirLimit() {
        String text = "[" + "null,".repeat(2_000_000) + "null]";

        ParsedDocument<TaskDefinition> document = Reading.taskDefinition(text);

        assertThat(document.diagnostics()).hasSize(10_001);
        assertThat(document.diagnostics().get(10_000).message())
                .startsWith("1990001 more findings are left out, 1990001 of them errors");
    }

    @Test
    void manyMembers_areReadInReasonableSteps() {
        StringBuilder text = new StringBuilder("{\"family\": \"x\", \"containerDefinitions\": [{\"dockerLabels\": {");
        for (int i = 0; i < 200_000; i++) {
            text.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":\"v\"");
        }

        ParsedDocument<TaskDefinition> document =
                Reading.taskDefinition(text.append("}}]}").toString());

        assertThat(document.orThrow().containerDefinitions().get(0).dockerLabels())
                .hasSize(200_000);
    }

    /** A string that goes on and on, made as it is read. */
    private static final class EndlessString extends InputStream {
        private final byte[] start;
        private final long length;
        private long given;

        EndlessString(String start, long length) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            if (given >= length) {
                return -1;
            }
            int next = given < start.length ? start[(int) given] : 'x';
            given++;
            return next;
        }
    }
}
