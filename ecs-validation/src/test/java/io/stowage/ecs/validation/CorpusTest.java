package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.validation.reader.EcsDocuments;
import io.stowage.ecs.validation.report.ReportFormat;
import io.stowage.ecs.validation.spi.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Validates everything that other people wrote: nothing throws, every finding has a place in its file, and a table of the findings
 * by rule goes to {@code target/corpus-findings.tsv}.
 */
class CorpusTest {
    private static final List<String> KINDS = List.of(
            "task-definitions",
            "task-definitions-irregular",
            "services",
            "cloudformation",
            "container-instances",
            "tasks");

    @Test
    void validate_whatOthersWrote_neverFailsAndPlacesEveryFinding() throws IOException {
        Path corpus = corpus();
        EcsValidator validator = EcsValidator.builder()
                .include(RuleSet.PRACTICE, RuleSet.SECURITY)
                .build();
        Map<String, TreeSet<String>> filesByRule = new TreeMap<>();
        Map<String, Integer> countByRule = new TreeMap<>();
        int documents = 0;
        int configurations = 0;
        int unjudged = 0;
        for (String kind : KINDS) {
            for (Path file : files(corpus.resolve(kind))) {
                EcsDocuments read = EcsDocuments.reader()
                        .add(corpus, List.of(corpus.relativize(file).toString()))
                        .read();
                ValidationReport report = validator.validate(read);

                documents++;
                configurations += read.configurations().size();
                unjudged += read.problems().isEmpty() ? 0 : 1;
                for (Diagnostic finding : report.findings()) {
                    assertThat(finding.location()).as(finding.toString()).isNotNull();
                    assertThat(finding.location().file())
                            .isEqualTo(corpus.relativize(file).toString());
                    String rule = finding.severity() + "\t" + finding.id();
                    countByRule.merge(rule, 1, Integer::sum);
                    filesByRule
                            .computeIfAbsent(rule, r -> new TreeSet<>())
                            .add(finding.location().file());
                }
                if (kind.equals("cloudformation")) {
                    assertThat(read.problems()).as(file.toString()).isEmpty();
                }
                for (ReportFormat format : ReportFormat.values()) {
                    assertThat(format.write(report)).isNotNull();
                }
            }
        }

        List<String> table = new ArrayList<>();
        table.add("severity\trule\tfindings\tfiles\tfirst file");
        countByRule.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> table.add(entry.getKey() + "\t" + entry.getValue() + "\t"
                        + filesByRule.get(entry.getKey()).size() + "\t"
                        + filesByRule.get(entry.getKey()).first()));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "corpus-findings.tsv"), table);
        System.out.printf(
                "%d documents, %d configurations, %d documents not judged, findings of %d rules in target/corpus-findings.tsv%n",
                documents, configurations, unjudged, countByRule.size());
        assertThat(configurations).isGreaterThan(500);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path corpus() {
        String folder = System.getProperty("stowage.corpus");
        assumeTrue(folder != null, "left out: the system property stowage.corpus names no folder");
        return Path.of(folder);
    }
}
