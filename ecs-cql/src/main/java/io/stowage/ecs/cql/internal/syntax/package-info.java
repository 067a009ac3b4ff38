/**
 * From text to tree, or to the first fault. Start at {@link io.stowage.ecs.cql.internal.syntax.QueryReader}.
 */
@NullMarked
package io.stowage.ecs.cql.internal.syntax;

import org.jspecify.annotations.NullMarked;
