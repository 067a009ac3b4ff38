/**
 * Characters, words and values of the language: what needs neither tokens nor a tree.
 */
@NullMarked
package io.stowage.ecs.cql.internal.text;

import org.jspecify.annotations.NullMarked;
