/** The search behind the analysis of rolling deployments. */
@NullMarked
package io.stowage.ecs.placement.internal.rollout;

import org.jspecify.annotations.NullMarked;
