/** The inside of the simulator: a clock with an agenda, the books of services and instances, and one class for each process. */
@NullMarked
package io.stowage.ecs.placement.internal.simulation;

import org.jspecify.annotations.NullMarked;
