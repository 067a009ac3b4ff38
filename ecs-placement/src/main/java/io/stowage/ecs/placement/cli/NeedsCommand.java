package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "needs",
        description = "Says what a task of a task definition asks of its instance, and which member asks for it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {"", "Exit code: 0, or 2 if a file cannot be used."})
final class NeedsCommand implements Callable<Integer> {
    @Option(
            names = "--task-definition",
            required = true,
            description = "Input of register-task-definition or output of describe-task-definition.",
            paramLabel = "FILE")
    private @Nullable Path taskDefinition;

    @Option(names = "--run-task", description = "Input of run-task, for its overrides.", paramLabel = "FILE")
    private @Nullable Path runTask;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (taskDefinition == null) {
            throw new IllegalStateException("--task-definition is required");
        }
        ParsedDocument<TaskDefinition> definition = Documents.read(taskDefinition, DocumentKind.TASK_DEFINITION);
        TaskOverride overrides = null;
        if (runTask != null) {
            RunTaskRequest request =
                    Documents.read(runTask, DocumentKind.RUN_TASK).orThrow();
            overrides = request.overrides();
        }
        NeedsReport report = new NeedsReport(definition.orThrow(), overrides);
        output.print(report::plain, report::text);
        return Main.FINE;
    }
}
