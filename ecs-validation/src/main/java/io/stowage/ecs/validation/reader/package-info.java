/**
 * Reads files into the configurations that are validated: task definitions, services, templates, plans, and what describes a
 * cluster. Start at {@link io.stowage.ecs.validation.reader.EcsDocuments}.
 */
@NullMarked
package io.stowage.ecs.validation.reader;

import org.jspecify.annotations.NullMarked;
