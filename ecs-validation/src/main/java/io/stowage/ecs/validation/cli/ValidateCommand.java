package io.stowage.ecs.validation.cli;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsDocumentException;
import io.stowage.ecs.validation.Baseline;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.Suppressions;
import io.stowage.ecs.validation.ValidationReport;
import io.stowage.ecs.validation.reader.EcsDocumentReader;
import io.stowage.ecs.validation.reader.EcsDocuments;
import io.stowage.ecs.validation.report.ReportFormat;
import io.stowage.ecs.validation.spi.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = "Validates task definitions, services, templates and plans.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "What a file is, its content tells: task definitions and container definitions, services, run-task input,",
            "clusters, capacity providers, CloudFormation and CDK templates, `terraform show -json`, ecspresso files,",
            "or a whole configuration: an object with taskDefinition, service, containerInstances, roles and so on.",
            "",
            "Exit code: 0 if all is well, 1 if there are findings of the severity of --fail-on or graver,",
            "2 if the command was called wrongly or a file cannot be read."
        })
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Files in JSON or YAML; folders; patterns such as 'deploy/**/*.json'. Of a folder or pattern, "
                            + "files that hold something else are passed over.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--context",
            description = "Files that describe what is around: describe-container-instances, -services, -clusters, "
                    + "-capacity-providers, -target-groups, -load-balancers, -security-groups, -subnets",
            paramLabel = "FILE")
    private List<String> context = new ArrayList<>();

    @Option(
            names = "--format",
            description = "text, json, sarif, junit or github (default: text)",
            paramLabel = "FORMAT")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--output", description = "Writes the report into a file.", paramLabel = "FILE")
    private @Nullable Path output;

    @Option(
            names = "--rules",
            split = ",",
            description = "core, practice, security (default: core, which is always there)",
            paramLabel = "SETS")
    private List<RuleSet> sets = new ArrayList<>();

    @Option(
            names = "--fail-on",
            description = "error, warning or note: the lightest severity that makes the exit code 1 (default: error)",
            paramLabel = "SEVERITY")
    private Severity failOn = Severity.ERROR;

    @Option(
            names = "--suppressions",
            description = "A JSON or YAML list of `rule`, `reason`, and optionally `pointer`, `file`, `expires`",
            paramLabel = "FILE")
    private List<Path> suppressions = new ArrayList<>();

    @Option(
            names = "--baseline",
            description = "Findings that were there before; only others count.",
            paramLabel = "FILE")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            description = "Writes the findings as a baseline, and is content.",
            paramLabel = "FILE")
    private @Nullable Path newBaseline;

    @Option(
            names = "--date",
            description = "The day for suppressions that expire (default: today)",
            paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate date;

    @Option(names = "--region", description = "The region of the deployment", paramLabel = "REGION")
    private @Nullable String region;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ValidationReport report;
        try {
            EcsValidator.Builder validator = validator();
            makeRulesMeanwhile();
            EcsDocumentReader reader =
                    EcsDocuments.reader().add(Path.of(""), inputs).context(Path.of(""), context);
            if (region != null) {
                reader.region(region);
            }
            EcsDocuments documents = reader.read();
            report = validator.build().validate(documents);
            write(report);
        } catch (IOException e) {
            err.println(e.getMessage());
            return Main.UNUSABLE;
        } catch (IllegalArgumentException | EcsDocumentException e) {
            err.println(e.getMessage());
            return Main.UNUSABLE;
        }
        report.problems().forEach(problem -> err.println(report.render(problem)));
        if (!report.problems().isEmpty()) {
            return Main.UNUSABLE;
        }
        return newBaseline == null && report.hasAtLeast(failOn) ? Main.FINDINGS : Main.FINE;
    }

    /**
     * Lets another thread make the rules while this one reads: on a new virtual machine the rules take about as long as
     * a thousand files, and neither needs the other. Who needs the rules waits until they are there, so that nothing but
     * the time differs.
     */
    private static void makeRulesMeanwhile() {
        Thread rules = new Thread(EcsValidator::standard, "rules");
        rules.setDaemon(true);
        rules.start();
    }

    private EcsValidator.Builder validator() throws IOException {
        EcsValidator.Builder builder = EcsValidator.builder()
                .include(sets.toArray(RuleSet[]::new))
                .asOf(date == null ? LocalDate.now(ZoneId.systemDefault()) : date);
        for (Path file : suppressions) {
            builder.suppress(Suppressions.parse(text(file)));
        }
        if (baseline != null) {
            builder.baseline(Baseline.parse(text(baseline)));
        }
        return builder;
    }

    private void write(ValidationReport report) throws IOException {
        String text = format.write(report, failOn);
        if (output == null) {
            spec.commandLine().getOut().print(text);
        } else {
            written(output, text);
        }
        if (newBaseline != null) {
            written(newBaseline, Baseline.of(report).toJson());
        }
    }

    private static SourceText text(Path file) throws IOException {
        try {
            return SourceText.of(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void written(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
