package io.stowage.ecs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.validation.cli.Main;
import io.stowage.ecs.validation.reader.EcsDocuments;
import io.stowage.ecs.validation.report.ReportFormat;
import io.stowage.ecs.validation.spi.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README shows of validation is what happens. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    private static final String JAR = "java -jar ecs-validation/target/ecs-validation-0.1.0-SNAPSHOT-cli.jar ";

    @Test
    void program_ofTheReadme_runs() throws IOException {
        Path folder = Path.of("examples");
        // begin
        EcsDocuments documents =
                EcsDocuments.reader().add(folder, List.of("template.yaml")).read();
        ValidationReport report = EcsValidator.builder()
                .include(RuleSet.SECURITY)
                .suppress("size.*", "the sizes move in spring")
                .build()
                .validate(documents);

        report.findings().forEach(finding -> System.out.println(report.render(finding)));
        String sarif = ReportFormat.SARIF.write(report);
        // end
        assertThat(report.suppressed()).isNotEmpty();
        assertThat(sarif).contains("the sizes move in spring");
        String shown = block("java", "EcsDocuments documents").replaceAll("(?m)^// .*$", "");
        assertThat(code(ownSource())).isEqualTo(code(shown));
    }

    @Test
    void validate_examples_printWhatTheReadmeShows() throws IOException {
        String printed = run(block("sh", "./mvnw -q -Dmaven.test.skip=true package -pl ecs-validation"), 1);

        assertThat(printed).startsWith(block("", "ERROR ecs-validation/examples/task-definition.json"));
        assertThat(printed).contains("template.yaml:18:5 cross.execution-role-trust /Resources/Role");
    }

    @Test
    void diff_examples_printWhatTheReadmeShows() throws IOException {
        assertThat(run(block("sh", JAR + "diff"), 0))
                .isEqualTo(block("", "/taskDefinition/containerDefinitions/app/image"));
    }

    /** Every option that the README names is one that the commands have. */
    @Test
    void options_ofTheReadme_exist() throws IOException {
        String readme = Files.readString(README);
        String section =
                readme.substring(readme.indexOf("## Validate before you deploy"), readme.indexOf("## Modules"));
        StringWriter help = new StringWriter();
        for (String command : List.of("validate", "rules", "diff")) {
            Main.run(new PrintWriter(help), new PrintWriter(help), command, "--help");
        }
        Matcher option = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*").matcher(section);
        List<String> named = new ArrayList<>();
        while (option.find()) {
            named.add(option.group());
        }
        assertThat(named)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(help.toString()).contains(name));
    }

    /** The difference that adds a rule, as CONTRIBUTING shows it, is one that was made, and its cases do what they say. */
    @Test
    void ruleOfContributing_isAsItStandsThere() throws IOException {
        String contributing = Files.readString(Path.of("..", "CONTRIBUTING.md"));
        int start = contributing.indexOf("```diff\n") + 8;
        String shown = contributing.substring(start, contributing.indexOf("\n```\n", start) + 1);
        StringBuilder cases = new StringBuilder();
        String file = "";
        for (String line : shown.split("\n", -1)) {
            if (line.startsWith(" # ")) {
                file = line.substring(3);
            } else if (file.endsWith(".json")) {
                cases.append(line.isEmpty() ? "" : line.substring(1)).append('\n');
            } else if (line.startsWith("+")) {
                assertThat(Files.readString(Path.of("..", file))).contains(line.substring(1) + "\n");
            }
        }
        JsonNode all = new JsonMapper().readTree("[" + cases + "]");
        assertThat(all).hasSize(2).allSatisfy(one -> {
            String text = one.at("/input/taskDefinition").toString();
            ValidationReport report = EcsValidator.standard()
                    .validate(EcsJson.readTaskDefinition(SourceText.of("case.json", text), ReadOptions.standard()));
            assertThat(report.findings().stream()
                            .map(finding -> finding.id() + " " + finding.pointer())
                            .toList())
                    .isEqualTo(StreamSupport.stream(one.get("expected").spliterator(), false)
                            .map(finding -> finding.get("rule").asString() + " "
                                    + finding.get("pointer").asString())
                            .toList());
        });
    }

    /** Runs the last command of a block; the README runs it one folder up. */
    private static String run(String block, int expected) {
        String command = block.substring(block.indexOf(JAR) + JAR.length())
                .replace("\\\n", " ")
                .strip();
        String[] args = Arrays.stream(command.split("\\s+"))
                .map(arg -> arg.contains("/") ? Path.of("..").resolve(arg).toString() : arg)
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), args))
                .as(err.toString())
                .isEqualTo(expected);
        return out.toString().replace(Path.of("..").resolve("x").toString().replace("x", ""), "");
    }

    private static String block(String language, String start) throws IOException {
        Matcher block = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$").matcher(Files.readString(README));
        List<String> found = new ArrayList<>();
        while (block.find()) {
            if (block.group(1).equals(language) && block.group(2).startsWith(start)) {
                found.add(block.group(2));
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String ownSource() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/stowage/ecs/validation/ReadmeTest.java"));
        return source.substring(source.indexOf("// begin\n") + 9, source.indexOf("// end\n"));
    }

    /** The formatter may break lines anew; what counts is the code. */
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
