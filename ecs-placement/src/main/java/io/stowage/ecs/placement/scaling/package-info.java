/**
 * How the sizes of services and of their Auto Scaling groups follow metrics and the clock, as pure functions. Start at {@link
 * io.stowage.ecs.placement.scaling.TargetTracking} for services and at {@link
 * io.stowage.ecs.placement.scaling.CapacityProviderReservation} for instances.
 */
@NullMarked
package io.stowage.ecs.placement.scaling;

import org.jspecify.annotations.NullMarked;
