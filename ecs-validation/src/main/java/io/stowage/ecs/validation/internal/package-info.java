/** What the packages of this module share. */
@NullMarked
package io.stowage.ecs.validation.internal;

import org.jspecify.annotations.NullMarked;
