/** What it costs to validate. */
@NullMarked
package io.stowage.ecs.benchmarks.check;

import org.jspecify.annotations.NullMarked;
