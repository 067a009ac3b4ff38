/**
 * Families of task definitions and their revisions. Start at {@link io.stowage.ecs.model.catalog.TaskDefinitionCatalog}; to
 * compare two task definitions by what they mean, at {@link io.stowage.ecs.model.catalog.TaskDefinitionContent}.
 */
@NullMarked
package io.stowage.ecs.model.catalog;

import org.jspecify.annotations.NullMarked;
