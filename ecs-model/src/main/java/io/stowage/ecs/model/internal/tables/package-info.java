/** Numbers and names that change with time, each with its date and source, read from files beside the classes. */
@NullMarked
package io.stowage.ecs.model.internal.tables;

import org.jspecify.annotations.NullMarked;
