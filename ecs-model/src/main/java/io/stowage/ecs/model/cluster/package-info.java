/** Clusters and their container instances. Start at {@link io.stowage.ecs.model.cluster.ContainerInstance}. */
@NullMarked
package io.stowage.ecs.model.cluster;

import org.jspecify.annotations.NullMarked;
