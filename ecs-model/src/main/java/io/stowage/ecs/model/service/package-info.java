/** Services with their deployments, revisions and task sets. Start at {@link io.stowage.ecs.model.service.Service}. */
@NullMarked
package io.stowage.ecs.model.service;

import org.jspecify.annotations.NullMarked;
