/**
 * The attributes that a container instance must have to run a task. Start at {@link
 * io.stowage.ecs.model.attributes.RequiredAttributes}.
 */
@NullMarked
package io.stowage.ecs.model.attributes;

import org.jspecify.annotations.NullMarked;
