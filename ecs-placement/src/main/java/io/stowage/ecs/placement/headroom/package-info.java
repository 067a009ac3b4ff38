/**
 * How many tasks more fit on a cluster, and how many fit on an instance of a type, with what ends it. Start at {@link
 * io.stowage.ecs.placement.headroom.Headroom} and {@link io.stowage.ecs.placement.headroom.Density}.
 */
@NullMarked
package io.stowage.ecs.placement.headroom;

import org.jspecify.annotations.NullMarked;
