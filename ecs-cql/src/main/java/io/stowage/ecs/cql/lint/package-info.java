/**
 * What is suspicious about queries that are valid. Start at {@link io.stowage.ecs.cql.lint.QueryLint}.
 */
@NullMarked
package io.stowage.ecs.cql.lint;

import org.jspecify.annotations.NullMarked;
