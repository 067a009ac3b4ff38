package io.stowage.ecs.validation.internal.rules;

import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.validation.EcsValidator;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.List;

/** What rules find, in a form that tests can write down. */
final class Found {
    private static final String TASK = "/taskDefinition";
    private static final String CONTAINERS = TASK + "/containerDefinitions/";

    private Found() {}

    /** The findings of the rules of one group in a task definition, each as id and pointer; that of containers is shortened. */
    static List<String> in(String group, String taskDefinition) {
        return shown(
                group,
                EcsValidator.standard()
                        .validate(EcsJson.readTaskDefinition(
                                SourceText.of("t.json", taskDefinition), ReadOptions.standard()))
                        .findings());
    }

    /** The same of a task definition with one container, of which the members are given. */
    static List<String> inContainer(String group, String members) {
        return inContainer(group, "", members);
    }

    /** The same with members of the task definition, each followed by a comma. */
    static List<String> inContainer(String group, String ofTask, String members) {
        return in(group, task(ofTask, "{\"name\": \"app\", \"image\": \"app:1\", \"memory\": 64, " + members + "}"));
    }

    static List<String> in(String group, EcsConfiguration configuration) {
        return shown(group, EcsValidator.standard().validate(configuration).findings());
    }

    /** A task definition of containers, with members of its own, each followed by a comma. */
    static String task(String members, String... containers) {
        return "{\"family\": \"web\", " + members + "\"containerDefinitions\": [" + String.join(", ", containers)
                + "]}";
    }

    /** A container that lacks nothing, with more members, each preceded by a comma. */
    static String container(String name, String members) {
        return "{\"name\": \"" + name + "\", \"image\": \"app:1\", \"memory\": 64" + members + "}";
    }

    private static List<String> shown(String group, List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.id().startsWith(group + "."))
                .map(finding -> finding.id().substring(group.length() + 1) + " " + shortened(finding.pointer()))
                .toList();
    }

    private static String shortened(String pointer) {
        for (String start : List.of(CONTAINERS, TASK)) {
            if (pointer.startsWith(start)) {
                return pointer.substring(start.length());
            }
        }
        return pointer;
    }
}
