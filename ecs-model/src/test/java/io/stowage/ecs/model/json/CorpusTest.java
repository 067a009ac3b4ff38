package io.stowage.ecs.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.testing.Corpus;
import io.stowage.ecs.model.testing.JsonValues;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads everything that other people wrote: nothing throws, refusals are those of corpus-refusals.tsv, what is valid round-trips. */
class CorpusTest {

    /** Reads one file. */
    private interface Reader {
        ParsedDocument<?> read(Path file) throws IOException;
    }

    @Test
    void taskDefinitions_areRead() throws IOException {
        Tally tally = readAll("task-definitions", EcsJson::readTaskDefinition);

        assertThat(tally.files).isEqualTo(247);
    }

    @Test
    void irregularTaskDefinitions_areReadOrRefused() throws IOException {
        Tally tally = readAll("task-definitions-irregular", EcsJson::readTaskDefinition);

        assertThat(tally.files).isEqualTo(4);
    }

    @Test
    void containerInstances_areReadOrRefused() throws IOException {
        Tally tally = readAll("container-instances", EcsJson::readContainerInstances);

        assertThat(tally.files).isEqualTo(27);
    }

    @Test
    void tasks_areReadOrRefused() throws IOException {
        Tally tally = readAll("tasks", EcsJson::readTasks);

        assertThat(tally.files).isEqualTo(15);
    }

    private static final class Tally {
        int files;
        int clean;
        int withNotes;
        int withErrors;
        int roundTrips;
        final Map<String, String> refused = new TreeMap<>();
    }

    private static Tally readAll(String kind, Reader reader) throws IOException {
        Tally tally = new Tally();
        for (Path file : Corpus.files(kind)) {
            tally.files++;
            ParsedDocument<?> document = reader.read(file);
            if (document.value().isEmpty()) {
                tally.refused.put(file.getFileName().toString(), reasons(document));
            } else if (document.diagnostics().isEmpty()) {
                tally.clean++;
            } else if (document.hasErrors()) {
                tally.withErrors++;
            } else {
                tally.withNotes++;
            }
            if (document.value().isPresent() && !document.hasErrors()) {
                comesBack(file, document);
                tally.roundTrips++;
            }
        }
        System.out.printf(
                "corpus %s: %d files, %d read clean, %d read with notes or warnings, %d read with errors, %d refused;"
                        + " %d valid ones came back as they were%n",
                kind,
                tally.files,
                tally.clean,
                tally.withNotes,
                tally.withErrors,
                tally.refused.size(),
                tally.roundTrips);
        assertThat(tally.refused).isEqualTo(expectedRefusals(kind));
        return tally;
    }

    private static Map<String, String> expectedRefusals(String kind) throws IOException {
        Map<String, String> refusals = new TreeMap<>();
        try (InputStream file = CorpusTest.class.getResourceAsStream("/corpus-refusals.tsv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + "\t"))
                    .map(line -> line.split("\t"))
                    .forEach(row -> refusals.put(row[1], row[2]));
        }
        return refusals;
    }

    private static String reasons(ParsedDocument<?> document) {
        List<String> errors = document.diagnostics().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Diagnostic::id)
                .distinct()
                .toList();
        return String.join(" ", errors);
    }

    private static void comesBack(Path file, ParsedDocument<?> document) {
        Object value = document.orThrow();
        String written = value instanceof EcsStructure structure ? EcsJson.write(structure) : EcsJson.writePlain(value);
        Object expected = unwrapped(JsonValues.value(document.source().text()), value instanceof List);
        assertThat(timesAsNumbers(JsonValues.value(written), null))
                .as(file.toString())
                .isEqualTo(timesAsNumbers(expected, JsonValues.value(written)));
    }

    /** The part of the document that the value is read from. */
    private static @Nullable Object unwrapped(@Nullable Object root, boolean list) {
        if (root instanceof List<?> bare) {
            return list ? bare : Map.of("containerDefinitions", bare);
        }
        Map<?, ?> members = (Map<?, ?>) root;
        for (String many : List.of("containerInstances", "tasks")) {
            if (members.get(many) instanceof List<?>) {
                return members.get(many);
            }
        }
        for (String one : List.of("taskDefinition", "containerInstance", "task", "detail")) {
            if (members.get(one) instanceof Map<?, ?> inner) {
                return list ? List.of(inner) : inner;
            }
        }
        return list ? List.of(root) : root;
    }

    /** The same value, where a time that the other side has as a number is one too: ISO 8601 is read, seconds are written. */
    private static @Nullable Object timesAsNumbers(@Nullable Object value, @Nullable Object other) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> times = new TreeMap<>();
            map.forEach((name, inner) -> times.put(
                    (String) name,
                    timesAsNumbers(inner, other instanceof Map<?, ?> members ? members.get(name) : null)));
            return times;
        }
        if (value instanceof List<?> list) {
            List<?> others = other instanceof List<?> elements && elements.size() == list.size() ? elements : list;
            return java.util.stream.IntStream.range(0, list.size())
                    .mapToObj(i -> timesAsNumbers(list.get(i), others.get(i)))
                    .toList();
        }
        if (value instanceof String text && other instanceof BigDecimal) {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text);
                return JsonValues.number(
                        BigDecimal.valueOf(time.toEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)));
            } catch (DateTimeException e) {
                return text;
            }
        }
        return value;
    }
}
