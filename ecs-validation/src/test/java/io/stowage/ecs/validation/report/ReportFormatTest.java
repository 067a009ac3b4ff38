package io.stowage.ecs.validation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.Baseline;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.ValidationReport;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFormatTest {
    /** One error (memory), one note (reservation), in a file whose name needs every kind of escape. */
    private static final String TEXT = """
            {
              "family": "web",
              "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",
              "cpu": "256",
              "memory": "3072",
              "containerDefinitions": [
                {"name": "a", "image": "nginx:1.27", "essential": true, "memory": 128, "memoryReservation": 128}
              ]
            }
            """;

    private static final SourceText SOURCE = SourceText.of("a b/w:b,<1>&%.json", TEXT);

    private final JsonMapper mapper = new JsonMapper();

    @Test
    void text_finding_showsLineCaretAndCount() {
        String text = ReportFormat.TEXT.write(report(EcsValidator.builder().build()));

        assertThat(text)
                .contains("a b/w:b,<1>&%.json:5:13 size.fargate-memory-for-cpu /taskDefinition/memory:")
                .contains("\n  \"memory\": \"3072\",\n            ^\n")
                .endsWith("\n1 document, 1 error, 0 warnings, 1 note.\n");
    }

    @Test
    void json_report_isItsPlainForm() {
        ValidationReport report = report(EcsValidator.builder().build());

        JsonNode json = mapper.readTree(ReportFormat.JSON.write(report));

        assertThat(json.at("/findings/0/id").asString()).isEqualTo("size.fargate-memory-for-cpu");
        assertThat(json.at("/findings/0/line").asInt()).isEqualTo(5);
        assertThat(json.at("/documents/0").asString()).isEqualTo(SOURCE.name());
        assertThat(json.at("/summary/errors").asInt()).isEqualTo(1);
        assertThat(json.at("/summary/notes").asInt()).isEqualTo(1);
    }

    @Test
    void sarif_anyReport_isValidAgainstThePublishedSchema() throws IOException {
        EcsValidator standard = EcsValidator.standard();
        List<ValidationReport> reports = List.of(
                report(standard),
                report(EcsValidator.builder()
                        .suppress("size.*", "known \"and\" decided\n\u0001")
                        .build()),
                report(EcsValidator.builder()
                        .baseline(Baseline.of(report(standard)))
                        .build()),
                standard.validate(EcsConfiguration.builder().build()),
                standard.validate(EcsConfiguration.of(TaskDefinition.builder()
                        .containerDefinitions(
                                List.of(ContainerDefinition.builder().cpu(-1).build()))
                        .build())),
                standard.validate(EcsJson.readTaskDefinition(
                        SourceText.of("", "{\"family\": 1, \"nonsense\": {}}"), ReadOptions.standard())));

        Schema schema = schema();
        for (ValidationReport report : reports) {
            String sarif = ReportFormat.SARIF.write(report);
            List<Error> faults = schema.validate(mapper.readTree(sarif));
            assertThat(faults).as(sarif).isEmpty();
        }
        // The schema is really asked: a log without its version is none.
        assertThat(schema.validate(mapper.readTree("{\"runs\": []}"))).isNotEmpty();
    }

    @Test
    void sarif_findings_haveRuleLevelAndPlace() {
        JsonNode run = mapper.readTree(
                        ReportFormat.SARIF.write(report(EcsValidator.builder().build())))
                .at("/runs/0");

        JsonNode result = run.at("/results/0");
        assertThat(result.at("/level").asString()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("a%20b/w%3Ab%2C%3C1%3E%26%25.json");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(5);
        assertThat(result.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(13);
        assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asString())
                .isEqualTo("/taskDefinition/memory");
        JsonNode rule = run.at("/tool/driver/rules").get(result.at("/ruleIndex").asInt());
        assertThat(rule.at("/id").asString()).isEqualTo("size.fargate-memory-for-cpu");
        assertThat(rule.at("/defaultConfiguration/level").asString()).isEqualTo("error");
        assertThat(rule.at("/shortDescription/text").asString()).isNotBlank();
        assertThat(rule.at("/help/text").asString()).contains("Source: ");
        assertThat(rule.at("/properties/source").asString()).isNotBlank();
        assertThat(run.at("/tool/driver/rules").size())
                .isEqualTo(EcsValidator.standard().rules().size());
    }

    @Test
    void sarif_suppressedAndKnown_areInItAndMarked() {
        JsonNode known = mapper.readTree(ReportFormat.SARIF.write(report(EcsValidator.builder()
                .baseline(Baseline.of(report(EcsValidator.standard())))
                .suppress("size.fargate-memory-for-cpu", "decided")
                .build())));
        assertThat(StreamSupport.stream(known.at("/runs/0/results").spliterator(), false))
                .extracting(
                        result -> result.at("/baselineState").asString("none"),
                        result -> result.at("/suppressions/0/justification").asString("none"))
                .containsExactlyInAnyOrder(tuple("unchanged", "none"), tuple("none", "decided"));
    }

    @Test
    void sarif_paths_becomeReferences() {
        assertThat(SarifReport.uri("C:\\ecs\\web ä.json")).isEqualTo("file:///C:/ecs/web%20%C3%A4.json");
        assertThat(SarifReport.uri("/ecs/web.json")).isEqualTo("file:///ecs/web.json");
        assertThat(SarifReport.uri("../web.json")).isEqualTo("../web.json");
    }

    @Test
    void junit_report_isXmlWithASuiteForEachDocument() throws Exception {
        ValidationReport report = report(EcsValidator.builder()
                .suppress("size.fargate-memory-for-cpu", "\"why\" <not>\u0001")
                .build());
        Element all = xml(ReportFormat.JUNIT.write(report));
        assertThat(all.getAttribute("skipped")).isEqualTo("1");
        assertThat(all.getAttribute("tests")).isEqualTo("2");
        assertThat(all.getAttribute("failures")).isEqualTo("0");
        assertThat(((Element) all.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("\"why\" <not>\uFFFD");

        Element failed = xml(ReportFormat.JUNIT.write(report(EcsValidator.standard()), Severity.NOTE));
        assertThat(failed.getAttribute("failures")).isEqualTo("2");
        Element suite = (Element) failed.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo(SOURCE.name());
        Element failure = (Element) failed.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("ERROR");
        assertThat(failure.getTextContent()).contains("\n  \"memory\": \"3072\",\n");
    }

    @Test
    void junit_nothingFound_isOneTestThatPassed() throws Exception {
        Element all = xml(ReportFormat.JUNIT.write(
                EcsValidator.standard().validate(EcsConfiguration.builder().build())));

        assertThat(all.getAttribute("tests")).isEqualTo("1");
        assertThat(all.getAttribute("failures")).isEqualTo("0");
    }

    @Test
    void github_findings_areCommandsOnOneLineEach() {
        String commands = ReportFormat.GITHUB.write(report(EcsValidator.standard()));

        assertThat(commands.lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("::error file=a b/w%3Ab%2C<1>&%25.json,line=5,col=13,title=size.fargate-memory-for-cpu"
                        + "::/taskDefinition/memory: `memory` is 3072 MiB");
        assertThat(commands.lines().toList().get(1)).startsWith("::notice file=");
    }

    @Test
    void write_equalReports_areEqualTexts() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.write(report(EcsValidator.standard())))
                    .isEqualTo(format.write(report(EcsValidator.standard())));
        }
    }

    private static ValidationReport report(EcsValidator validator) {
        return validator.validate(EcsJson.readTaskDefinition(SOURCE, ReadOptions.standard()));
    }

    private static Schema schema() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReportFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in);
        }
    }

    private static Element xml(String text) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement();
    }
}
