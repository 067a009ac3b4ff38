/**
 * What a caller can add to the engine: constraints, strategies, resources, a tie-breaker, a source of random numbers. All of it is
 * given to {@link io.stowage.ecs.placement.PlacementEngine.Builder}; ECS's own constraints and strategies are written against the
 * same interfaces.
 *
 * <p>A plug-in must be pure: the same arguments give the same answer, whatever was asked before and in whatever order. One that
 * throws, or answers what cannot be, ends the call with a {@link io.stowage.ecs.placement.plugin.PluginException} that names it, and
 * the session stays as it was. A plug-in is called by one thread at a time for each session, but several sessions may share it.
 */
@NullMarked
package io.stowage.ecs.placement.plugin;

import org.jspecify.annotations.NullMarked;
