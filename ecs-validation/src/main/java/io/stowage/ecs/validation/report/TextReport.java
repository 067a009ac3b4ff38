package io.stowage.ecs.validation.report;

import io.stowage.ecs.validation.ValidationReport;

/** For people at a terminal. */
final class TextReport {
    private TextReport() {}

    static String write(ValidationReport report) {
        StringBuilder text = new StringBuilder(report.toText(report::render));
        int documents = report.documents().size();
        if (documents > 0) {
            text.append(documents).append(documents == 1 ? " document, " : " documents, ");
        }
        return text.append(report.summary()).append(".\n").toString();
    }
}
