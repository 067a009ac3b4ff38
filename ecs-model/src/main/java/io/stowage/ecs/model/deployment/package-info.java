/**
 * Arithmetic of deployments that needs no cluster. Start at {@link io.stowage.ecs.model.deployment.DeploymentBounds}.
 */
@NullMarked
package io.stowage.ecs.model.deployment;

import org.jspecify.annotations.NullMarked;
