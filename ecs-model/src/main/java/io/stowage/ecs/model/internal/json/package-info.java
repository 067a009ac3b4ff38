/** Not exported: may change at any time. */
@NullMarked
package io.stowage.ecs.model.internal.json;

import org.jspecify.annotations.NullMarked;
