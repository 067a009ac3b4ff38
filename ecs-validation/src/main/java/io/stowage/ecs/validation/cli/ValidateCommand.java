package io.stowage.ecs.validation.cli;

import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.ValidationReport;
import io.stowage.ecs.validation.spi.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = "Validates task definitions.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
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
                    "Files in JSON or YAML, or folders in which every such file that holds a task definition is meant.")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--format", description = "text or json (default: text)", paramLabel = "FORMAT")
    private Format format = Format.TEXT;

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

    private final List<Map<String, @Nullable Object>> documents = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int findings;
    private boolean failed;

    @Override
    public Integer call() {
        EcsValidator validator =
                EcsValidator.builder().include(sets.toArray(RuleSet[]::new)).build();
        // A folder of which nothing was judged is a wrong path far more often than a clean one.
        Map<Path, Boolean> judgedByFolder = new LinkedHashMap<>();
        for (InputFile file : InputFile.resolve(inputs, problems)) {
            boolean meant = validate(file, validator);
            if (file.folder() != null) {
                judgedByFolder.merge(file.folder(), meant, Boolean::logicalOr);
            }
        }
        judgedByFolder.forEach((folder, judged) -> {
            if (!judged) {
                problems.add(folder + ": no .json, .yaml or .yml file in this folder holds a task definition");
            }
        });
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            plain.put("documents", documents);
            plain.put("problems", problems);
            out.print(EcsJson.writePlain(plain));
        } else if (!documents.isEmpty()) {
            out.println(documents.size()
                    + (documents.size() == 1 ? " task definition, " : " task definitions, ")
                    + (findings == 1 ? "1 finding." : findings + " findings."));
        }
        problems.forEach(spec.commandLine().getErr()::println);
        if (!problems.isEmpty()) {
            return Main.UNUSABLE;
        }
        return failed ? Main.FINDINGS : Main.FINE;
    }

    /** Judges a file; false if it is none of those that are meant. */
    private boolean validate(InputFile file, EcsValidator validator) {
        ParsedDocument<TaskDefinition> document;
        try {
            document = EcsJson.readTaskDefinition(file.path());
        } catch (IOException e) {
            problems.add(InputFile.unreadable(file.path(), e));
            return true;
        }
        if (document.value().isEmpty()) {
            // A folder may hold documents of every kind; a file that was named is meant to be a task definition.
            if (file.folder() != null && isOtherDocument(document)) {
                return false;
            }
            document.diagnostics().forEach(finding -> problems.add(document.render(finding)));
            return true;
        }
        ValidationReport report = validator.validate(document);
        findings += report.findings().size();
        failed |= report.hasAtLeast(failOn);
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("file", file.path().toString());
        plain.putAll(report.toPlain());
        documents.add(plain);
        if (format == Format.TEXT) {
            spec.commandLine().getOut().print(report.toText(document::render));
        }
        return true;
    }

    private static boolean isOtherDocument(ParsedDocument<?> document) {
        return document.diagnostics().stream().anyMatch(finding -> finding.id().equals("json.other-document"));
    }
}
