/**
 * The IAM roles around ECS: which are needed, for what, and whether given ones suffice. Start at {@link
 * io.stowage.ecs.model.roles.RoleBindings}.
 */
@NullMarked
package io.stowage.ecs.model.roles;

import org.jspecify.annotations.NullMarked;
