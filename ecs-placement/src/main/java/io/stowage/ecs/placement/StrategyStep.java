package io.stowage.ecs.placement;

import io.stowage.ecs.placement.plugin.Score;

/**
 * What one placement strategy did to the candidates of one task.
 *
 * @param strategy the strategy as a person writes it, for example {@code spread(attribute:ecs.availability-zone)}
 * @param before how many instances it chose among
 * @param after how many of them were equally good
 * @param score how good those are
 * @param because what the chosen instance has, for example {@code us-east-1b has 1 task}, counting those of the request's
 *     group
 */
public record StrategyStep(String strategy, int before, int after, Score score, String because) {}
