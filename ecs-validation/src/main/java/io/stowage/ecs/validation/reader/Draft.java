package io.stowage.ecs.validation.reader;

import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration in the making: what one document gives, before others join. */
final class Draft {
    private final String file;
    private EcsConfiguration configuration;
    private final List<Part> parts = new ArrayList<>();
    private boolean joinable;

    Draft(String file, EcsConfiguration configuration, List<Part> parts) {
        this.file = file;
        this.configuration = configuration;
        this.parts.addAll(parts);
    }

    /** Says that a document of its own holds it, so that documents beside it may belong to it. */
    Draft joinable() {
        joinable = true;
        return this;
    }

    boolean isJoinable() {
        return joinable;
    }

    String file() {
        return file;
    }

    /** The folder of the document, with slashes; empty for the current one. */
    String folder() {
        String slashes = file.replace('\\', '/');
        int last = slashes.lastIndexOf('/');
        return last < 0 ? "" : slashes.substring(0, last);
    }

    EcsConfiguration configuration() {
        return configuration;
    }

    void set(EcsConfiguration changed) {
        configuration = changed;
    }

    void add(List<Part> more) {
        parts.addAll(more);
    }

    List<Part> parts() {
        return parts;
    }

    boolean isTaskDefinitionOnly() {
        return configuration.taskDefinition() != null
                && configuration.service() == null
                && configuration.runTask() == null;
    }

    /** What the service or run-task names as its task definition; null if there is none. */
    @Nullable
    String namedTaskDefinition() {
        if (configuration.service() != null) {
            return configuration.service().taskDefinition();
        }
        return configuration.runTask() == null ? null : configuration.runTask().taskDefinition();
    }

    LocatedConfiguration finished() {
        return new LocatedConfiguration(configuration, parts);
    }
}
