package io.stowage.ecs.validation.report;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.validation.Suppression;
import io.stowage.ecs.validation.ValidationReport;
import io.stowage.ecs.validation.ValidationReport.SuppressedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Test results in the XML that build servers read from JUnit. Each document is a suite. A finding that counts as a failure is a
 * failed test, a lighter one a test that passed and says something, a suppressed one a test that was skipped; a document that has
 * none of these is one test that passed, and one that could not be judged is a test with an error.
 */
final class JunitReport {
    private static final String OF_OBJECTS = "configuration";

    private final ValidationReport report;
    private final Severity failing;
    private final Map<String, Suite> suites = new TreeMap<>();

    JunitReport(ValidationReport report, Severity failing) {
        this.report = report;
        this.failing = failing;
    }

    /** The tests of one document. */
    private static final class Suite {
        private final List<String> tests = new ArrayList<>();
        private int failures;
        private int errors;
        private int skipped;
    }

    String write() {
        report.documents().forEach(this::suite);
        report.problems().forEach(problem -> {
            Suite suite = suite(problem);
            suite.errors++;
            suite.tests.add(test(problem, "error", problem.severity().name()));
        });
        report.findings().forEach(this::add);
        report.suppressed().forEach(this::add);
        if (suites.isEmpty()) {
            suite(OF_OBJECTS);
        }
        StringBuilder all = new StringBuilder();
        int tests = 0;
        int failures = 0;
        int errors = 0;
        int skipped = 0;
        for (Map.Entry<String, Suite> named : suites.entrySet()) {
            Suite suite = named.getValue();
            if (suite.tests.isEmpty()) {
                suite.tests.add("    <testcase" + attribute("classname", named.getKey())
                        + attribute("name", "no findings") + "/>\n");
            }
            tests += suite.tests.size();
            failures += suite.failures;
            errors += suite.errors;
            skipped += suite.skipped;
            all.append("  <testsuite")
                    .append(attribute("name", named.getKey()))
                    .append(counts(suite.tests.size(), suite.failures, suite.errors, suite.skipped))
                    .append(">\n");
            suite.tests.forEach(all::append);
            all.append("  </testsuite>\n");
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "stowage")
                + counts(tests, failures, errors, skipped) + ">\n" + all + "</testsuites>\n";
    }

    private void add(Diagnostic finding) {
        Suite suite = suite(finding);
        if (finding.severity().compareTo(failing) <= 0) {
            suite.failures++;
            suite.tests.add(test(finding, "failure", finding.severity().name()));
        } else {
            suite.tests.add(start(finding) + "      <system-out>" + escaped(report.render(finding))
                    + "</system-out>\n    </testcase>\n");
        }
    }

    private void add(SuppressedFinding one) {
        Suite suite = suite(one.finding());
        suite.skipped++;
        Suppression suppression = one.suppression();
        suite.tests.add(start(one.finding()) + "      <skipped" + attribute("message", suppression.reason())
                + "/>\n    </testcase>\n");
    }

    private String test(Diagnostic finding, String element, String type) {
        return start(finding) + "      <" + element + attribute("message", finding.message()) + attribute("type", type)
                + ">" + escaped(report.render(finding)) + "</" + element + ">\n    </testcase>\n";
    }

    private static String start(Diagnostic finding) {
        return "    <testcase" + attribute("classname", nameOf(finding))
                + attribute("name", (finding.id() + " " + finding.pointer()).strip()) + ">\n";
    }

    private Suite suite(Diagnostic finding) {
        return suite(nameOf(finding));
    }

    private Suite suite(String name) {
        return suites.computeIfAbsent(name.isEmpty() ? OF_OBJECTS : name, n -> new Suite());
    }

    private static String nameOf(Diagnostic finding) {
        String file = finding.location() == null ? "" : finding.location().file();
        return file.isEmpty() ? OF_OBJECTS : file;
    }

    private static String counts(int tests, int failures, int errors, int skipped) {
        return attribute("tests", tests)
                + attribute("failures", failures)
                + attribute("errors", errors)
                + attribute("skipped", skipped);
    }

    private static String attribute(String name, Object value) {
        return " " + name + "=\"" + escaped(String.valueOf(value)) + "\"";
    }

    /** What XML 1.0 cannot hold at all becomes the replacement character. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\r' -> escaped.append("&#13;");
                case '\t' -> escaped.append("&#9;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
