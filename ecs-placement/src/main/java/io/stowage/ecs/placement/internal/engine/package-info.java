/**
 * The exhaustive engine: every instance is looked at for every task. It is written to be read, and it stays: faster engines must
 * give the answers that this one gives.
 */
@NullMarked
package io.stowage.ecs.placement.internal.engine;

import org.jspecify.annotations.NullMarked;
