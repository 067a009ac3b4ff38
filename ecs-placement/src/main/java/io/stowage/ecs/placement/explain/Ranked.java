package io.stowage.ecs.placement.explain;

import io.stowage.ecs.placement.plugin.Score;

/**
 * An instance as one strategy sees it. Immutable.
 *
 * @param containerInstance the id of the instance
 * @param score what the strategy compares; the lower, the better
 * @param value the same in words, for example {@code 512 MiB left} or {@code us-east-1b has 1 task}, counting those of the request's group
 * @param stays whether the instance is among the best
 */
public record Ranked(String containerInstance, Score score, String value, boolean stays) {}
