/** The engine beside Netflix Fenzo 1.0.1, on the same tasks and the same cluster. Built only with the profile {@code fenzo}. */
@NullMarked
package io.stowage.ecs.benchmarks.fenzo;

import org.jspecify.annotations.NullMarked;
