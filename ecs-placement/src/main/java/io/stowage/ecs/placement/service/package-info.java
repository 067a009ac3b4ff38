/**
 * Services of Amazon ECS over time: deployments, health, failures, draining, zones. Start at {@link
 * io.stowage.ecs.placement.service.RolloutAnalysis} to prove a rollout before it begins, at {@link
 * io.stowage.ecs.placement.service.ServiceSimulator} to see one happen, at {@link
 * io.stowage.ecs.placement.service.RollingUpdate} for the rule behind both, and at {@link
 * io.stowage.ecs.placement.service.Drills} to lose instances before they are lost.
 */
@NullMarked
package io.stowage.ecs.placement.service;

import org.jspecify.annotations.NullMarked;
