/**
 * Queries written in Java. Start at {@link io.stowage.ecs.cql.build.Conditions}; only what is valid compiles, and what the types
 * cannot tell (a bad name, a bad pattern) is refused at the call.
 *
 * <pre>{@code
 * ClusterQuery query = attribute("ecs.instance-type").matches("t2\\..*")
 *         .and(attribute("stack").equalTo("prod").or(attribute("stack").notExists()))
 *         .toQuery();
 * }</pre>
 */
@NullMarked
package io.stowage.ecs.cql.build;

import org.jspecify.annotations.NullMarked;
