package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.model.cluster.ContainerInstance;
import io.stowage.ecs.model.json.DocumentKind;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.snapshot.ClusterReader;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** M6: from the bytes of {@code describe-container-instances} to a session that is ready to place. The time is that of the whole document. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoadBenchmark {
    /** How many instances there are. */
    @Param("1000")
    public int instances = 1000;

    private final JsonFactory factory = new JsonFactory();
    private final JsonMapper mapper = new JsonMapper();
    private byte[] document = {};

    /** For JMH. */
    public LoadBenchmark() {}

    /** Writes the document. */
    @Setup
    public void prepare() {
        document = Described.document(Columns.of(Fill.HALF, instances)).getBytes(StandardCharsets.UTF_8);
    }

    /** The library. */
    @Benchmark
    public PlacementSession stowage() {
        return load(document);
    }

    /** Straight from the bytes to a session. */
    static PlacementSession load(byte[] document) {
        return PlacementEngine.standard()
                .open(ClusterReader.standard()
                        .instances("instances.json", document)
                        .snapshot());
    }

    /** The library by way of the objects of the model, for who needs those too. */
    @Benchmark
    public PlacementSession objects() throws IOException {
        List<ContainerInstance> described = EcsJson.read(
                        DocumentKind.CONTAINER_INSTANCES,
                        "instances.json",
                        new ByteArrayInputStream(document),
                        ReadOptions.standard())
                .orThrow();
        return PlacementEngine.standard().open(ClusterSnapshot.of(described, List.of()));
    }

    /** The tokenizer alone. */
    @Benchmark
    public int tokens() {
        int tokens = 0;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), document)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** A tree of all there is. */
    @Benchmark
    public JsonNode tree() {
        return mapper.readTree(document);
    }

    /** The document, for a test. */
    byte[] document() {
        return document;
    }
}
