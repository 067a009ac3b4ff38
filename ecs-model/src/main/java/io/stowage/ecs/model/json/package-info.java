/**
 * Reading and writing JSON. Start at {@link io.stowage.ecs.model.json.EcsJson}.
 */
@NullMarked
package io.stowage.ecs.model.json;

import org.jspecify.annotations.NullMarked;
