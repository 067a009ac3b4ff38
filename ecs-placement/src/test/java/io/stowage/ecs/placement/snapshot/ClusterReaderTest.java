package io.stowage.ecs.placement.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.json.DocumentFormat;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsDocumentException;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.task.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading straight into a snapshot gives what reading objects and making a snapshot of them gives, faults included. */
class ClusterReaderTest {
    private static final ReadOptions STANDARD = ReadOptions.standard();
    private static final byte[] NOTHING = bytes("{\"tasks\": []}");

    /** The one or the other way. */
    private interface Way {
        ClusterSnapshot read() throws IOException;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All that can be seen of a cluster, or the fault. */
    private static String outcome(Way way) throws IOException {
        try {
            ClusterSnapshot cluster = way.read();
            return cluster.instances() + "\n" + cluster.tasks() + "\n" + cluster.notes();
        } catch (EcsDocumentException e) {
            return "document: " + e.diagnostics() + e.getMessage();
        } catch (IllegalArgumentException e) {
            return "cluster: " + e.getMessage();
        }
    }

    private static String byObjects(String name, byte[] instances, byte[] tasks, ReadOptions options)
            throws IOException {
        return outcome(() -> {
            List<ContainerInstance> described = EcsJson.read(
                            DocumentKind.CONTAINER_INSTANCES, name, new ByteArrayInputStream(instances), options)
                    .orThrow();
            described.forEach(InstanceSnapshot::of);
            List<Task> running = EcsJson.read(DocumentKind.TASKS, name, new ByteArrayInputStream(tasks), options)
                    .orThrow();
            return ClusterSnapshot.of(described, running);
        });
    }

    private static String straight(String name, byte[] instances, byte[] tasks, ReadOptions options)
            throws IOException {
        return outcome(() -> ClusterReader.with(options)
                .instances(name, instances)
                .tasks(name, tasks)
                .snapshot());
    }

    private static void assertSame(String name, byte[] instances, byte[] tasks, ReadOptions options)
            throws IOException {
        assertThat(straight(name, instances, tasks, options))
                .as(() -> new String(instances, StandardCharsets.UTF_8) + "\n"
                        + new String(tasks, StandardCharsets.UTF_8))
                .isEqualTo(byObjects(name, instances, tasks, options));
    }

    private static void assertSame(String instances) throws IOException {
        assertSame("a.json", bytes(instances), NOTHING, STANDARD);
    }

    private static boolean isQuick(byte[] instances, byte[] tasks) {
        ClusterReader reader = ClusterReader.standard();
        return reader.tryInstances("a.json", instances) && reader.tryTasks("a.json", tasks);
    }

    @Test
    void examples_readBothWays_areEqualAndReadStraight() throws IOException {
        byte[] instances = Files.readAllBytes(Path.of("examples/container-instances.json"));
        byte[] tasks = Files.readAllBytes(Path.of("examples/tasks.json"));

        assertSame("a.json", instances, tasks, STANDARD);
        assertThat(isQuick(instances, tasks)).isTrue();
        assertThat(ClusterReader.standard()
                        .instances(Path.of("examples/container-instances.json"))
                        .tasks(Path.of("examples/tasks.json"))
                        .snapshot())
                .isEqualTo(ClusterReader.standard()
                        .instances("", new ByteArrayInputStream(instances))
                        .tasks("", new ByteArrayInputStream(tasks))
                        .snapshot());
    }

