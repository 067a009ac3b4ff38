/**
 * The configuration of the container agent, and what an instance registers with it. Start at {@link
 * io.stowage.ecs.model.agent.AgentConfig}.
 */
@NullMarked
package io.stowage.ecs.model.agent;

import org.jspecify.annotations.NullMarked;
