/**
 * Services of Amazon ECS over time: deployments, health, failures, draining, zones. Start at {@link
 * io.stowage.ecs.placement.service.RollingUpdate} for what a deployment does next, and at {@link
 * io.stowage.ecs.placement.service.StalledRollout} for why it does nothing.
 */
@NullMarked
package io.stowage.ecs.placement.service;

import org.jspecify.annotations.NullMarked;
