/**
 * What a task asks of the instance it is to run on. Start at {@link io.stowage.ecs.model.needs.TaskNeeds}.
 */
@NullMarked
package io.stowage.ecs.model.needs;

import org.jspecify.annotations.NullMarked;
