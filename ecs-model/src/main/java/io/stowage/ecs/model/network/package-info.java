/**
 * Load balancers in front of services. Start at {@link io.stowage.ecs.model.network.TargetRegistration}.
 */
@NullMarked
package io.stowage.ecs.model.network;

import org.jspecify.annotations.NullMarked;
