/**
 * From tree to a matcher. Start at {@link io.stowage.ecs.cql.internal.match.Planner}.
 */
@NullMarked
package io.stowage.ecs.cql.internal.match;

import org.jspecify.annotations.NullMarked;
