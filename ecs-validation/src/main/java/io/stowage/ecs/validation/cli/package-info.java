/** The command line. It needs picocli, which users of the library need not have. */
@NullMarked
package io.stowage.ecs.validation.cli;

import org.jspecify.annotations.NullMarked;
