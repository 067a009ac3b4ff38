package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.RuleCases.Case;
import io.stowage.ecs.validation.reader.EcsDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

class RuleCasesTest {
    private static final List<Case> OF_THE_CATALOGUE = RuleCases.all();
    private static final List<Case> CASES =
            Stream.concat(OF_THE_CATALOGUE.stream(), RuleCases.own().stream()).toList();

    static Stream<Case> runnable() {
        return CASES.stream().filter(Case::isRunnable);
    }

    static Stream<Case> runnableAsDocuments() {
        return runnable().filter(one -> one.input().size() == 1 && one.input().has("taskDefinition"));
    }

    @ParameterizedTest
    @MethodSource("runnable")
    void validate_caseAsObjects_findsExactlyTheExpected(Case one) {
        ValidationReport report = RuleCases.validator(one.set()).validate(RuleCases.configuration(one.input()));

        assertThat(RuleCases.found(report.findings(), one.set())).isEqualTo(one.expected());
        assertThat(report.findings()).allSatisfy(RuleCasesTest::readsWell);
    }

    @ParameterizedTest
    @MethodSource("runnableAsDocuments")
    void validate_caseAsText_findsTheExpectedInTheirLines(Case one) {
        ParsedDocument<TaskDefinition> document =
                RuleCases.taskDefinition(one.input().get("taskDefinition"));

        ValidationReport report = RuleCases.validator(one.set()).validate(document);

        assertThat(RuleCases.found(report.findings(), one.set())).isEqualTo(one.expected());
        Map<String, Integer> lines = linesByPointer(document.source().text());
        for (Diagnostic finding : report.findings()) {
            if (RuleCases.DECLARED.contains(finding.id())) {
                String inside = finding.pointer().substring("/taskDefinition".length());
                assertThat(finding.location()).isNotNull();
                assertThat(finding.location().line()).isEqualTo(lineOf(inside, lines));
                assertThat(document.render(finding)).contains("\n").endsWith("^");
            }
        }
    }

    /** The whole input as one document, as a build would hand it over: the same findings, each in its line. */
    @ParameterizedTest
    @MethodSource("runnable")
    void validate_caseAsDocument_findsTheExpectedInTheirLines(Case one) {
        SourceText source = SourceText.of("case.json", RuleCases.document(one.input()));

        ValidationReport report = RuleCases.validator(one.set())
                .validate(EcsDocuments.reader().add(source).read());

        assertThat(RuleCases.found(report.findings(), one.set())).isEqualTo(one.expected());
        Map<String, Integer> lines = linesByPointer(source.text());
        for (Diagnostic finding : report.findings()) {
            if (RuleCases.DECLARED.contains(finding.id())) {
                assertThat(finding.location()).isNotNull();
                assertThat(finding.location().line()).isEqualTo(lineOf(finding.pointer(), lines));
            }
        }
    }

    /** Rules that are declared stay quiet in the cases of those that are not. */
    @Test
    void validate_casesOfOtherRules_findNothingUnexpected() {
        for (Case one : CASES) {
            ValidationReport report = RuleCases.validator(one.set()).validate(RuleCases.configuration(one.input()));

            Set<String> expected = one.expected().stream()
                    .filter(finding -> RuleCases.DECLARED.contains(finding.substring(0, finding.indexOf(' '))))
                    .collect(Collectors.toSet());
            assertThat(RuleCases.found(report.findings(), one.set()))
                    .as(one.id())
                    .isEqualTo(expected);
        }
    }

    /** What is not built yet is worked out, never kept by hand, and stands in {@code target} after the run. */
    @Test
    void cases_ofTheWholeCatalogue_runOrAreListedWithTheRuleTheyWaitFor() throws IOException {
        Set<String> inCases = CASES.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.rule()), one.expectedRules().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> notBuilt = new TreeSet<>(inCases);
        notBuilt.removeAll(RuleCases.DECLARED);

        assertThat(OF_THE_CATALOGUE).hasSize(1401);
        assertThat(inCases).containsAll(RuleCases.DECLARED);
        for (Case one : CASES) {
            boolean waits = notBuilt.contains(one.rule())
                    || one.expectedRules().stream().anyMatch(notBuilt::contains);
            assertThat(one.isRunnable()).as(one.id()).isNotEqualTo(waits);
        }
        // A rule counts as built when what it must find and what it must leave alone are both tried. A case that
        // expects a rule
        // of another section besides is tried as soon as that one is there.
        assertThat(RuleCases.DECLARED).allSatisfy(rule -> {
            assertThat(CASES)
                    .anyMatch(one ->
                            one.rule().equals(rule) && one.expectedRules().contains(rule));
            assertThat(runnable())
                    .anyMatch(one -> one.rule().equals(rule) && one.expected().isEmpty());
        });

        Path list = Path.of("target", "rules-not-built.txt");
        Files.createDirectories(list.getParent());
        Files.write(list, notBuilt);
        System.out.printf(
                "%d of %d cases run for %d rules; the others wait for %d rules, listed in %s%n",
                runnable().count(), CASES.size(), RuleCases.DECLARED.size(), notBuilt.size(), list);
    }

    private static void readsWell(Diagnostic finding) {
        assertThat(finding.message())
                .doesNotContainPattern("\\{[A-Za-z]+}")
                .doesNotContain("null")
                .endsWith(".");
        assertThat(finding.hint())
                .isNotNull()
                .doesNotContainPattern("\\{[A-Za-z]+}")
                .endsWith(".");
    }

    private static Map<String, Integer> linesByPointer(String json) {
        Map<String, Integer> lines = new TreeMap<>();
        try (JsonParser parser = new JsonMapper().createParser(json)) {
            while (parser.nextToken() != null) {
                JsonPointer pointer = parser.streamReadContext().pathAsPointer();
                lines.putIfAbsent(
                        pointer.toString(), parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    private static int lineOf(String pointer, Map<String, Integer> lines) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }
}
