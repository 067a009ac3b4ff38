package io.stowage.ecs.placement.cli;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsDocumentException;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.placement.snapshot.ClusterReader;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that name the files of a cluster. */
final class ClusterFiles {
    @Option(
            names = "--cluster",
            required = true,
            description = "Output of describe-container-instances; several files are one cluster.",
            paramLabel = "FILE")
    private List<Path> instanceFiles = new ArrayList<>();

    @Option(
            names = "--tasks",
            description = "Output of describe-tasks: what spread, distinctInstance and task:group count.",
            paramLabel = "FILE")
    private List<Path> taskFiles = new ArrayList<>();

    /** The cluster that the files describe. */
    ClusterSnapshot snapshot() {
        // What is no file can be read once only.
        if (Stream.concat(instanceFiles.stream(), taskFiles.stream()).allMatch(Files::isRegularFile)) {
            try {
                return straight();
            } catch (IOException | EcsDocumentException | IllegalArgumentException e) {
                // Below, every fault is told, with its place.
            }
        }
        return byObjects();
    }

    private ClusterSnapshot straight() throws IOException {
        ClusterReader reader = ClusterReader.standard();
        for (Path file : instanceFiles) {
            reader.instances(file);
        }
        for (Path file : taskFiles) {
            reader.tasks(file);
        }
        return reader.snapshot();
    }

    private ClusterSnapshot byObjects() {
        Map<String, String> seenAt = new HashMap<>();
        List<ContainerInstance> instances = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : instanceFiles) {
            ParsedDocument<List<ContainerInstance>> document = Documents.read(file, DocumentKind.CONTAINER_INSTANCES);
            List<ContainerInstance> described = document.orThrow();
            for (int i = 0; i < described.size(); i++) {
                String pointer = "/" + i;
                try {
                    InstanceSnapshot instance = InstanceSnapshot.of(described.get(i));
                    String earlier =
                            seenAt.put(instance.id(), document.locate(pointer).toString());
                    if (earlier != null) {
                        problems.add(problem(
                                document,
                                pointer,
                                "container instance " + instance.id() + " is listed twice; the first time at "
                                        + earlier));
                    }
                    instances.add(described.get(i));
                } catch (IllegalArgumentException e) {
                    problems.add(problem(document, pointer, String.valueOf(e.getMessage())));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new UnusableInputException(String.join("\n", problems));
        }
        try {
            return ClusterSnapshot.of(instances, tasks());
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()));
        }
    }

    private List<Task> tasks() {
        return taskFiles.stream()
                .flatMap(file -> Documents.read(file, DocumentKind.TASKS).orThrow().stream())
                .toList();
    }

    private static String problem(ParsedDocument<?> document, String pointer, String message) {
        return document.render(
                new Diagnostic("cluster.instance", Severity.ERROR, message, pointer, document.locate(pointer), null));
    }
}
