package io.stowage.ecs.model.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A place where two task definitions differ.
 *
 * @param path where, in the form of a JSON pointer; containers, environment variables, secrets, volumes and port mappings are
 *     named by what identifies them instead of their index: {@code /containerDefinitions/web/environment/MODE}, {@code
 *     /containerDefinitions/web/portMappings/80~1tcp}
 * @param before the value in the first one, as plain JSON; {@code null} if it is not there
 * @param after the value in the second one, as plain JSON; {@code null} if it is not there
 */
public record ContentDifference(
        String path, @Nullable Object before, @Nullable Object after) {
    /** One line: the path, and what became of what. */
    @Override
    public String toString() {
        return path + ": " + before + " -> " + after;
    }
}
