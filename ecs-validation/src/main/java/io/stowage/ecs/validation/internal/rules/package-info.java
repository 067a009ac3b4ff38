/** The rules of the library, one class for a section of the catalogue. */
@NullMarked
package io.stowage.ecs.validation.internal.rules;

import org.jspecify.annotations.NullMarked;
