package io.stowage.ecs.validation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
    private static final String GOOD = """
            {
              "family": "web",
              "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",
              "cpu": "256",
              "memory": "512",
              "containerDefinitions": [{"name": "app", "image": "nginx"}]
            }
            """;

    private static final String BAD = GOOD.replace("\"512\"", "\"3072\"");

    private static final String NOTED = """
            {"family": "web", "containerDefinitions": [
              {"name": "a", "image": "nginx:1.27", "essential": true, "memory": 128, "memoryReservation": 128}]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void validate_goodFile_isFine() throws IOException {
        assertThat(run("validate", write("web.json", GOOD))).isEqualTo(Main.FINE);

        assertThat(out.toString()).isEqualToNormalizingNewlines("1 document, 0 errors, 0 warnings, 0 notes.\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void validate_badFile_showsTheLineAndACaret() throws IOException {
        String file = write("web.json", BAD);

        assertThat(run("validate", file)).isEqualTo(Main.FINDINGS);

        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        "ERROR " + file + ":5:13 size.fargate-memory-for-cpu /taskDefinition/memory:"
                                + " `memory` is 3072 MiB, but 256 CPU units on Fargate take 512, 1024 or 2048 MiB."
                                + " Hint: Choose such a memory, or a `cpu` that offers 3072 MiB: 512 or 1024.\n"
                                + "  \"memory\": \"3072\",\n"
                                + "            ^\n"
                                + "1 document, 1 error, 0 warnings, 0 notes.\n");
    }

    @Test
    void validate_jsonFormat_writesPlaceAndSummary() throws IOException {
        String file = write("web.json", BAD);

        assertThat(run("validate", "--format", "json", file)).isEqualTo(Main.FINDINGS);

        JsonNode report = new JsonMapper().readTree(out.toString());
        JsonNode finding = report.at("/findings/0");
        assertThat(finding.get("id").asString()).isEqualTo("size.fargate-memory-for-cpu");
        assertThat(finding.get("line").asInt()).isEqualTo(5);
        assertThat(finding.get("pointer").asString()).isEqualTo("/taskDefinition/memory");
        assertThat(report.at("/summary/errors").asInt()).isEqualTo(1);
        assertThat(report.at("/problems").size()).isZero();
    }

    @Test
    void validate_failOn_decidesWhatCounts() throws IOException {
        String file = write("noted.json", NOTED);

        assertThat(run("validate", file)).isEqualTo(Main.FINE);
        assertThat(run("validate", "--fail-on", "warning", file)).isEqualTo(Main.FINE);
        assertThat(run("validate", "--fail-on", "note", file)).isEqualTo(Main.FINDINGS);
    }

    @Test
    void validate_folder_takesTaskDefinitionsSortedAndSkipsOtherJson() throws IOException {
        Files.createDirectories(folder.resolve("tasks/deep"));
        write("tasks/b.json", BAD);
        write("tasks/deep/a.json", BAD);
        write("tasks/package.json", "{\"name\": \"web\", \"version\": \"1\"}");
        write("tasks/readme.txt", "no JSON");

        assertThat(run("validate", folder.resolve("tasks").toString())).isEqualTo(Main.FINDINGS);

        assertThat(out.toString()).contains("2 documents, 2 errors");
        assertThat(out.toString().indexOf("b.json")).isLessThan(out.toString().indexOf("a.json"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void validate_ruleSets_areAccepted() throws IOException {
        assertThat(run("validate", "--rules", "core,practice,security", write("web.json", GOOD)))
                .isEqualTo(Main.FINE);
    }

    @Test
    void validate_everyFormat_goesWhereItShould() throws IOException {
        String file = write("web.json", BAD);

        assertThat(run("validate", "--format", "sarif", file)).isEqualTo(Main.FINDINGS);
        assertThat(new JsonMapper().readTree(out.toString()).at("/version").asString())
                .isEqualTo("2.1.0");
        out.getBuffer().setLength(0);
        assertThat(run("validate", "--format", "github", file)).isEqualTo(Main.FINDINGS);
        assertThat(out.toString()).startsWith("::error file=").contains(",line=5,col=13,title=size.");
        out.getBuffer().setLength(0);
        String junit = folder.resolve("junit.xml").toString();
        assertThat(run("validate", "--format", "JUNIT", "--output", junit, file))
                .isEqualTo(Main.FINDINGS);
        assertThat(out.toString()).isEmpty();
        assertThat(Path.of(junit)).content().contains("<failure message=").contains("failures=\"1\"");
        assertUnusable("validate", "--output", folder.resolve("no/such/place").toString(), file);
        assertThat(err.toString()).contains("cannot be written");
    }

    @Test
    void validate_pattern_meansTheFilesOfThatForm() throws IOException {
        Files.createDirectories(folder.resolve("a/deep"));
        write("a/web.json", BAD);
        write("a/deep/web.json", BAD);
        write("a/deep/api.json", BAD);

        assertThat(run("validate", folder + "/**/w?b.json")).isEqualTo(Main.FINDINGS);
        assertThat(out.toString()).contains("2 documents, 2 errors");
        assertUnusable("validate", folder + "/*.json");
        assertThat(err.toString()).contains("no file has a name of this form");
    }

    @Test
    void validate_suppressions_takeFindingsOutUntilTheyEnd() throws IOException {
        String file = write("web.json", BAD);
        String decisions = write("decisions.yaml", """
                - rule: size.fargate-memory-for-cpu
                  file: "**/web.json"
                  reason: moves in spring
                  expires: 2027-03-31
                """);

        assertThat(run("validate", "--suppressions", decisions, "--date", "2027-03-31", file))
                .isEqualTo(Main.FINE);
        assertThat(out.toString()).contains("0 errors, 0 warnings, 0 notes, 1 suppressed.");
        assertThat(run("validate", "--suppressions", decisions, "--date", "2027-04-01", file))
                .isEqualTo(Main.FINDINGS);
        assertThat(out.toString()).contains("suppression.expired");

        assertUnusable("validate", "--suppressions", write("bad.yaml", "- rule: size.*\n"), file);
        assertThat(err.toString()).contains("bad.yaml:1:3: a suppression has a `rule` and a `reason`");
        assertUnusable("validate", "--suppressions", write("typo.yaml", "- {rule: sise.x, reason: r}\n"), file);
        assertThat(err.toString()).contains("no rule is called sise.x");
        assertUnusable("validate", "--suppressions", folder.resolve("none.yaml").toString(), file);
    }

    @Test
    void validate_baseline_letsOnlyNewFindingsCount() throws IOException {
        String file = write("web.json", BAD);
        String before = folder.resolve("baseline.json").toString();

        assertThat(run("validate", "--write-baseline", before, file)).isEqualTo(Main.FINE);
        assertThat(run("validate", "--baseline", before, file)).isEqualTo(Main.FINE);
        assertThat(out.toString()).endsWith("0 errors, 0 warnings, 0 notes, 1 known before." + "\n");
        assertThat(run("validate", "--baseline", before, write("new.json", BAD)))
                .isEqualTo(Main.FINDINGS);
        assertUnusable("validate", "--baseline", file, file);
        assertThat(err.toString()).contains("this is no baseline");
    }

    @Test
    void validate_missingFile_saysSo() {
        assertUnusable("validate", folder.resolve("none.json").toString());
        assertThat(err.toString()).contains("none.json:1:1 input.unreadable: there is no such file");
    }

    @Test
    void validate_brokenJson_showsWhere() throws IOException {
        assertUnusable("validate", write("web.json", "{\"family\": \"web\",\n  \"cpu\": }"));
        assertThat(err.toString()).contains("web.json:2:").contains("^");
    }

    @Test
    void validate_folderWithBrokenJson_judgesTheOtherFilesAndIsUnusable() throws IOException {
        write("a.json", "{");
        write("b.json", BAD);

        assertUnusable("validate", folder.toString());
        assertThat(out.toString()).contains("size.fargate-memory-for-cpu");
    }

    @Test
    void validate_folderWithoutJson_saysSo() {
        assertUnusable("validate", folder.toString());
        assertThat(err.toString()).contains("there is no .json, .yaml or .yml file in this folder");
    }

    @Test
    void validate_yaml_isReadLikeJson() throws IOException {
        write("list.yaml", "- name: app\n  image: nginx\n");
        write(
                "web.yml",
                "family: web\nrequiresCompatibilities: [FARGATE]\nnetworkMode: awsvpc\ncpu: 256\ncontainerDefinitions:\n- name: app\n");
        write("compose.yaml", "services:\n  web:\n    image: nginx\n");

        assertThat(run("validate", folder.toString())).isEqualTo(Main.FINDINGS);

        assertThat(out.toString()).contains("size.fargate-memory-missing").contains("2 documents, ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void validate_folderWithOtherJsonOnly_isNotTakenForClean() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        write("others/package.json", "{\"name\": \"web\"}");
        write("web.json", GOOD);

        assertUnusable("validate", others.toString(), folder.toString());
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("ERROR " + others
                        + ":1:1 input.nothing-found: no file of these holds a task definition, a service, a"
                        + " template or anything else that is known\n");
        assertThat(out.toString()).contains("1 document, 0 errors");
    }

    @Test
    void validate_namedFileOfAnotherKind_saysWhatWasExpected() throws IOException {
        assertUnusable("validate", write("package.json", "{\"name\": \"web\"}"));
        assertThat(err.toString()).contains("input.unknown-kind", "found an object with `name`");
    }

    @Test
    void validate_wrongType_isAFinding() throws IOException {
        assertThat(run("validate", write("web.json", GOOD.replace("[\"FARGATE\"]", "true"))))
                .isEqualTo(Main.FINDINGS);
        assertThat(out.toString()).contains("json.wrong-type");
    }

    @Test
    void validate_hostileFiles_neverShowAStackTrace() throws IOException {
        String[] texts = {
            "",
            "\u0000\u0001\u0002",
            "null",
            "42",
            "[]",
            "[[[[]]]]",
            "{}",
            "[".repeat(200_000),
            "{\"family\": {\"family\": 1}, \"containerDefinitions\": {\"a\": [null]}}",
            "{\"containerDefinitions\": [null, 1, \"a\", [], {\"cpu\": 99999999999999999999999999, \"name\": \"\\u0000\\n\"}]}",
            "{\"cpu\": \"1\", \"cpu\": \"2\", \"family\": \"a\", \"memory\": \"" + "9".repeat(100_000) + "\"}",
            "{\"family\": \"a\", \"cpu\": \"\\u001b[31m\\u202e\", \"requiresCompatibilities\": [\"FARGATE\"]}"
        };
        for (int i = 0; i < texts.length; i++) {
            int code = run("validate", write("hostile" + i + ".json", texts[i]));

            assertThat(code)
                    .as(texts[i].substring(0, Math.min(50, texts[i].length())))
                    .isBetween(0, 2);
        }
        assertThat(out.toString() + err)
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("fault of the program");
        assertThat(out.toString()).doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void validate_binaryFile_isUnusable() throws IOException {
        Path file = folder.resolve("binary.json");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, (byte) 0x80, 1});

        assertUnusable("validate", file.toString());
    }

    @Test
    void call_wrongUsage_givesOneClearMessage() {
        for (String[] args : new String[][] {
            {},
            {"validate"},
            {"nothing"},
            {"validate", "--format", "xml", "a.json"},
            {"validate", "--rules", "all", "a.json"},
            {"validate", "--fail-on", "never", "a.json"},
            {"validate", "--unknown", "a.json"}
        }) {
            err.getBuffer().setLength(0);
            assertUnusable(args);
            assertThat(err.toString().lines()).as(String.join(" ", args)).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void validate_help_isFine() {
        assertThat(run("validate", "--help")).isEqualTo(Main.FINE);
        assertThat(out.toString()).contains("--fail-on").contains("Exit code");
    }

    @Test
    void call_version_namesTheLibrary() {
        for (String[] args : new String[][] {{"--version"}, {"validate", "-V"}, {"rules", "-V"}}) {
            out.getBuffer().setLength(0);
            assertThat(run(args)).isEqualTo(Main.FINE);
            assertThat(out.toString()).startsWith("Stowage ");
        }
    }

    @Test
    void rules_bothFormats_listTheCatalogue() {
        assertThat(run("rules")).isEqualTo(Main.FINE);
        assertThat(out.toString()).contains("size.fargate-cpu-value");

        out.getBuffer().setLength(0);
        assertThat(run("rules", "--format=json")).isEqualTo(Main.FINE);
        assertThat(new JsonMapper().readTree(out.toString()).get(0).get("id").asString())
                .isEqualTo("family.required");
    }

    @Test
    void rules_filtersAndExplanation_chooseRules() {
        assertThat(run("rules", "--section", "size", "--severity", "note")).isEqualTo(Main.FINE);
        assertThat(out.toString()).contains("size.reservation-equals-memory").doesNotContain("ERROR");
        out.getBuffer().setLength(0);
        assertThat(run("rules", "--explain", "size.fargate-memory-for-cpu")).isEqualTo(Main.FINE);
        assertThat(out.toString())
                .startsWith("size.fargate-memory-for-cpu\n  ERROR, set core, section ")
                .contains("where:   /taskDefinition/memory", "fix: ", "source: ");
        assertUnusable("rules", "--explain", "size.memory-for-cpu");
        assertThat(err.toString())
                .contains("No rule is called size.memory-for-cpu. There are size.fargate-memory-for-cpu.");
        assertUnusable("rules", "--section", "nothing of the kind");
    }

    @Test
    void diff_revisions_showsWhatChangesAndWhatItDoes() throws IOException {
        String before = write("before.json", GOOD);
        String after = write("after.json", GOOD.replace("\"512\"", "\"1024\""));

        assertThat(run("diff", before, before)).isEqualTo(Main.FINE);
        assertThat(out.toString()).isEqualTo("No change: both mean the same.\n");
        out.getBuffer().setLength(0);
        assertThat(run("diff", before, after)).isEqualTo(Main.FINE);
        assertThat(out.toString()).startsWith("/taskDefinition/memory: 512 -> 1024 [restart, placement, cost] ");
        assertThat(run("diff", "--fail-on", "cost,security", before, after)).isEqualTo(Main.FINDINGS);
        out.getBuffer().setLength(0);
        assertThat(run("diff", "--format", "json", before, after)).isEqualTo(Main.FINE);
        assertThat(new JsonMapper()
                        .readTree(out.toString())
                        .at("/changes/0/after")
                        .asInt())
                .isEqualTo(1024);
        assertUnusable("diff", before, write("service.json", "{\"serviceName\": \"s\", \"desiredCount\": 1}"));
        assertThat(err.toString()).contains("only the earlier configuration has a task definition");
        assertUnusable("diff", before, folder.resolve("none.json").toString());
        assertUnusable("diff", "--cluster", folder.resolve("none.json").toString(), before, after);
        assertUnusable("diff", before);
    }

    private void assertUnusable(String... args) {
        assertThat(run(args)).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ").doesNotContain("Exception");
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file.toString();
    }
}
