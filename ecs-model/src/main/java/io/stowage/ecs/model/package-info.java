/** What all structures of the model have in common. */
@NullMarked
package io.stowage.ecs.model;

import org.jspecify.annotations.NullMarked;
