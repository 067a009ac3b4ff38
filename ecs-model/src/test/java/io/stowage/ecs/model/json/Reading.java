package io.stowage.ecs.model.json;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;

/** Short calls for the tests of this package. */
final class Reading {
    private Reading() {}

    static ParsedDocument<TaskDefinition> taskDefinition(String text) {
        return EcsJson.readTaskDefinition(SourceText.of("t.json", text), ReadOptions.standard());
    }

    static ParsedDocument<List<ContainerInstance>> instances(String text) {
        return EcsJson.readContainerInstances(SourceText.of("i.json", text), ReadOptions.standard());
    }

    static ParsedDocument<List<Task>> tasks(String text) {
        return EcsJson.readTasks(SourceText.of("a.json", text), ReadOptions.standard());
    }

    /** Each finding as severity, place, id and pointer. */
    static List<String> findings(ParsedDocument<?> document) {
        return document.diagnostics().stream()
                .map(d -> d.severity() + " " + d.location().line() + ":"
                        + d.location().column() + " " + d.id() + " " + d.pointer())
                .toList();
    }
}
