/**
 * The rule for the Maven Enforcer plugin. It is compiled for Java 8, because the class reader of older Maven versions finds no
 * rules in newer classes, and it is in no module, because the Enforcer's API names none.
 */
@NullMarked
package io.stowage.ecs.validation.enforcer;

import org.jspecify.annotations.NullMarked;
