package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.internal.plain.PlainJson;
import io.stowage.ecs.model.taskdef.RegisterTaskDefinitionRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a task definition says, in a form that can be compared: defaults filled in, sizes in CPU units and MiB, what the service
 * adds (revision, ARN, status, times, who registered it, derived attributes and compatibilities) left out, empty lists and absent
 * ones alike. Two contents are equal if ECS would run the same. Immutable.
 *
 * <p>So what describe-task-definition returns has the same content as what was registered. The order of containers matters, that of
 * map entries, environment variables, secrets, volumes and port mappings does not. Tags are no part of it. Registering equal
 * content nevertheless gives a new revision, and moving a service to a new revision always starts a deployment (<a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</a>).
 */
public final class TaskDefinitionContent {
    private static final Set<String> ADDED_BY_SERVICE = Set.of(
            "compatibilities",
            "deleteRequestedAt",
            "deregisteredAt",
            "registeredAt",
            "registeredBy",
            "requiresAttributes",
            "revision",
            "status",
            "tags",
            "taskDefinitionArn");

    private static final List<String> EMPTY_IS_ABSENT =
            List.of("cpu", "executionRoleArn", "ipcMode", "memory", "networkMode", "pidMode", "taskRoleArn");

    private final Map<String, @Nullable Object> members;
    private final List<AppliedDefault> defaults;

    private TaskDefinitionContent(Map<String, @Nullable Object> members) {
        strip(members);
        members.keySet().removeAll(ADDED_BY_SERVICE);
        EMPTY_IS_ABSENT.forEach(name -> members.remove(name, ""));
        TaskDefinitionDefaults.writeSizesAsNumbers(members);
        this.defaults = List.copyOf(TaskDefinitionDefaults.fill(members, true));
        strip(members);
        KeyedLists.sort(members);
        this.members = members;
    }

    /**
     * The content of a task definition, whether it is to be registered or was described.
     *
     * @param definition the task definition
     * @return its content
     */
    public static TaskDefinitionContent of(TaskDefinition definition) {
        return new TaskDefinitionContent(PlainJson.of(definition));
    }

    /**
     * The content of a task definition that is to be registered.
     *
     * @param request the input of register-task-definition
     * @return its content
     */
    public static TaskDefinitionContent of(RegisterTaskDefinitionRequest request) {
        return new TaskDefinitionContent(PlainJson.of(request));
    }

    /**
     * What was not written and holds nevertheless.
     *
     * @return in the order of the table of defaults, elements of lists in their order; unmodifiable
     */
    public List<AppliedDefault> defaults() {
        return defaults;
    }

    /**
     * Where another content differs from this one.
     *
     * @param other the later one
     * @return in the order of the paths; empty exactly if the two are equal; unmodifiable
     */
    public List<ContentDifference> differences(TaskDefinitionContent other) {
        return new ContentComparison().compare(members, other.members);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskDefinitionContent content && members.equals(content.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The members in canonical form, as they would print in Java; meant for people. */
    @Override
    public String toString() {
        return members.toString();
    }

    /** Takes out what is null or empty, from the inside. Elements of lists stay: their number means something. */
    private static void strip(Map<String, @Nullable Object> members) {
        members.values().forEach(TaskDefinitionContent::stripInside);
        members.values()
                .removeIf(value -> value == null
                        || value instanceof List<?> list && list.isEmpty()
                        || value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static void stripInside(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            strip(PlainJson.members(value));
        } else if (value instanceof List<?> list) {
            list.forEach(TaskDefinitionContent::stripInside);
        }
    }
}
