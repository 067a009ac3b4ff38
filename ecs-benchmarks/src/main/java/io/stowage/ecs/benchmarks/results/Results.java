package io.stowage.ecs.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes what a run came to.
 *
 * @param title what was measured
 * @param mode how, in words
 * @param figures every figure
 * @param lines every target
 * @param data what the work was drawn from, and a hash of each
 * @param published whether the published figures of whole schedulers are shown beside
 */
public record Results(
        String title, String mode, Figures figures, List<Line> lines, Map<String, String> data, boolean published) {
    /**
     * Writes the table for people.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void writeTable(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table());
    }

    /** The table in Markdown. */
    public String table() {
        StringBuilder text = new StringBuilder("# " + title + "\n\n");
        long missed = count(Verdict.MISSED);
        text.append(count(Verdict.PASS)).append(" targets met, ").append(missed).append(" missed, ");
        long left = count(Verdict.NOT_IN_QUICK_RUN);
        text.append(count(Verdict.NOT_MEASURED)).append(" not measured");
        text.append(left == 0 ? ". " : ", " + left + " not measured in a quick run. ")
                .append(mode)
                .append(".\n\n");
        Machine.describe()
                .forEach((name, fact) ->
                        text.append("- ").append(name).append(": ").append(fact).append('\n'));
        text.append("\n| | work | library | compared with | result | target | verdict |\n");
        text.append("|---|---|---:|---:|---:|---:|---|\n");
        for (Line line : lines) {
            text.append("| ").append(line.row()).append(" | ").append(line.work());
            text.append(" | ").append(line.library()).append(" | ").append(line.other());
            text.append(" | ")
                    .append(Sheet.number(line.value()))
                    .append(line.other().isEmpty() ? "" : "×");
            text.append(" | ").append(line.target()).append(" | ").append(line.verdict());
            text.append(line.remark().isEmpty() ? "" : ": " + line.remark()).append(" |\n");
        }
        if (published) {
            text.append('\n').append(Published.text());
        }
        return text.toString();
    }

    /**
     * Writes everything for programs.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void writeJson(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), file.toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("title", title);
            json.writeStringProperty("mode", mode);
            json.writeName("machine");
            json.writeStartObject();
            Machine.describe().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeName("data");
            json.writeStartObject();
            data.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeName("figures");
            json.writeStartArray();
            for (Map.Entry<String, Figure> entry : figures.all().entrySet()) {
                Figure figure = entry.getValue();
                json.writeStartObject();
                json.writeStringProperty("name", entry.getKey());
                json.writeNumberProperty("value", figure.value());
                json.writeStringProperty("unit", figure.unit());
                json.writeNumberProperty("spread", figure.spread());
                if (!Double.isNaN(figure.bytes())) {
                    json.writeNumberProperty("bytes", figure.bytes());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("targets");
            json.writeStartArray();
            for (Line line : lines) {
                json.writeStartObject();
                json.writeStringProperty("row", line.row());
                json.writeStringProperty("work", line.work());
                if (!Double.isNaN(line.value())) {
                    json.writeNumberProperty("value", line.value());
                }
                json.writeStringProperty("target", line.target());
                json.writeStringProperty("verdict", line.verdict().name());
                json.writeStringProperty("remark", line.remark());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private long count(Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }
}
