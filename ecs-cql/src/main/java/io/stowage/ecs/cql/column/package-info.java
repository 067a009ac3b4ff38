/**
 * Queries over many instances at once. Instances stand in rows, what is known of them in columns of numbered values; a query is
 * asked once for each distinct value, and its answer is a set of rows that is kept and only mended when something changes.
 *
 * <p>{@link io.stowage.ecs.cql.column.InstanceColumns} is what a query reads: implement it on columns of your own, or fill an
 * {@link io.stowage.ecs.cql.column.InstanceTable}. {@link io.stowage.ecs.cql.ClusterQuery#over} gives a
 * {@link io.stowage.ecs.cql.column.LiveAnswer}, which equals asking {@link io.stowage.ecs.cql.ClusterQuery#matches} of every
 * row, always.
 */
@NullMarked
package io.stowage.ecs.cql.column;

import org.jspecify.annotations.NullMarked;
