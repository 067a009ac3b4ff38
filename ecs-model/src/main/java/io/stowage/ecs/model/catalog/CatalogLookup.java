package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.taskdef.TaskDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking up a reference: a task definition, or an error and what it means.
 *
 * @param taskDefinition the task definition; {@code null} if there is an error
 * @param error why there is none; {@code null} if there is one
 * @param message a sentence about the error and what would be accepted; empty if there is none
 */
public record CatalogLookup(
        @Nullable TaskDefinition taskDefinition, @Nullable CatalogError error, String message) {
    static CatalogLookup of(TaskDefinition definition) {
        return new CatalogLookup(definition, null, "");
    }

    static CatalogLookup failed(CatalogError error, String message) {
        return new CatalogLookup(null, error, message);
    }

    /**
     * The task definition, for callers that want nothing less.
     *
     * @return never null
     * @throws CatalogException if there is none
     */
    public TaskDefinition orThrow() {
        if (taskDefinition == null) {
            throw new CatalogException(error == null ? CatalogError.NOT_FOUND : error, message);
        }
        return taskDefinition;
    }
}
