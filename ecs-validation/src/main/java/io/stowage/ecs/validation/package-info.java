/**
 * Configuration rules for Amazon ECS. Start at {@link io.stowage.ecs.validation.EcsValidator}.
 */
@NullMarked
package io.stowage.ecs.validation;

import org.jspecify.annotations.NullMarked;
