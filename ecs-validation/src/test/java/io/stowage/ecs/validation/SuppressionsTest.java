package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final String ID = "size.fargate-memory-for-cpu";

    private static final String TEXT = """
            {
              "family": "web", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",
              "cpu": "256", "memory": "3072",
              "containerDefinitions": [{"name": "a", "image": "nginx:1.27", "essential": true}]
            }
            """;

    @Test
    void parse_yamlAndJson_readAllMembers() {
        List<Suppression> yaml = Suppressions.parse(SourceText.of("s.yaml", """
                - rule: size.*
                  pointer: /taskDefinition/cpu
                  file: legacy/**
                  reason: retired in spring
                  expires: 2027-03-31
                - {rule: size.cpu-format, reason: why}
                """));
        List<Suppression> json = Suppressions.parse(SourceText.of("s.json", """
                {"suppressions": [
                  {"rule": "size.*", "pointer": "/taskDefinition/cpu", "file": "legacy/**", "reason": "retired in spring",
                   "expires": "2027-03-31"},
                  {"rule": "size.cpu-format", "pointer": null, "reason": "why"}]}
                """));

        assertThat(yaml)
                .isEqualTo(json)
                .containsExactly(
                        new Suppression(
                                "size.*",
                                "/taskDefinition/cpu",
                                "legacy/**",
                                "retired in spring",
                                LocalDate.of(2027, 3, 31)),
                        new Suppression("size.cpu-format", null, "why"));
    }

    @Test
    void parse_faults_areNamedWithTheirPlace() {
        assertFault("- rule: size.*\n", "s.yaml:1:3: a suppression has a `rule` and a `reason`");
        assertFault("- {rule: size.*, reason: ' '}\n", "has no reason");
        assertFault("- {rule: a.b, reason: c, until: 2027-01-01}\n", "`until` is no member of a suppression");
        assertFault("- {rule: a.b, reason: c, expires: soon}\n", "`expires` is a day such as 2027-03-31");
        assertFault("- {rule: a.b, reason: 7}\n", "s.yaml:1:23: `reason` is a string, found the number 7");
        assertFault("- 7\n", "found the number 7");
        assertFault("rule: size.*\n", "expected a list of suppressions");
        assertFault("- {rule: a.b, reason: c, pointer: cpu}\n", "no JSON pointer");
        assertFault("- [", "s.yaml:");
    }

    @Test
    void suppression_file_isMatchedAsAPattern() {
        Suppression suppression = new Suppression("a.*", null, "legacy/**/*.json", "old", null);

        assertThat(suppression.covers(at("legacy/deep/er/web.json"))).isTrue();
        assertThat(suppression.covers(at("legacy\\web.json"))).isTrue();
        assertThat(suppression.covers(at("./legacy/web.json"))).isTrue();
        assertThat(suppression.covers(at("new/web.json"))).isFalse();
        assertThat(suppression.covers(at("legacy/web.yaml"))).isFalse();
        assertThat(suppression.covers(new Diagnostic("a.b", Severity.NOTE, "m", "", null, null)))
                .as("an object has no file")
                .isFalse();
    }

    @Test
    void suppression_expiry_endsAfterTheDay() {
        Suppression suppression = new Suppression(ID, null, null, "old", LocalDate.of(2026, 11, 30));

        ValidationReport lastDay =
                validate(EcsValidator.builder().suppress(suppression).asOf(LocalDate.of(2026, 11, 30)));
        ValidationReport after =
                validate(EcsValidator.builder().suppress(suppression).asOf(LocalDate.of(2026, 12, 1)));

        assertThat(lastDay.findings()).isEmpty();
        assertThat(lastDay.suppressed()).hasSize(1);
        assertThat(after.findings()).extracting(Diagnostic::id).containsExactly(ID, "suppression.expired");
        assertThat(after.findings().get(1).message())
                .isEqualTo("The suppression of " + ID + " (old) ended on 2026-11-30, so 1 finding counts again.");
    }

    @Test
    void suppression_expiredButAnotherHolds_staysSuppressed() {
        ValidationReport report = validate(EcsValidator.builder()
                .suppress(new Suppression(ID, null, null, "old", LocalDate.of(2026, 1, 1)))
                .suppress("size.*", "all of them")
                .asOf(LocalDate.of(2026, 12, 1)));

        assertThat(report.suppressed())
                .singleElement()
                .satisfies(one -> assertThat(one.suppression().reason()).isEqualTo("all of them"));
    }

    @Test
    void build_expiryWithoutADay_asksForIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EcsValidator.builder()
                        .suppress(new Suppression(ID, null, null, "old", LocalDate.of(2026, 1, 1)))
                        .build())
                .withMessageContaining("asOf");
    }

    @Test
    void baseline_knownFindings_doNotCount() {
        ValidationReport before = validate(EcsValidator.builder());
        Baseline baseline = Baseline.parse(
                SourceText.of("baseline.json", Baseline.of(before).toJson()));

        ValidationReport after = validate(EcsValidator.builder().baseline(baseline));

        assertThat(before.findings()).hasSize(1);
        assertThat(baseline.size()).isEqualTo(1);
        assertThat(after.findings()).isEmpty();
        assertThat(after.known()).isEqualTo(before.findings());
        assertThat(after.summary()).isEqualTo("0 errors, 0 warnings, 0 notes, 1 known before");
        assertThat(Baseline.of(after).toJson()).isEqualTo(baseline.toJson());
    }

    @Test
    void baseline_sameRuleElsewhere_isNew() {
        Baseline baseline = Baseline.of(validate(EcsValidator.builder()));

        ValidationReport other = EcsValidator.builder()
                .baseline(baseline)
                .build()
                .validate(EcsJson.readTaskDefinition(SourceText.of("other.json", TEXT), ReadOptions.standard()));

        assertThat(other.findings()).hasSize(1);
        assertThat(other.known()).isEmpty();
    }

    @Test
    void baseline_otherText_isRefused() {
        for (String text : new String[] {
            "[]",
            "{\"version\": 2, \"findings\": []}",
            "{\"version\": 1, \"findings\": [{\"id\": \"a\"}]}",
            "{\"version\": 1, \"findings\": [{\"id\": \"a\", \"file\": \"\", \"pointer\": \"\", \"count\": 0}]}"
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Baseline.parse(SourceText.of("b.json", text)))
                    .withMessageStartingWith("b.json");
        }
    }

    private static ValidationReport validate(EcsValidator.Builder builder) {
        return builder.build()
                .validate(EcsJson.readTaskDefinition(SourceText.of("web.json", TEXT), ReadOptions.standard()));
    }

    private static Diagnostic at(String file) {
        return new Diagnostic("a.b", Severity.NOTE, "m", "", new SourceLocation(file, 1, 1), null);
    }

    private static void assertFault(String text, String message) {
        assertThat(catchThrowable(() -> Suppressions.parse(SourceText.of("s.yaml", text))))
                .hasMessageContaining(message);
    }
}
