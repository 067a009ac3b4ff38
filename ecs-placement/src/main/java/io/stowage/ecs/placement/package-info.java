/**
 * Places tasks on container instances. Start at {@link io.stowage.ecs.placement.PlacementEngine}.
 */
@NullMarked
package io.stowage.ecs.placement;

import org.jspecify.annotations.NullMarked;
