/** From figures to a table of targets: which were met, by how much, and why the others were not. */
@NullMarked
package io.stowage.ecs.benchmarks.results;

import org.jspecify.annotations.NullMarked;
