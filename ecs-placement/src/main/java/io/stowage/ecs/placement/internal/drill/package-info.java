/** How drills are played. */
@NullMarked
package io.stowage.ecs.placement.internal.drill;

import org.jspecify.annotations.NullMarked;
