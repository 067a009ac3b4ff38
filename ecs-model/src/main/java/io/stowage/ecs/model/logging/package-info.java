/**
 * Where the logs of containers go. Start at {@link io.stowage.ecs.model.logging.LogStream}.
 */
@NullMarked
package io.stowage.ecs.model.logging;

import org.jspecify.annotations.NullMarked;
