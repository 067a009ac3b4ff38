/**
 * The vocabulary of rules. A rule is a declaration that starts at {@link io.stowage.ecs.validation.spi.Rule#error(String)} and its
 * siblings; the rules of the library are written with the same words.
 */
@NullMarked
package io.stowage.ecs.validation.spi;

import org.jspecify.annotations.NullMarked;
