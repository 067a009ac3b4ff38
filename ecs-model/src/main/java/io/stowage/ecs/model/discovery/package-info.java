/**
 * How tasks find services. Start at {@link io.stowage.ecs.model.discovery.CloudMapService} or {@link
 * io.stowage.ecs.model.discovery.ServiceConnectEndpoint}.
 */
@NullMarked
package io.stowage.ecs.model.discovery;

import org.jspecify.annotations.NullMarked;
