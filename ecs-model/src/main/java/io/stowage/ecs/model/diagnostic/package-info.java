/**
 * Findings and the places they point at: one type, {@link io.stowage.ecs.model.diagnostic.Diagnostic}, for every
 * module of the library.
 */
@NullMarked
package io.stowage.ecs.model.diagnostic;

import org.jspecify.annotations.NullMarked;
