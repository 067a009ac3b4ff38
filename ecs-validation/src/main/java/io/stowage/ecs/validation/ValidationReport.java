package io.stowage.ecs.validation;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.validation.spi.RuleInfo;
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
 *
 * <p>{@link io.stowage.ecs.validation.report.ReportFormat} writes it in the forms that other tools read.
 */
public final class ValidationReport {
    private final List<Diagnostic> findings;
    private final List<SuppressedFinding> suppressed;
    private final List<Diagnostic> known;
    private final List<Diagnostic> problems;
    private final List<String> documents;
    private final List<RuleInfo> rules;
    private final Map<String, SourceText> sources;

    /**
     * A finding that somebody has decided to live with.
     *
     * @param finding what was found
     * @param suppression the decision, with its reason
     */
    public record SuppressedFinding(Diagnostic finding, Suppression suppression) {}

    ValidationReport(ReportParts parts) {
        this.findings = parts.findings.stream().sorted().toList();
        this.suppressed = List.copyOf(parts.suppressed);
        this.known = List.copyOf(parts.known);
        this.problems = parts.problems.stream().sorted().toList();
        this.documents = parts.documents.stream().distinct().sorted().toList();
        this.rules = parts.rules;
        this.sources = Map.copyOf(parts.sources);
    }

    /**
     * What was found, is not suppressed and was not known before.
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
     * What was found and stands in the baseline of the validator.
     *
     * @return sorted as the findings; unmodifiable
     */
    public List<Diagnostic> known() {
        return known;
    }

    /**
     * What kept documents from being judged: they cannot be read, or hold nothing that is known.
     *
     * @return sorted as the findings; unmodifiable
     */
    public List<Diagnostic> problems() {
        return problems;
    }

    /**
     * The names of the documents that were judged.
     *
     * @return sorted; unmodifiable; empty if objects were judged
     */
    public List<String> documents() {
        return documents;
    }

    /**
     * The rules that were asked.
     *
     * @return their cards in the order of the catalogue; unmodifiable
     */
    public List<RuleInfo> rules() {
        return rules;
    }

    /**
     * A finding with the line it is about and a caret under the place.
     *
     * @param finding one of this report
     * @return one line, or three if it has a place in a document that was judged
     */
    public String render(Diagnostic finding) {
        SourceLocation location = finding.location();
        SourceText source = location == null ? null : sources.get(location.file());
        return location == null || source == null ? finding.toString() : finding + "\n" + source.quote(location);
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
     * Ends a test or a build that must not go on with errors, or with documents that could not be judged at all.
     *
     * @return this report, if it has neither
     * @throws ValidationException if it has; the message lists all findings and problems
     */
    public ValidationReport throwIfErrors() {
        if (hasErrors() || !problems.isEmpty()) {
            throw new ValidationException(this);
        }
        return this;
    }

    /**
     * How many findings of each severity there are, as a sentence.
     *
     * @return for example {@code 1 error, 2 warnings, 0 notes}; what is suppressed, known before or could not be judged is added if there
     *     is any
     */
    public String summary() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            parts.add(counted(findings(severity).size(), severity.name().toLowerCase(Locale.ROOT)));
        }
        if (!suppressed.isEmpty()) {
            parts.add(suppressed.size() + " suppressed");
        }
        if (!known.isEmpty()) {
            parts.add(known.size() + " known before");
        }
        if (!problems.isEmpty()) {
            parts.add(counted(problems.size(), "document") + " not judged");
        }
        return String.join(", ", parts);
    }

    /**
     * The report as plain values, for a larger document.
     *
     * @return {@code documents}, {@code findings}, {@code suppressed}, {@code known}, {@code problems} and {@code summary}; what
     *     {@link EcsJson#writePlain} takes
     */
    public Map<String, @Nullable Object> toPlain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("documents", documents);
        plain.put("findings", findings.stream().map(ValidationReport::plain).toList());
        plain.put(
                "suppressed",
                suppressed.stream().map(ValidationReport::plainSuppressed).toList());
        plain.put("known", known.stream().map(ValidationReport::plain).toList());
        plain.put("problems", problems.stream().map(ValidationReport::plain).toList());
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            summary.put(
                    severity.name().toLowerCase(Locale.ROOT) + "s",
                    findings(severity).size());
        }
        summary.put("suppressed", suppressed.size());
        summary.put("known", known.size());
        summary.put("problems", problems.size());
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

    /** One line for each finding and problem, and a summary. */
    @Override
    public String toString() {
        String unjudged = problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
        return toText(Diagnostic::toString) + unjudged + summary();
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static Map<String, @Nullable Object> plainSuppressed(SuppressedFinding one) {
        Map<String, @Nullable Object> finding = plain(one.finding());
        finding.put("suppressedBy", one.suppression().id());
        finding.put("reason", one.suppression().reason());
        if (one.suppression().expires() != null) {
            finding.put("expires", String.valueOf(one.suppression().expires()));
        }
        return finding;
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
