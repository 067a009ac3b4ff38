package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsDocumentException;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents that describe-container-instances and describe-tasks answer with straight into a {@link ClusterSnapshot}, for
 * clusters so large that making the objects of the model first would be felt. The cluster is the one that {@link EcsJson} and
 * {@link ClusterSnapshot#of} give, and whatever is wrong with a document is told as they tell it: what is not plainly as ECS writes it
 * is read by them.
 *
 * <pre>{@code
 * ClusterSnapshot cluster = ClusterReader.standard()
 *         .instances(Path.of("instances-1.json"))
 *         .instances(Path.of("instances-2.json"))
 *         .tasks(Path.of("tasks.json"))
 *         .snapshot();
 * }</pre>
 *
 * <p>What is no error is not reported: failures that ECS lists in its answer, members that are not known. Who wants to see those
 * reads with {@link EcsJson}. Of a document with an error in it nothing is added. Not thread-safe.
 */
public final class ClusterReader {
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private final ReadOptions options;
    private final TextTable texts = new TextTable();
    private final List<InstanceSnapshot> instances = new ArrayList<>();
    private final List<TaskSnapshot> tasks = new ArrayList<>();
    private @Nullable InstanceStream instanceStream;
    private @Nullable TaskStream taskStream;

    private ClusterReader(ReadOptions options) {
        this.options = options;
    }

    /**
     * Starts a cluster, with the {@linkplain ReadOptions#standard() usual} options.
     *
     * @return a reader that has read nothing
     */
    public static ClusterReader standard() {
        return with(ReadOptions.standard());
    }

    /**
     * Starts a cluster.
     *
     * @param options limits and format, for each document
     * @return a reader that has read nothing
     */
    public static ClusterReader with(ReadOptions options) {
        return new ClusterReader(Objects.requireNonNull(options, "options"));
    }

    /**
     * Adds the instances of a file.
     *
     * @param file what {@link EcsJson#readContainerInstances(Path)} takes
     * @return this
     * @throws IOException if the file cannot be read at all
     * @throws EcsDocumentException if there is an error in the document
     * @throws IllegalArgumentException if an instance cannot be understood; the message names it
     */
    public ClusterReader instances(Path file) throws IOException {
        return instances(file.toString(), bytes(file));
    }

    /**
     * Adds the instances of a stream. It is read to its end, or until it is too long, and left open.
     *
     * @param name what messages call the document; may be empty
     * @param in bytes in UTF-8, or UTF-16 with a byte order mark
     * @return this
     * @throws IOException if the stream cannot be read
     * @throws EcsDocumentException if there is an error in the document
     * @throws IllegalArgumentException if an instance cannot be understood; the message names it
     */
    public ClusterReader instances(String name, InputStream in) throws IOException {
        return instances(name, bytes(in));
    }

    /**
     * Adds the instances of a document.
     *
     * @param name what messages call the document; may be empty
     * @param document bytes in UTF-8, or UTF-16 with a byte order mark; not changed, and not kept
     * @return this
     * @throws EcsDocumentException if there is an error in the document
     * @throws IllegalArgumentException if an instance cannot be understood; the message names it
     */
    public ClusterReader instances(String name, byte[] document) {
        int before = instances.size();
        if (!tryInstances(name, document)) {
            instances.subList(before, instances.size()).clear();
            instances.addAll(described(DocumentKind.CONTAINER_INSTANCES, name, document).stream()
                    .map(InstanceSnapshot::of)
                    .toList());
        }
        return this;
    }

    /** Whether the document was plain enough; if it was not, some of its instances may have been added. */
    boolean tryInstances(String name, byte[] document) {
        try {
            DocumentStream stream = DocumentStream.open(name, document, "containerInstances", options);
            StructureScanner structures = new StructureScanner(stream.json());
            InstanceStream reading = instanceStream;
            if (reading == null) {
                reading = new InstanceStream(structures, texts, instances::add);
                instanceStream = reading;
            }
            reading.goOn(structures);
            stream.read(reading::read);
            return true;
        } catch (Unsure | IllegalArgumentException e) {
            // The other way says what it is, and where. What is half read is no good for reading on.
            instanceStream = null;
            return false;
        }
    }

    /**
     * Adds the tasks of a file.
     *
     * @param file what {@link EcsJson#readTasks(Path)} takes
     * @return this
     * @throws IOException if the file cannot be read at all
     * @throws EcsDocumentException if there is an error in the document
     * @throws IllegalArgumentException if a task cannot be understood
     */
    public ClusterReader tasks(Path file) throws IOException {
        return tasks(file.toString(), bytes(file));
    }

    /**
     * Adds the tasks of a stream. It is read to its end, or until it is too long, and left open.
     *
     * @param name what messages call the document; may be empty
     * @param in bytes in UTF-8, or UTF-16 with a byte order mark
     * @return this
     * @throws IOException if the stream cannot be read
     * @throws EcsDocumentException if there is an error in the document
     * @throws IllegalArgumentException if a task cannot be understood
     */
    public ClusterReader tasks(String name, InputStream in) throws IOException {
        return tasks(name, bytes(in));
    }

    /**
     * Adds the tasks of a document.
     *
     * @param name what messages call the document; may be empty
     * @param document bytes in UTF-8, or UTF-16 with a byte order mark; not changed, and not kept
     * @return this
     * @throws EcsDocumentException if there is an error in the document
     * @throws IllegalArgumentException if a task cannot be understood
     */
    public ClusterReader tasks(String name, byte[] document) {
        int before = tasks.size();
        if (!tryTasks(name, document)) {
            tasks.subList(before, tasks.size()).clear();
            tasks.addAll(described(DocumentKind.TASKS, name, document).stream()
                    .map(TaskSnapshot::of)
                    .filter(Objects::nonNull)
                    .toList());
        }
        return this;
    }

    /** Whether the document was plain enough; if it was not, some of its tasks may have been added. */
    boolean tryTasks(String name, byte[] document) {
        try {
            DocumentStream stream = DocumentStream.open(name, document, "tasks", options);
            StructureScanner structures = new StructureScanner(stream.json());
            TaskStream reading = taskStream;
            if (reading == null) {
                reading = new TaskStream(structures, texts, tasks::add);
                taskStream = reading;
            }
            reading.goOn(structures);
            stream.read(reading::read);
            return true;
        } catch (Unsure | IllegalArgumentException e) {
            taskStream = null;
            return false;
        }
    }

    private <T> List<T> described(DocumentKind<List<T>> kind, String name, byte[] document) {
        try {
            return EcsJson.read(kind, name, new ByteArrayInputStream(document), options)
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private byte[] bytes(Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) <= options.maxLength()) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bytes(in);
        }
    }

    /** All bytes, or so many that the text is known to be too long. */
    private byte[] bytes(InputStream in) throws IOException {
        long most = (long) MOST_BYTES_OF_A_CHARACTER * options.maxLength() + 2 * MOST_BYTES_OF_A_CHARACTER;
        return in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
    }

    /**
     * The cluster of all that was read.
     *
     * @return the cluster, as {@link ClusterSnapshot#of} makes it
     * @throws IllegalArgumentException if an instance is there twice, or if a task is described twice and differently; the message
     *     names it
     */
    public ClusterSnapshot snapshot() {
        return ClusterSnapshot.ofDescribed(instances, tasks);
    }
}
