/** Capacity providers and what they scale. Start at {@link io.stowage.ecs.model.capacity.CapacityProvider}. */
@NullMarked
package io.stowage.ecs.model.capacity;

import org.jspecify.annotations.NullMarked;
