/**
 * What volumes tie tasks to. Start at {@link io.stowage.ecs.model.volume.VolumeFacts}.
 */
@NullMarked
package io.stowage.ecs.model.volume;

import org.jspecify.annotations.NullMarked;
