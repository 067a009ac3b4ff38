package io.stowage.ecs.model.json;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.diagnostic.Diagnostic;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceLocation;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.internal.json.DocumentReader;
import io.stowage.ecs.model.internal.json.DocumentReader.Outcome;
import io.stowage.ecs.model.internal.json.Places;
import io.stowage.ecs.model.internal.json.TextDecoder;
import io.stowage.ecs.model.internal.json.TreeWriter;
import io.stowage.ecs.model.service.Service;
import io.stowage.ecs.model.task.Task;
import io.stowage.ecs.model.taskdef.RegisterTaskDefinitionRequest;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON of the ECS API and of the tools around it, and reads the same in YAML.
 *
 * <p>Reading is tolerant in form and strict in meaning. It takes what was given to the API and what came back, wrapped or bare,
 * in camelCase or in the PascalCase of templates, with times as numbers or as ISO 8601. A wrong type, a duplicate, a null in a
 * list are {@linkplain ParsedDocument#diagnostics() findings} with pointer, line and column, all of them at once; placeholders and
 * intrinsic functions are simply not known. No content of a document makes a method of this class throw.
 *
 * <p>Writing gives the API's own form, members in the API's order, times as seconds since 1970. What was read without errors and
 * is written comes out as the same JSON value: absent and empty lists stay apart, unknown members are kept.
 *
 * <p>Read a file, and go on only if nothing is wrong with it:
 * <pre>{@code
 * TaskDefinition web = EcsJson.readTaskDefinition(Path.of("web.json")).orThrow();
 * System.out.println(web.family() + " has " + web.containerDefinitions().size() + " containers");
 * }</pre>
 *
 * <p>Show everything there is to say about a document, each finding with its line and a caret:
 * <pre>{@code
 * ParsedDocument<List<Service>> document = EcsJson.read(DocumentKind.SERVICES, Path.of("services.yaml"));
 * document.diagnostics().forEach(finding -> System.out.println(document.render(finding)));
 * }</pre>
 *
 * <p>Change one member and write the whole back, with everything that was in it:
 * <pre>{@code
 * TaskDefinition small = web.toBuilder().cpu("256").memory("512").build();
 * Files.writeString(Path.of("web-small.json"), EcsJson.write(small));
 * }</pre>
 *
 * <p>All methods may be called from any thread. See the
 * <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/Welcome.html">ECS API reference</a>.
 */
public final class EcsJson {
    private EcsJson() {}

    /**
     * Reads a document from a file, with the {@linkplain ReadOptions#standard() usual} options.
     *
     * @param <T> what the document holds
     * @param kind the kind of document
     * @param file a file in UTF-8, or UTF-16 with a byte order mark; YAML if its name ends in {@code .yaml} or {@code .yml}
     * @return what was understood, with all findings
     * @throws IOException if the file cannot be read at all
     */
    public static <T> ParsedDocument<T> read(DocumentKind<T> kind, Path file) throws IOException {
        return read(kind, file, ReadOptions.standard());
    }

    /**
     * Reads a document from a file.
     *
     * @param <T> what the document holds
     * @param kind the kind of document
     * @param file a file in UTF-8, or UTF-16 with a byte order mark
     * @param options limits and format
     * @return what was understood, with all findings
     * @throws IOException if the file cannot be read at all
     */
    public static <T> ParsedDocument<T> read(DocumentKind<T> kind, Path file, ReadOptions options) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(kind, file.toString(), in, options);
        }
    }

    /**
     * Reads a document from a stream, to its end or until it exceeds the limit on length. The stream is left open.
     *
     * @param <T> what the document holds
     * @param kind the kind of document
     * @param name what messages call it; may be empty
     * @param in bytes in UTF-8, or UTF-16 with a byte order mark
     * @param options limits and format
     * @return what was understood, with all findings
     * @throws IOException if the stream cannot be read
     */
    public static <T> ParsedDocument<T> read(DocumentKind<T> kind, String name, InputStream in, ReadOptions options)
            throws IOException {
        try {
            return read(kind, TextDecoder.decode(name, in, options.maxLength()), options);
        } catch (TextDecoder.Refused e) {
            return refused(e);
        }
    }

    private static <T> ParsedDocument<T> refused(TextDecoder.Refused e) {
        SourceText before = e.before();
        SourceLocation place = before.locate(before.text().length());
        Diagnostic reason = new Diagnostic(e.id(), Severity.ERROR, String.valueOf(e.getMessage()), "", place, null);
        return new ParsedDocument<>(before, null, List.of(reason), Places.none(before));
    }

    /**
     * Reads a document from a text.
     *
     * @param <T> what the document holds
     * @param kind the kind of document
     * @param source the text with its name
     * @param options limits and format
     * @return what was understood, with all findings
     */
    public static <T> ParsedDocument<T> read(DocumentKind<T> kind, SourceText source, ReadOptions options) {
        Outcome<T> outcome = kind.read(new DocumentReader(source, options));
        return new ParsedDocument<>(source, outcome.value(), outcome.diagnostics(), outcome.places());
    }

    /**
     * Reads a document of any kind as it is: JSON or YAML, with aliases, merge keys and the short tags of templates resolved
     * ({@code !Ref x} is {@code {"Ref": "x"}}).
     *
     * @param source the text with its name
     * @param options limits and format
     * @return the tree, with what is wrong with the text; without a value if it cannot be read
     */
    public static ParsedDocument<JsonTree> readTree(SourceText source, ReadOptions options) {
        Outcome<JsonTree> outcome = new DocumentReader(source, options).readTree();
        return new ParsedDocument<>(source, outcome.value(), outcome.diagnostics(), outcome.places());
    }

    /**
     * Reads a document of any kind as it is from a stream, to its end or until it exceeds the limit on length. The stream is left
     * open.
     *
     * @param name what messages call it; may be empty
     * @param in bytes in UTF-8, or UTF-16 with a byte order mark
     * @param options limits and format
     * @return the tree, with what is wrong with the text; without a value if it cannot be read
     * @throws IOException if the stream cannot be read
     */
    public static ParsedDocument<JsonTree> readTree(String name, InputStream in, ReadOptions options)
            throws IOException {
        try {
            return readTree(TextDecoder.decode(name, in, options.maxLength()), options);
        } catch (TextDecoder.Refused e) {
            return refused(e);
        }
    }

    /**
     * Reads a document that was read as it is before; the text is not gone through again.
     *
     * @param <T> what the document holds
     * @param kind the kind of document
     * @param document what {@link #readTree} gave
     * @param options how many findings are kept; the other limits were those of reading
     * @return what was understood, with all findings, those of the text included
     */
    public static <T> ParsedDocument<T> read(
            DocumentKind<T> kind, ParsedDocument<JsonTree> document, ReadOptions options) {
        JsonTree tree = document.value().orElse(null);
        if (tree == null) {
            SourceText source = document.source();
            return new ParsedDocument<>(source, null, document.diagnostics(), Places.none(source));
        }
        Outcome<T> outcome = kind.read(new DocumentReader(document.source(), options, tree));
        List<Diagnostic> all = Stream.concat(document.diagnostics().stream(), outcome.diagnostics().stream())
                .sorted()
                .toList();
        return new ParsedDocument<>(document.source(), outcome.value(), all, outcome.places());
    }

    /**
     * Makes a structure of a part of a document.
     *
     * @param <T> what the part holds
     * @param kind the kind of structure
     * @param source the text that the offsets of the tree count in
     * @param tree the structure itself without wrapping, or a list of them where the kind reads a list
     * @param options how many findings are kept; the other limits were those of reading
     * @return what was understood, with all findings; pointers begin at the part
     */
    public static <T> ParsedDocument<T> bind(
            DocumentKind<T> kind, SourceText source, JsonTree tree, ReadOptions options) {
        Outcome<T> outcome = kind.bind(new DocumentReader(source, options), tree);
        return new ParsedDocument<>(source, outcome.value(), outcome.diagnostics(), outcome.places());
    }

    /**
     * What a document holds, for callers that take any: told by the members that wrap it, by the type of a resource in a template,
     * or by members that only it has. Input of register-task-definition counts as a {@linkplain DocumentKind#TASK_DEFINITION task
     * definition}, a service without an ARN as {@linkplain DocumentKind#CREATE_SERVICE input of create-service}.
     *
     * @param source the text with its name
     * @param options limits and format
     * @return empty if it is none of these, or cannot be read at all
     */
    public static Optional<DocumentKind<?>> kindOf(SourceText source, ReadOptions options) {
        return Optional.ofNullable(KindFinder.find(new DocumentReader(source, options).tree()));
    }

    /**
     * What a document holds, told as {@link #kindOf(SourceText, ReadOptions)} tells it.
     *
     * @param tree the document
     * @return empty if it is none of the kinds
     */
    public static Optional<DocumentKind<?>> kindOf(JsonTree tree) {
        return Optional.ofNullable(KindFinder.find(tree));
    }

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
        return read(DocumentKind.TASK_DEFINITION, file);
    }

    /**
     * Reads a task definition from a text.
     *
     * @param source the text, see {@link #readTaskDefinition(Path)}
     * @param options limits and format
     * @return what was understood, with all findings
     */
    public static ParsedDocument<TaskDefinition> readTaskDefinition(SourceText source, ReadOptions options) {
        return read(DocumentKind.TASK_DEFINITION, source, options);
    }

    /**
     * Reads the input of register-task-definition from a text, tags included.
     *
     * @param source the text
     * @param options limits and format
     * @return what was understood, with all findings
     */
    public static ParsedDocument<RegisterTaskDefinitionRequest> readRegisterTaskDefinition(
            SourceText source, ReadOptions options) {
        return read(DocumentKind.REGISTER_TASK_DEFINITION, source, options);
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
        return read(DocumentKind.CONTAINER_INSTANCES, file);
    }

    /**
     * Reads container instances from a text.
     *
     * @param source the text, see {@link #readContainerInstances(Path)}
     * @param options limits and format
     * @return the instances in written order, with all findings
     */
    public static ParsedDocument<List<ContainerInstance>> readContainerInstances(
            SourceText source, ReadOptions options) {
        return read(DocumentKind.CONTAINER_INSTANCES, source, options);
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
        return read(DocumentKind.TASKS, file);
    }

    /**
     * Reads tasks from a text.
     *
     * @param source the text, see {@link #readTasks(Path)}
     * @param options limits and format
     * @return the tasks in written order, with all findings
     */
    public static ParsedDocument<List<Task>> readTasks(SourceText source, ReadOptions options) {
        return read(DocumentKind.TASKS, source, options);
    }

    /**
     * Reads services from a file: the output of describe-services, create-service or update-service, a list of services, or one
     * service.
     *
     * @param file a file in UTF-8, or UTF-16 with a byte order mark
     * @return the services in written order, with all findings; failures that the output lists are warnings
     * @throws IOException if the file cannot be read at all
     */
    public static ParsedDocument<List<Service>> readServices(Path file) throws IOException {
        return read(DocumentKind.SERVICES, file);
    }

    /**
     * Writes a structure, indented by two spaces.
     *
     * @param structure what to write
     * @return JSON text that ends with a line end
     * @throws IllegalArgumentException if it holds a number that JSON has no form for, or is more than 1000 levels deep
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
     * @throws IllegalArgumentException if there is something else in it, a number that JSON has no form for, or more than 1000
     *     levels
     */
    public static String writePlain(@Nullable Object value) {
        return TreeWriter.write(value);
    }
}
