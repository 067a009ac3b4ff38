/** What the tests of this module share. */
@NullMarked
package io.stowage.ecs.model.testing;

import org.jspecify.annotations.NullMarked;
