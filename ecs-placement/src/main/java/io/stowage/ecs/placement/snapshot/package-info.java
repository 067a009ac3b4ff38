/**
 * A cluster as placement sees it. Start at {@link io.stowage.ecs.placement.snapshot.ClusterSnapshot}.
 */
@NullMarked
package io.stowage.ecs.placement.snapshot;

import org.jspecify.annotations.NullMarked;
