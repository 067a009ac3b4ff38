package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.validation.ValidationReport.SuppressedFinding;
import io.stowage.ecs.validation.spi.RuleInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what becomes a {@link ValidationReport}, and sorts findings into those that count and the others. */
final class ReportParts {
    final List<RuleInfo> rules;
    final List<Diagnostic> findings = new ArrayList<>();
    final List<SuppressedFinding> suppressed = new ArrayList<>();
    final List<Diagnostic> known = new ArrayList<>();
    final List<Diagnostic> problems = new ArrayList<>();
    final List<String> documents = new ArrayList<>();
    final Map<String, SourceText> sources = new LinkedHashMap<>();

    ReportParts(List<RuleInfo> rules) {
        this.rules = rules;
    }

    /** Says which document is judged. */
    void judged(SourceText source) {
        documents.add(source.name());
        quoted(source);
    }

    /** Says what findings may quote. */
    void quoted(SourceText source) {
        sources.put(source.name(), source);
    }

    /**
     * Sorts findings. A suppression that has ended covers nothing, and is a finding itself where it would have covered something:
     * otherwise nobody learns why the old finding is back.
     */
    ValidationReport report(
            Collection<Diagnostic> found,
            List<Suppression> suppressions,
            @Nullable LocalDate day,
            @Nullable Baseline baseline) {
        Map<Suppression, Integer> ended = new LinkedHashMap<>();
        Baseline.Comparison comparison = baseline == null ? null : baseline.compare();
        for (Diagnostic finding : found.stream().sorted().toList()) {
            Suppression covering = null;
            for (Suppression suppression : suppressions) {
                if (suppression.covers(finding)) {
                    if (day != null && suppression.isExpired(day)) {
                        ended.merge(suppression, 1, Integer::sum);
                    } else {
                        covering = suppression;
                        break;
                    }
                }
            }
            if (covering != null) {
                suppressed.add(new SuppressedFinding(finding, covering));
            } else if (comparison != null && comparison.knows(finding)) {
                known.add(finding);
            } else {
                findings.add(finding);
            }
        }
        ended.forEach((suppression, count) -> findings.add(ended(suppression, count)));
        return new ValidationReport(this);
    }

    private static Diagnostic ended(Suppression suppression, int count) {
        return new Diagnostic(
                "suppression.expired",
                Severity.WARNING,
                "The suppression of " + suppression.id() + " (" + suppression.reason() + ") ended on "
                        + suppression.expires() + ", so " + count
                        + (count == 1 ? " finding counts again." : " findings count again."),
                "",
                null,
                "Repair what was found, or decide anew and until when.");
    }
}
