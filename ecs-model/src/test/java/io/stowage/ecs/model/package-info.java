/** Tests of what all records have in common. */
@NullMarked
package io.stowage.ecs.model;

import org.jspecify.annotations.NullMarked;
