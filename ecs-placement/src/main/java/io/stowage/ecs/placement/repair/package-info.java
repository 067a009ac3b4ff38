/**
 * The smallest changes with which a request would be placed. Start at {@link io.stowage.ecs.placement.repair.RepairSearch}.
 */
@NullMarked
package io.stowage.ecs.placement.repair;

import org.jspecify.annotations.NullMarked;
