/** Small structures that several others use: tags, network configuration, launch types. */
@NullMarked
package io.stowage.ecs.model.common;

import org.jspecify.annotations.NullMarked;
