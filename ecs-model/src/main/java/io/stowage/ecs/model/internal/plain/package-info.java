/** JSON as plain lists and maps, for code that goes over all members alike. Not exported: may change at any time. */
@NullMarked
package io.stowage.ecs.model.internal.plain;

import org.jspecify.annotations.NullMarked;
