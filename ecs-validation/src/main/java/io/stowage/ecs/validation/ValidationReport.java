package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.json.EcsJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a validation found: sorted by place, then pointer, id and message, so that equal input gives equal reports. Immutable.
 */
public final class ValidationReport {
    private final List<Diagnostic> findings;
    private final List<SuppressedFinding> suppressed;

    /**
     * A finding that somebody has decided to live with.
     *
     * @param finding what was found
     * @param suppression the decision, with its reason
     */
    public record SuppressedFinding(Diagnostic finding, Suppression suppression) {}

    ValidationReport(List<Diagnostic> findings, List<SuppressedFinding> suppressed) {
        this.findings = findings.stream().sorted().toList();
        this.suppressed = List.copyOf(suppressed);
    }

    /** Splits findings into those that count and those that are suppressed. */
    static ValidationReport of(List<Diagnostic> found, List<Suppression> suppressions) {
        List<Diagnostic> findings = new ArrayList<>();
        List<SuppressedFinding> suppressed = new ArrayList<>();
        for (Diagnostic finding : found.stream().sorted().toList()) {
            suppressions.stream()
                    .filter(suppression -> suppression.covers(finding))
                    .findFirst()
                    .ifPresentOrElse(
                            suppression -> suppressed.add(new SuppressedFinding(finding, suppression)),
                            () -> findings.add(finding));
        }
        return new ValidationReport(findings, suppressed);
    }

    /**
     * What was found and is not suppressed.
     *
     * @return sorted; unmodifiable
     */
    public List<Diagnostic> findings() {
        return findings;
    }

    /**
     * What was found and is suppressed.
     *
     * @return sorted as the findings; unmodifiable
     */
    public List<SuppressedFinding> suppressed() {
        return suppressed;
    }

    /**
     * The findings of one severity.
     *
     * @param severity the severity
     * @return sorted; unmodifiable
     */
    public List<Diagnostic> findings(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /**
     * Whether there is anything at least as grave.
     *
     * @param severity the lightest severity that counts
     * @return true if a finding has it or a graver one
     */
    public boolean hasAtLeast(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) <= 0);
    }

    /**
     * Whether there is an error.
     *
     * @return true if a finding is an {@link Severity#ERROR}
     */
    public boolean hasErrors() {
        return hasAtLeast(Severity.ERROR);
    }

    /**
     * Ends a test or a build that must not go on with errors.
     *
     * @return this report, if it has no errors
     * @throws ValidationException if it has; the message lists all findings
     */
    public ValidationReport throwIfErrors() {
        if (hasErrors()) {
            throw new ValidationException(this);
        }
        return this;
    }

    /**
     * How many findings of each severity there are, as a sentence.
     *
     * @return for example {@code 1 error, 2 warnings, 0 notes}; suppressed ones are added if there are any
     */
    public String summary() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            parts.add(counted(findings(severity).size(), severity.name().toLowerCase(Locale.ROOT)));
        }
        if (!suppressed.isEmpty()) {
            parts.add(suppressed.size() + " suppressed");
        }
        return String.join(", ", parts);
    }

    /**
     * The report as plain values, for a larger document.
     *
     * @return {@code findings}, {@code suppressed} and {@code summary}; what {@link EcsJson#writePlain} takes
     */
    public Map<String, @Nullable Object> toPlain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("findings", findings.stream().map(ValidationReport::plain).toList());
        plain.put(
                "suppressed",
                suppressed.stream()
                        .map(one -> {
                            Map<String, @Nullable Object> finding = plain(one.finding());
                            finding.put("suppressedBy", one.suppression().id());
                            finding.put("reason", one.suppression().reason());
                            return finding;
                        })
                        .toList());
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            summary.put(
                    severity.name().toLowerCase(Locale.ROOT) + "s",
                    findings(severity).size());
        }
        summary.put("suppressed", suppressed.size());
        plain.put("summary", summary);
        return plain;
    }

    /**
     * The report as a JSON document.
     *
     * @return JSON text that ends with a line end
     */
    public String toJson() {
        return EcsJson.writePlain(toPlain());
    }

    /**
     * The findings as text, each in a form of the caller's choice.
     *
     * @param form makes text of a finding: {@code Diagnostic::toString} or the {@code render} of the document it is about
     * @return the findings, a line end after each; empty if there are none
     */
    public String toText(Function<? super Diagnostic, String> form) {
        return findings.stream().map(finding -> form.apply(finding) + "\n").collect(Collectors.joining());
    }

    /** One line for each finding, and a summary. */
    @Override
    public String toString() {
        return toText(Diagnostic::toString) + summary();
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static Map<String, @Nullable Object> plain(Diagnostic finding) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", finding.id());
        plain.put("severity", finding.severity().name());
        plain.put("message", finding.message());
        plain.put("pointer", finding.pointer());
        SourceLocation location = finding.location();
        if (location != null) {
            plain.put("file", location.file());
            plain.put("line", location.line());
            plain.put("column", location.column());
        }
        if (finding.hint() != null) {
            plain.put("hint", finding.hint());
        }
        return plain;
    }
}
