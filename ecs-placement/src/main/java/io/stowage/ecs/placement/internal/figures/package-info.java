/** Numbers that change with time, read from tables that lie beside the classes which use them. */
@NullMarked
package io.stowage.ecs.placement.internal.figures;

import org.jspecify.annotations.NullMarked;
