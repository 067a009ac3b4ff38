package io.stowage.ecs.validation.report;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.validation.ValidationReport;
import java.util.Locale;
import java.util.Objects;

/**
 * The forms in which a {@link ValidationReport} is written. Equal reports give equal texts: none of the forms holds a time or the
 * name of a machine.
 *
 * <pre>{@code
 * Files.writeString(Path.of("findings.sarif"), ReportFormat.SARIF.write(report));
 * }</pre>
 */
public enum ReportFormat {
    /** For people: each finding with its line and a caret under the place, then a count. */
    TEXT {
        @Override
        public String write(ValidationReport report, Severity failing) {
            return TextReport.write(report);
        }
    },

    /** All there is to know as plain JSON, see {@link ValidationReport#toPlain()}. */
    JSON {
        @Override
        public String write(ValidationReport report, Severity failing) {
            return report.toJson();
        }
    },

    /**
     * The <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">Static Analysis Results Interchange Format</a>,
     * version 2.1.0, for code scanning and editors. It holds the cards of all rules that were asked; what is suppressed or was known
     * before is in it and marked so.
     */
    SARIF {
        @Override
        public String write(ValidationReport report, Severity failing) {
            return new SarifReport(report).write();
        }
    },

    /** Test results as JUnit writes them, for build servers: a suite for each document, a failed test for each grave finding. */
    JUNIT {
        @Override
        public String write(ValidationReport report, Severity failing) {
            return new JunitReport(report, failing).write();
        }
    },

    /** Commands of GitHub workflows, which show each finding at its line in a pull request. */
    GITHUB {
        @Override
        public String write(ValidationReport report, Severity failing) {
            return GithubReport.write(report);
        }
    };

    /**
     * Writes a report in which errors are what fails.
     *
     * @param report the report
     * @return text that ends with a line end, or is empty
     */
    public String write(ValidationReport report) {
        return write(Objects.requireNonNull(report, "report"), Severity.ERROR);
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param failing the lightest severity that counts as a failure, for forms that know failed and passed
     * @return text that ends with a line end, or is empty
     */
    public abstract String write(ValidationReport report, Severity failing);

    /**
     * The name on command lines.
     *
     * @return lower case, for example {@code sarif}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
