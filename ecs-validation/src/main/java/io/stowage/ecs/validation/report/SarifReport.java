package io.stowage.ecs.validation.report;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.validation.Suppression;
import io.stowage.ecs.validation.ValidationReport;
import io.stowage.ecs.validation.spi.RuleInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One SARIF log with one run. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final ValidationReport report;
    private final List<Map<String, @Nullable Object>> rules = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    SarifReport(ValidationReport report) {
        this.report = report;
    }

    String write() {
        report.rules().forEach(rule -> describe(rule.id(), describe(rule)));
        boolean compared = !report.known().isEmpty();
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        for (Diagnostic finding : report.findings()) {
            Map<String, @Nullable Object> result = result(finding);
            if (compared) {
                result.put("baselineState", "new");
            }
            results.add(result);
        }
        for (Diagnostic finding : report.known()) {
            Map<String, @Nullable Object> result = result(finding);
            result.put("baselineState", "unchanged");
            results.add(result);
        }
        report.suppressed().forEach(one -> {
            Map<String, @Nullable Object> result = result(one.finding());
            result.put("suppressions", List.of(suppression(one.suppression())));
            results.add(result);
        });
        List<Map<String, @Nullable Object>> notifications = report.problems().stream()
                .map(problem -> {
                    Map<String, @Nullable Object> notification = new LinkedHashMap<>();
                    notification.put("descriptor", object("id", problem.id()));
                    notification.put("level", level(problem.severity()));
                    notification.put("message", text(problem));
                    notification.put("locations", List.of(location(problem)));
                    return notification;
                })
                .toList();

        Map<String, @Nullable Object> driver = object("name", "Stowage");
        String version = SarifReport.class.getPackage().getImplementationVersion();
        if (version != null) {
            driver.put("version", version);
        }
        driver.put("rules", rules);
        Map<String, @Nullable Object> invocation =
                object("executionSuccessful", report.problems().isEmpty());
        invocation.put("toolExecutionNotifications", notifications);
        Map<String, @Nullable Object> run = object("tool", object("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("invocations", List.of(invocation));
        run.put(
                "artifacts",
                report.documents().stream()
                        .filter(name -> !name.isEmpty())
                        .map(name -> object("location", object("uri", uri(name))))
                        .toList());
        run.put("results", results);
        Map<String, @Nullable Object> log = object("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return EcsJson.writePlain(log);
    }

    private static Map<String, @Nullable Object> describe(RuleInfo rule) {
        Map<String, @Nullable Object> card = object("id", rule.id());
        card.put("shortDescription", object("text", rule.summary()));
        card.put("fullDescription", object("text", rule.summary() + " Where: " + rule.where()));
        Map<String, @Nullable Object> help = object("text", rule.fix() + " Source: " + rule.source());
        help.put("markdown", rule.fix() + "\n\nWhere: `" + rule.where() + "`\n\nSource: " + rule.source());
        card.put("help", help);
        card.put("defaultConfiguration", object("level", level(rule.severity())));
        Map<String, @Nullable Object> properties =
                object("tags", List.of("ecs", rule.set().label()));
        properties.put("ruleSet", rule.set().label());
        properties.put("source", rule.source());
        card.put("properties", properties);
        return card;
    }

    private int describe(String id, Map<String, @Nullable Object> card) {
        return indexes.computeIfAbsent(id, name -> {
            rules.add(card);
            return rules.size() - 1;
        });
    }

    private Map<String, @Nullable Object> result(Diagnostic finding) {
        // What was found in reading has no rule, and so no card but its name.
        int index = describe(finding.id(), object("id", finding.id()));
        Map<String, @Nullable Object> result = object("ruleId", finding.id());
        result.put("ruleIndex", index);
        result.put("level", level(finding.severity()));
        result.put("message", text(finding));
        result.put("locations", List.of(location(finding)));
        result.put("partialFingerprints", object("ruleAndPointer/v1", finding.id() + " " + finding.pointer()));
        return result;
    }

    private static Map<String, @Nullable Object> suppression(Suppression suppression) {
        Map<String, @Nullable Object> plain = object("kind", "external");
        plain.put("status", "accepted");
        plain.put("justification", suppression.reason());
        return plain;
    }

    private static Map<String, @Nullable Object> location(Diagnostic finding) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        SourceLocation location = finding.location();
        if (location != null && !location.file().isEmpty()) {
            Map<String, @Nullable Object> region = object("startLine", location.line());
            region.put("startColumn", location.column());
            Map<String, @Nullable Object> physical = object("artifactLocation", object("uri", uri(location.file())));
            physical.put("region", region);
            plain.put("physicalLocation", physical);
        }
        if (!finding.pointer().isEmpty()) {
            Map<String, @Nullable Object> logical = object("fullyQualifiedName", finding.pointer());
            logical.put("kind", "member");
            plain.put("logicalLocations", List.of(logical));
        }
        return plain;
    }

    private static Map<String, @Nullable Object> text(Diagnostic finding) {
        return object("text", finding.hint() == null ? finding.message() : finding.message() + " " + finding.hint());
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> object(String name, Object value) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put(name, value);
        return plain;
    }

    /** A path as a relative reference, or as a file URI if it is absolute. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        String slashes = path.replace('\\', '/');
        boolean drive = slashes.matches("[A-Za-z]:/.*");
        if (slashes.startsWith("/") || drive) {
            uri.append(drive ? "file:///" : "file://");
        }
        for (byte b : slashes.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            if (plain || drive && c == ':') {
                uri.append(c);
            } else {
                uri.append(String.format("%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
