/**
 * From text to tree and plan, or to the faults. Start at {@link io.stowage.ecs.cql.internal.syntax.QueryReader}.
 */
@NullMarked
package io.stowage.ecs.cql.internal.syntax;

import org.jspecify.annotations.NullMarked;
