package io.stowage.ecs.validation.report;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.validation.ValidationReport;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workflow commands: {@code ::error file=web.json,line=5,col=13,title=size.fargate-memory-for-cpu::message}. */
final class GithubReport {
    private GithubReport() {}

    static String write(ValidationReport report) {
        return Stream.concat(report.problems().stream(), report.findings().stream())
                .map(finding -> command(finding) + "\n")
                .collect(Collectors.joining());
    }

    private static String command(Diagnostic finding) {
        StringBuilder command = new StringBuilder("::");
        command.append(
                switch (finding.severity()) {
                    case ERROR, WARNING -> finding.severity().name().toLowerCase(Locale.ROOT);
                    case NOTE -> "notice";
                });
        SourceLocation location = finding.location();
        command.append(' ');
        if (location != null && !location.file().isEmpty()) {
            command.append("file=").append(property(location.file().replace('\\', '/')));
            command.append(",line=").append(location.line());
            command.append(",col=").append(location.column()).append(',');
        }
        command.append("title=").append(property(finding.id())).append("::");
        String where = finding.pointer().isEmpty() ? "" : finding.pointer() + ": ";
        String hint = finding.hint() == null ? "" : " " + finding.hint();
        return command.append(data(where + finding.message() + hint)).toString();
    }

    /** Line ends would end the command, and a percent sign begins an escape. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
