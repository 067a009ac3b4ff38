package io.stowage.ecs.validation.cli;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.json.EcsDocumentException;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.validation.diff.ChangeEffect;
import io.stowage.ecs.validation.diff.RevisionDiff;
import io.stowage.ecs.validation.input.EcsConfiguration;
import io.stowage.ecs.validation.reader.EcsDocuments;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = "Compares two revisions of a task definition or service by what they mean.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exit code: 0 unless a change has an effect of --fail-on, then 1,",
            "2 if the command was called wrongly or a file cannot be read."
        })
final class DiffCommand implements Callable<Integer> {
    /** The forms of output. */
    enum Form {
        TEXT,
        JSON
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier revision: a file that holds one")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later revision")
    private String after = "";

    @Option(
            names = "--cluster",
            description = "What describe-container-instances prints: says on how many instances there is room.",
            paramLabel = "FILE")
    private List<Path> instances = new ArrayList<>();

    @Option(names = "--tasks", description = "What describe-tasks prints of that cluster", paramLabel = "FILE")
    private List<Path> tasks = new ArrayList<>();

    @Option(names = "--format", description = "text or json (default: text)", paramLabel = "FORMAT")
    private Form form = Form.TEXT;

    @Option(
            names = "--fail-on",
            split = ",",
            description = "none, restart, placement, network, security, cost: effects that make the exit code 1",
            paramLabel = "EFFECTS")
    private List<ChangeEffect> failOn = new ArrayList<>();

    @Override
    public Integer call() {
        RevisionDiff diff;
        try {
            diff = RevisionDiff.of(only(before), only(after));
            if (!instances.isEmpty()) {
                diff = diff.on(cluster());
            }
        } catch (NoSuchFileException e) {
            return unusable(e.getFile() + ": there is no such file");
        } catch (IOException e) {
            return unusable("a file cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException | EcsDocumentException | PlacementRequestException e) {
            return unusable(String.valueOf(e.getMessage()));
        }
        spec.commandLine().getOut().print(form == Form.JSON ? diff.toJson() : diff.toString());
        return Collections.disjoint(diff.effects(), failOn) ? Main.FINE : Main.FINDINGS;
    }

    private int unusable(String message) {
        spec.commandLine().getErr().println(message);
        return Main.UNUSABLE;
    }

    private static EcsConfiguration only(String file) {
        EcsDocuments documents =
                EcsDocuments.reader().add(Path.of(""), List.of(file)).read();
        if (!documents.problems().isEmpty()) {
            throw new IllegalArgumentException(
                    documents.problems().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        }
        if (documents.configurations().size() != 1) {
            throw new IllegalArgumentException(file + ": expected one task definition or service, found "
                    + documents.configurations().size());
        }
        return documents.configurations().get(0).configuration();
    }

    private ClusterSnapshot cluster() throws IOException {
        List<ContainerInstance> described = new ArrayList<>();
        for (Path file : instances) {
            described.addAll(EcsJson.readContainerInstances(file).orThrow());
        }
        List<Task> running = new ArrayList<>();
        for (Path file : tasks) {
            running.addAll(EcsJson.readTasks(file).orThrow());
        }
        return ClusterSnapshot.of(described, running);
    }
}
