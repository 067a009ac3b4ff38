/** The command line; needs picocli on the class path, which embedders of the engine do not get. */
@NullMarked
package io.stowage.ecs.placement.cli;

import org.jspecify.annotations.NullMarked;
