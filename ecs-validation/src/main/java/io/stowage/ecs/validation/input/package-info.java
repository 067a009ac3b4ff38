/** What is validated: {@link io.stowage.ecs.validation.input.EcsConfiguration} and the descriptions around a task definition. */
@NullMarked
package io.stowage.ecs.validation.input;

import org.jspecify.annotations.NullMarked;
