package io.stowage.ecs.model.catalog;

import io.stowage.ecs.model.taskdef.TaskDefinition;

/**
 * A change that happened.
 *
 * @param catalog the catalogue after it
 * @param taskDefinition the revision it is about, as it is now, or as it last was
 */
public record CatalogChange(TaskDefinitionCatalog catalog, TaskDefinition taskDefinition) {}
