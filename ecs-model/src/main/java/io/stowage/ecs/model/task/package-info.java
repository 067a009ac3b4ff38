/** Tasks, what runs in them, and the requests that start them. Start at {@link io.stowage.ecs.model.task.Task}. */
@NullMarked
package io.stowage.ecs.model.task;

import org.jspecify.annotations.NullMarked;
