/**
 * The syntax tree of a query, in the words of ECS: start at {@link io.stowage.ecs.cql.ast.Expression}.
 *
 * <p>Everything here is immutable and safe to share between threads.
 */
@NullMarked
package io.stowage.ecs.cql.ast;

import org.jspecify.annotations.NullMarked;
