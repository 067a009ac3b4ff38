/** What the query language costs, beside other languages of expressions on the same work. */
@NullMarked
package io.stowage.ecs.benchmarks.expr;

import org.jspecify.annotations.NullMarked;
