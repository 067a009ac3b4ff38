/**
 * Why a task goes where it goes, and why it goes nowhere else. Start at {@link io.stowage.ecs.placement.explain.Explanation}, which {@link
 * io.stowage.ecs.placement.PlacementEngine#explain PlacementEngine.explain} and {@link
 * io.stowage.ecs.placement.PlacementSession#explain PlacementSession.explain} give.
 */
@NullMarked
package io.stowage.ecs.placement.explain;

import org.jspecify.annotations.NullMarked;
