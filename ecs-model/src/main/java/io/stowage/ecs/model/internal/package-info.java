/** Not exported: may change at any time. */
@NullMarked
package io.stowage.ecs.model.internal;

import org.jspecify.annotations.NullMarked;
