/**
 * Compares revisions by what they mean. Start at {@link io.stowage.ecs.validation.diff.RevisionDiff}.
 */
@NullMarked
package io.stowage.ecs.validation.diff;

import org.jspecify.annotations.NullMarked;
