package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.ResourceNeed;

/**
 * What a task needs of a custom resource, if it needs anything.
 *
 * @param resource the name of the resource
 * @param need how much
 */
record CustomNeed(String resource, ResourceNeed need) {}