    @Test
    void corpus_readBothWays_isEqual() throws IOException {
        String folder = System.getProperty("stowage.corpus");
        assumeTrue(folder != null, "left out: the system property stowage.corpus names no folder");
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] document = Files.readAllBytes(file);
                assertSame(file.toString(), document, NOTHING, STANDARD);
                assertSame(file.toString(), bytes("[]"), document, STANDARD);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 100})
    void randomDocuments_readBothWays_areEqual(int wrong) throws IOException {
        int quick = 0;
        int read = 0;
        for (int seed = 0; seed < 400; seed++) {
            byte[] instances = bytes(new RandomDocument(seed, wrong).instances(6));
            byte[] tasks = bytes(new RandomDocument(-1L - seed, wrong).tasks(4));
            assertSame("a.json", instances, tasks, STANDARD);
            quick += isQuick(instances, tasks) ? 1 : 0;
            read += straight("a.json", instances, tasks, STANDARD).startsWith("[") ? 1 : 0;
        }
        // What is right is read, most of it straight, and what is wrong is in the sample too.
        if (wrong == 0) {
            assertThat(read).isGreaterThan(380);
            assertThat(quick).isGreaterThan(150);
        } else {
            assertThat(read).isBetween(10, 380);
            assertThat(quick).isGreaterThan(5);
        }
    }

    @Test
    void documentsWithOneByteChanged_readBothWays_areEqual() throws IOException {
        Random random = new Random(17);
        byte[] odd = bytes("\"\\{}[],:-+.eE0123456789nulltrue \t\n\u0000\u0001\u00e4\u20ac");
        for (int i = 0; i < 1200; i++) {
            byte[] instances = bytes(new RandomDocument(i % 50, 0).instances(2));
            byte[] tasks = bytes(new RandomDocument(i % 50, 0).tasks(2));
            byte[] changed = i % 2 == 0 ? instances : tasks;
            changed[random.nextInt(changed.length)] = odd[random.nextInt(odd.length)];
            assertSame("a.json", instances, tasks, STANDARD);
        }
    }

    @Test
    void severalDocuments_afterOneThatIsNotPlain_areReadAsIfAlone() throws IOException {
        for (int seed = 0; seed < 150; seed++) {
            ClusterReader reader = ClusterReader.standard();
            StringBuilder expected = new StringBuilder();
            for (int part = 0; part < 4; part++) {
                byte[] instances = bytes(new RandomDocument(7L * seed + part, 150).instances(5));
                expected.append(outcome(() ->
                        ClusterReader.standard().instances("a.json", instances).snapshot()));
                try {
                    reader.instances("a.json", instances);
                } catch (IllegalArgumentException | EcsDocumentException e) {
                    // Told above; the reader goes on with the next document.
                }
            }
            try {
                for (InstanceSnapshot instance : reader.snapshot().instances()) {
                    assertThat(expected.toString()).contains(instance.toString());
                }
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("is listed twice");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "[]",
                "[null]",
                "[1]",
                "null",
                "true",
                "\"x\"",
                "[] []",
                "[]x",
                "{\"containerInstances\": []",
                "{\"containerInstances\": [],}",
                "{\"containerInstances\": [], \"containerInstances\": []}",
                "{\"containerInstances\": [\"arn:x\"]}",
                "{\"containerInstances\": {}}",
                "{\"containerInstances\": null}",
                "{\"ContainerInstances\": []}",
                "{\"failures\": [], \"containerInstances\": []}",
                "{\"detail\": {\"containerInstanceArn\": \"a\"}, \"containerInstances\": []}",
                "{\"containerInstances\": [], \"detail\": {\"containerInstanceArn\": \"a\", \"a\": 1, \"a\": 2}}",
                "containerInstances: []",
                "{containerInstances: []}",
                "[{\"containerInstanceArn\": \"a\"}]",
                "[{\"containerInstanceArn\": \"a\", \"registeredResources\": []}]",
                "[{\"containerInstanceArn\": \"a\", \"registeredResources\": [{\"name\": \"CPU\", \"integerValue\": 1},"
                        + " {\"name\": \"MEMORY\", \"integerValue\": -1}]}]",
                "[{\"containerInstanceArn\": \"\", \"registeredResources\": [{\"name\": \"CPU\", \"integerValue\": 1},"
                        + " {\"name\": \"MEMORY\", \"integerValue\": 1}]}]",
                "[{\"containerInstanceArn\": \"a\", \"registeredResources\": [{\"name\": \"CPU\", \"doubleValue\":"
                        + " 0.99999999999999999}, {\"name\": \"MEMORY\", \"doubleValue\": -2.75}]}]",
                "[{\"containerInstanceArn\": \"a\", \"registeredResources\": ${resources}}]",
                "[{\"containerInstanceArn\": \"\\ud800\", \"registeredResources\": [{\"name\": \"CPU\"},"
                        + " {\"name\": \"MEMORY\"}], \"attributes\": [,]}]",
            })
    void oddDocuments_readBothWays_areEqual(String instances) throws IOException {
        assertSame(instances);
        assertSame("a", bytes(instances), NOTHING, STANDARD);
        assertSame("a.yaml", bytes(instances), NOTHING, STANDARD);
        assertSame(
                "a.yaml",
                bytes(instances),
                NOTHING,
                STANDARD.toBuilder().format(DocumentFormat.JSON).build());
        assertSame(
                "a.json",
                bytes(instances),
                NOTHING,
                STANDARD.toBuilder().format(DocumentFormat.YAML).build());
    }

    @Test
    void encodings_readBothWays_areEqual() throws IOException {
        String text = Files.readString(Path.of("examples/container-instances.json"));
        assertSame("a.json", text.getBytes(StandardCharsets.UTF_16), NOTHING, STANDARD);
        assertSame("a.json", text.getBytes(StandardCharsets.UTF_16LE), NOTHING, STANDARD);
        assertSame("a.json", bytes("\ufeff" + text), NOTHING, STANDARD);
        assertSame("a.json", bytes("\ufeff\ufeff" + text), NOTHING, STANDARD);
        assertSame(
                "a.json", (text.replace("ACTIVE", "\u00e4")).getBytes(StandardCharsets.ISO_8859_1), NOTHING, STANDARD);
        assertThat(isQuick(bytes("\ufeff" + text.replace("ACTIVE", "\u00e4\ud83d\ude80")), NOTHING))
                .isTrue();
    }

    @Test
    void limits_readBothWays_areEqual() throws IOException {
        String text = new RandomDocument(3, 0).instances(4);
        for (int limit = 1; limit < 60; limit++) {
            assertSame(
                    "a.json",
                    bytes(text),
                    NOTHING,
                    STANDARD.toBuilder().maxDepth(limit).build());
            assertSame(
                    "a.json",
                    bytes(text),
                    NOTHING,
                    STANDARD.toBuilder().maxStringLength(limit).build());
            assertSame(
                    "a.json",
                    bytes(text),
                    NOTHING,
                    STANDARD.toBuilder().maxNumberLength(limit).build());
            assertSame(
                    "a.json",
                    bytes(text),
                    NOTHING,
                    STANDARD.toBuilder().maxFindings(limit).build());
        }
        for (int limit = text.length() - 3; limit < text.length() + 3; limit++) {
            ReadOptions options = STANDARD.toBuilder().maxLength(limit).build();
            assertSame("a.json", bytes(text), NOTHING, options);
            assertThat(outcome(() -> ClusterReader.with(options)
                            .instances("a.json", new ByteArrayInputStream(bytes(text)))
                            .tasks("a.json", NOTHING)
                            .snapshot()))
                    .isEqualTo(byObjects("a.json", bytes(text), NOTHING, options));
        }
    }

    @Test
    void fault_inADocument_isToldWithItsPlace() {
        byte[] document = bytes("{\"containerInstances\": [\n{\"containerInstanceArn\": 5}]}");

        assertThatThrownBy(() -> ClusterReader.standard().instances("a.json", document))
                .isInstanceOf(EcsDocumentException.class)
                .hasMessageContaining("a.json:2:26")
                .hasMessageContaining("a string was expected");
    }

    @Test
    void instanceThatIsThereTwice_inTwoDocuments_isRefused() {
        byte[] document = bytes("[{\"containerInstanceArn\": \"a\", \"registeredResources\": [{\"name\": \"CPU\"},"
                + " {\"name\": \"MEMORY\"}]}]");
        ClusterReader reader = ClusterReader.standard().instances("a", document).instances("b", document);

        assertThatThrownBy(reader::snapshot)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("container instance a is listed twice");
    }

    @Test
    void attributesThatAreEqual_areOneMap() {
        byte[] document = bytes(new RandomDocument(11, 0).instances(6));
        ClusterSnapshot cluster =
                ClusterReader.standard().instances("a.json", document).snapshot();
        for (InstanceSnapshot one : cluster.instances()) {
            for (InstanceSnapshot other : cluster.instances()) {
                if (List.copyOf(one.attributes().entrySet())
                        .equals(List.copyOf(other.attributes().entrySet()))) {
                    assertThat(one.attributes()).isSameAs(other.attributes());
                }
            }
        }
    }

    /** Instances as ECS describes them; every attribute of the name {@code own} has a value that no other has. */
    private static byte[] described(int instances, int attributes, boolean own) {
        StringBuilder text = new StringBuilder("{\"containerInstances\": [");
        for (int i = 0; i < instances; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"containerInstanceArn\": \"arn:aws:ecs:eu-west-1:1:container-instance/c/")
                    .append(i)
                    .append("\", \"registeredResources\": [{\"name\": \"CPU\", \"integerValue\": 2048}, {\"name\":")
                    .append(" \"MEMORY\", \"integerValue\": 4096}], \"attributes\": [");
            for (int j = 0; j < attributes; j++) {
                text.append("{\"name\": \"capability.").append(j).append("\"},");
            }
            text.append("{\"name\": \"own\", \"value\": \"")
                    .append(own ? i : 0)
                    .append("\"}], \"remainingResources\": [{\"name\": \"CPU\", \"integerValue\": ")
                    .append(i)
                    .append("}, {\"name\": \"MEMORY\", \"integerValue\": 1024}]}");
        }
        return bytes(text + "]}");
    }

    @Test
    void manyInstances_withAttributesOfTheirOwn_areEqualAndReadStraight() throws IOException {
        byte[] document = described(400, 150, true);

        assertSame("a.json", document, NOTHING, STANDARD);
        assertThat(isQuick(document, NOTHING)).isTrue();
    }

    @Test
    void members_thatNobodyKnows_mayBeManyButNotTwice() throws IOException {
        for (int members : new int[] {10, 60, 64, 65, 200}) {
            for (int twice : new int[] {0, 1}) {
                StringBuilder text = new StringBuilder("{\"containerInstances\": [], \"other\": [{");
                for (int i = 0; i < members; i++) {
                    text.append("\"m").append(i).append("\": {\"a\": {\"b\": 1, \"c\": []}},");
                }
                assertSame(text + "\"m" + (members - twice) + "\": {}}]}");
            }
        }
    }

    @Test
    void reading_allocatesLittleMoreThanItKeeps() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] document = described(2000, 40, false);
        long allocated = 0;
        for (int i = 0; i < 3; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(ClusterReader.standard().tryInstances("a.json", document))
                    .isTrue();
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        // Kept of an instance are the snapshot, its ARN and what remains: some 220 bytes. By way of objects it is
        // 80,000.
        assertThat(allocated / 2000).isLessThan(320);
    }
}
