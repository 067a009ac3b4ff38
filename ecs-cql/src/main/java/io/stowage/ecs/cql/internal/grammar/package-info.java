/** What the grammar files become. Nothing outside {@code internal.syntax} reads these types. */
@NullUnmarked
package io.stowage.ecs.cql.internal.grammar;

import org.jspecify.annotations.NullUnmarked;
