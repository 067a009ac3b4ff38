/**
 * EC2 instance types with the few facts that placement needs. Start at {@link
 * io.stowage.ecs.model.instancetype.InstanceTypes}.
 */
@NullMarked
package io.stowage.ecs.model.instancetype;

import org.jspecify.annotations.NullMarked;
