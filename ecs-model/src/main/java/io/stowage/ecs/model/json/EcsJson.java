package io.stowage.ecs.model.json;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.internal.json.DocumentReader;
import io.stowage.ecs.model.internal.json.DocumentReader.Outcome;
import io.stowage.ecs.model.internal.json.DocumentReader.Wrapper;
import io.stowage.ecs.model.internal.json.Places;
import io.stowage.ecs.model.internal.json.TextDecoder;
import io.stowage.ecs.model.internal.json.TreeWriter;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.task.RunTaskRequest;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.RegisterTaskDefinitionRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON of the ECS API and of the tools around it.
 *
 * <p>Reading is tolerant in form and strict in meaning. It takes what was given to the API and what came back, wrapped or bare,
 * in camelCase or in the PascalCase of templates, with times as numbers or as ISO 8601. A wrong type, a duplicate, a null in a
 * list are {@linkplain ParsedDocument#diagnostics() findings} with pointer, line and column, all of them at once; placeholders and
 * intrinsic functions are simply not known. No content of a document makes a method of this class throw.
 *
 * <p>Writing gives the API's own form, members in the API's order, times as seconds since 1970. What was read without errors and
 * is written comes out as the same JSON value: absent and empty lists stay apart, unknown members are kept.
 *
 * <p>All methods may be called from any thread. See the
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/Welcome.html">ECS API reference</a>.
 */
public final class EcsJson {
    private EcsJson() {}

    /**
     * Reads a task definition from a file: the input of register-task-definition, the output of describe-task-definition, or a
     * bare list of container definitions.
     *
     * @param file a file in UTF-8, or UTF-16 with a byte order mark
     * @return what was understood, with all findings; members that only the input has, such as {@code tags}, are
     *     {@linkplain EcsStructure#otherMembers() kept}
     * @throws IOException if the file cannot be read at all
     */
    public static ParsedDocument<TaskDefinition> readTaskDefinition(Path file) throws IOException {
        return read(file, source -> readTaskDefinition(source, ReadOptions.standard()));
    }

    /**
     * Reads a task definition from a text.
     *
     * @param source the text, see {@link #readTaskDefinition(Path)}
     * @param options the limits
     * @return what was understood, with all findings
     */
    public static ParsedDocument<TaskDefinition> readTaskDefinition(SourceText source, ReadOptions options) {
        return one(source, options, TaskDefinition.class, DocumentReader.TASK_DEFINITION);
    }

    /**
     * Reads the input of register-task-definition from a text, tags included.
     *
     * @param source the text
     * @param options the limits
     * @return what was understood, with all findings
     */
    public static ParsedDocument<RegisterTaskDefinitionRequest> readRegisterTaskDefinition(
            SourceText source, ReadOptions options) {
        return one(source, options, RegisterTaskDefinitionRequest.class, DocumentReader.REGISTER_TASK_DEFINITION);
    }

    /**
     * Reads the input of create-service from a file.
     *
     * @param file a file in UTF-8, or UTF-16 with a byte order mark
     * @return what was understood, with all findings
     * @throws IOException if the file cannot be read at all
     */
    public static ParsedDocument<CreateServiceRequest> readCreateService(Path file) throws IOException {
        return read(file, source -> readCreateService(source, ReadOptions.standard()));
    }

    /**
     * Reads the input of create-service from a text.
     *
     * @param source the text
     * @param options the limits
     * @return what was understood, with all findings
     */
    public static ParsedDocument<CreateServiceRequest> readCreateService(SourceText source, ReadOptions options) {
        return one(source, options, CreateServiceRequest.class, DocumentReader.CREATE_SERVICE);
    }

    /**
     * Reads the input of run-task from a file.
     *
     * @param file a file in UTF-8, or UTF-16 with a byte order mark
     * @return what was understood, with all findings
     * @throws IOException if the file cannot be read at all
     */
    public static ParsedDocument<RunTaskRequest> readRunTask(Path file) throws IOException {
        return read(file, source -> readRunTask(source, ReadOptions.standard()));
    }

    /**
     * Reads the input of run-task from a text.
     *
     * @param source the text
     * @param options the limits
     * @return what was understood, with all findings
     */
    public static ParsedDocument<RunTaskRequest> readRunTask(SourceText source, ReadOptions options) {
        return one(source, options, RunTaskRequest.class, DocumentReader.RUN_TASK);
    }

    /**
     * Reads container instances from a file: the output of describe-container-instances (or of the other operations that answer
     * with instances), a list of instances, one instance, or an instance state change event.
     *
     * @param file a file in UTF-8, or UTF-16 with a byte order mark
     * @return the instances in written order, with all findings; failures that the output lists are warnings
     * @throws IOException if the file cannot be read at all
     */
    public static ParsedDocument<List<ContainerInstance>> readContainerInstances(Path file) throws IOException {
        return read(file, source -> readContainerInstances(source, ReadOptions.standard()));
    }

    /**
     * Reads container instances from a text.
     *
     * @param source the text, see {@link #readContainerInstances(Path)}
     * @param options the limits
     * @return the instances in written order, with all findings
     */
    public static ParsedDocument<List<ContainerInstance>> readContainerInstances(
            SourceText source, ReadOptions options) {
        return many(source, options, ContainerInstance.class, DocumentReader.CONTAINER_INSTANCES);
    }

    /**
     * Reads tasks from a file: the output of describe-tasks (or of run-task, start-task, stop-task), a list of tasks, one task, or
     * a task state change event.
     *
     * @param file a file in UTF-8, or UTF-16 with a byte order mark
     * @return the tasks in written order, with all findings; failures that the output lists are warnings
     * @throws IOException if the file cannot be read at all
     */
    public static ParsedDocument<List<Task>> readTasks(Path file) throws IOException {
        return read(file, source -> readTasks(source, ReadOptions.standard()));
    }

    /**
     * Reads tasks from a text.
     *
     * @param source the text, see {@link #readTasks(Path)}
     * @param options the limits
     * @return the tasks in written order, with all findings
     */
    public static ParsedDocument<List<Task>> readTasks(SourceText source, ReadOptions options) {
        return many(source, options, Task.class, DocumentReader.TASKS);
    }

    /**
     * Writes a structure, indented by two spaces.
     *
     * @param structure what to write
     * @return JSON text that ends with a line end
     */
    public static String write(EcsStructure structure) {
        return TreeWriter.write(structure);
    }

    /**
     * Writes plain values: reports, answers of a command line, or structures inside an envelope.
     *
     * @param value a structure, a {@code String}, a {@code Number}, a {@code Boolean}, an {@link io.stowage.ecs.model.OpenEnum}, an
     *     {@link java.time.Instant}, {@code null}, or a list of such, or a map from names to such, at any depth
     * @return JSON text that ends with a line end
     * @throws IllegalArgumentException if there is something else in it
     */
    public static String writePlain(@Nullable Object value) {
        return TreeWriter.write(value);
    }

    private static <T> ParsedDocument<T> read(Path file, Function<SourceText, ParsedDocument<T>> reader)
            throws IOException {
        try {
            return reader.apply(TextDecoder.load(file, ReadOptions.standard().maxLength()));
        } catch (TextDecoder.Refused e) {
            SourceText before = e.before();
            SourceLocation place = before.locate(before.text().length());
            Diagnostic reason = new Diagnostic(e.id(), Severity.ERROR, String.valueOf(e.getMessage()), "", place, null);
            return new ParsedDocument<>(before, null, List.of(reason), Places.none(before));
        }
    }

    private static <T extends EcsStructure> ParsedDocument<T> one(
            SourceText source, ReadOptions options, Class<T> type, Wrapper wrapper) {
        Outcome<T> outcome = new DocumentReader(source, options).readOne(type, wrapper, Set.of("tags"));
        return new ParsedDocument<>(source, outcome.value(), outcome.diagnostics(), outcome.places());
    }

    private static <T extends EcsStructure> ParsedDocument<List<T>> many(
            SourceText source, ReadOptions options, Class<T> type, Wrapper wrapper) {
        Outcome<List<T>> outcome = new DocumentReader(source, options).readMany(type, wrapper);
        return new ParsedDocument<>(source, outcome.value(), outcome.diagnostics(), outcome.places());
    }
}
