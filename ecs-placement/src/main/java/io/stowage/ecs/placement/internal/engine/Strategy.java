package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.plugin.StrategyPlugin.Ranking;

/**
 * A strategy of a plan.
 *
 * @param name the strategy as a person writes it
 * @param ranking what it does
 */
record Strategy(String name, Ranking ranking) {}
