/**
 * What can be proved of queries without an instance. Start at {@link io.stowage.ecs.cql.internal.logic.Reasoner}.
 */
@NullMarked
package io.stowage.ecs.cql.internal.logic;

import org.jspecify.annotations.NullMarked;
