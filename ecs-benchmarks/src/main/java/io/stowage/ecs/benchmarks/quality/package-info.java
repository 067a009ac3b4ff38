/** How good placements are: Q2 to Q5. Speed must not be bought with worse ones. */
@NullMarked
package io.stowage.ecs.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
