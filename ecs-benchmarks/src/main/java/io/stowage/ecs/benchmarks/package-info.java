/**
 * Measurements of the other modules. {@link io.stowage.ecs.benchmarks.Main} runs them; the tests beside them hold the order
 * of the modules straight.
 */
@NullMarked
package io.stowage.ecs.benchmarks;

import org.jspecify.annotations.NullMarked;
