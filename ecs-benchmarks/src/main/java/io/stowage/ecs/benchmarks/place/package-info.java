/** Placement: the workloads, the naive scan beside the engine, and the targets P1 to P16. */
@NullMarked
package io.stowage.ecs.benchmarks.place;

import org.jspecify.annotations.NullMarked;
