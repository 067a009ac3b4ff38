package io.stowage.ecs.benchmarks.check;

import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.json.EcsJson;
import io.stowage.ecs.model.json.ParsedDocument;
import io.stowage.ecs.model.json.ReadOptions;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Task definitions as teams write them, from the smallest to one with a log router, a proxy and a file system. */
public enum Sample {
    /** One container of a web service on Fargate. */
    FARGATE_WEB("fargate-web.json"),
    /** An application with an agent, a log router, secrets, a file system and an order of starting, on Fargate. */
    FARGATE_SIDECARS("fargate-sidecars.json"),
    /** A daemon on instances, with files of the host. */
    HOST_AGENT("host-agent.json"),
    /** Two containers on the bridge of an instance, one of them with faults. */
    BRIDGE_WITH_FAULTS("bridge-with-faults.json");

    private final String file;

    Sample(String file) {
        this.file = file;
    }

    /** The text of the document. */
    public String text() {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text of a sample. */
    public ParsedDocument<TaskDefinition> read(String text) {
        return EcsJson.readTaskDefinition(SourceText.of(file, text), ReadOptions.standard());
    }
}
