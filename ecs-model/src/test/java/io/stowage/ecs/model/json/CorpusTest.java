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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reads everything that other people wrote, each document as what it is: nothing throws, the refusals are those of
 * corpus-refusals.tsv, and what is valid comes back as it was.
 */
class CorpusTest {

    private static final List<String> WRAPPINGS = List.of(
            "containerInstances",
            "tasks",
            "services",
            "clusters",
            "taskDefinition",
            "containerInstance",
            "task",
            "service",
            "cluster",
            "detail");

    private static final class Tally {
        int files;
        int clean;
        int withNotes;
        int withErrors;
        int roundTrips;
        final Map<String, Integer> kinds = new TreeMap<>();
        final Map<String, String> refused = new TreeMap<>();
    }

    @ParameterizedTest
    @CsvSource({
        "task-definitions, 247, 241",
        "task-definitions-irregular, 4, 3",
        "services, 104, 94",
        "container-instances, 27, 20",
        "tasks, 15, 15"
    })
    void folder_isReadAndComesBack(String folder, int files, int valid) throws IOException {
        Tally tally = new Tally();
        for (Path file : Corpus.files(folder)) {
            read(file, tally);
        }

        System.out.printf(
                "corpus %s: %d files, %d read clean, %d read with notes or warnings, %d read with errors, %d refused;"
                        + " %d valid ones came back as they were; %s%n",
                folder,
                tally.files,
                tally.clean,
                tally.withNotes,
                tally.withErrors,
                tally.refused.size(),
                tally.roundTrips,
                tally.kinds);
        assertThat(tally.files).isEqualTo(files);
        assertThat(tally.roundTrips).isEqualTo(valid);
        assertThat(tally.refused).isEqualTo(expectedRefusals(folder));
    }

    private static void read(Path file, Tally tally) throws IOException {
        // A document that is none of the kinds is read as a task definition, to see it refused as one.
        ParsedDocument<?> asTaskDefinition = EcsJson.readTaskDefinition(file);
        DocumentKind<?> kind = EcsJson.kindOf(asTaskDefinition.source(), ReadOptions.standard())
                .orElse(DocumentKind.TASK_DEFINITION);
        ParsedDocument<?> document = EcsJson.read(kind, file);

        tally.files++;
        if (document.value().isEmpty()) {
            tally.refused.put(file.getFileName().toString(), reasons(document));
            return;
        }
        tally.kinds.merge(kind.toString(), 1, Integer::sum);
        if (document.diagnostics().isEmpty()) {
            tally.clean++;
        } else if (document.hasErrors()) {
            tally.withErrors++;
        } else {
            tally.withNotes++;
        }
        if (!document.hasErrors()) {
            comesBack(file, document);
            tally.roundTrips++;
        }
    }

    private static String reasons(ParsedDocument<?> document) {
        List<String> errors = document.diagnostics().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Diagnostic::id)
                .distinct()
                .toList();
        return String.join(" ", errors);
    }

    private static Map<String, String> expectedRefusals(String folder) throws IOException {
        Map<String, String> refusals = new TreeMap<>();
        try (InputStream file = CorpusTest.class.getResourceAsStream("/corpus-refusals.tsv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(folder + "\t"))
                    .map(line -> line.split("\t"))
                    .forEach(row -> refusals.put(row[1], row[2]));
        }
        return refusals;
    }

    private static void comesBack(Path file, ParsedDocument<?> document) {
        Object value = document.orThrow();
        String written = value instanceof EcsStructure structure ? EcsJson.write(structure) : EcsJson.writePlain(value);
        Object expected = unwrapped(JsonValues.value(quoted(document)), value instanceof List);
        Object actual = JsonValues.value(written);
        assertThat(actual).as(file.toString()).isEqualTo(timesAsNumbers(expected, actual));
    }

    /** The text; if it is a template of JSON, with quotes around its placeholders. */
    private static String quoted(ParsedDocument<?> document) {
        String text = document.source().text();
        return document.diagnostics().stream().anyMatch(d -> d.id().equals("json.bare-placeholder"))
                ? text.replaceAll("(\": *)([$@][^,\\s]+)", "$1\"$2\"")
                : text;
    }

    /** The part of the document that the value is read from. */
    private static @Nullable Object unwrapped(@Nullable Object root, boolean list) {
        if (root instanceof List<?> bare) {
            return list ? bare : Map.of("containerDefinitions", bare);
        }
        Map<?, ?> members = (Map<?, ?>) root;
        for (String wrapping : WRAPPINGS) {
            Object inner = members.get(wrapping);
            if (inner instanceof Map<?, ?> || inner instanceof List<?>) {
                return list && inner instanceof Map<?, ?> ? List.of(inner) : inner;
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
            List<@Nullable Object> times = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                times.add(timesAsNumbers(list.get(i), others.get(i)));
            }
            return times;
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
