/** Task definitions and all that they are made of. Start at {@link io.stowage.ecs.model.taskdef.TaskDefinition}. */
@NullMarked
package io.stowage.ecs.model.taskdef;

import org.jspecify.annotations.NullMarked;
