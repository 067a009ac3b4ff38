/** Placement strategies and placement constraints as they are written in requests and services. */
@NullMarked
package io.stowage.ecs.model.placement;

import org.jspecify.annotations.NullMarked;
