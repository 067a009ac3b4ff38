/**
 * The index of instances: where a task goes, found without looking at every instance. Numbers only; {@link
 * io.stowage.ecs.placement.internal.index.PlacementIndex} begins with the whole story. Nothing here is exported.
 */
@NullMarked
package io.stowage.ecs.placement.internal.index;

import org.jspecify.annotations.NullMarked;
