/**
 * The checks behind {@link io.stowage.ecs.cql.lint.QueryLint}.
 */
@NullMarked
package io.stowage.ecs.cql.internal.lint;

import org.jspecify.annotations.NullMarked;
