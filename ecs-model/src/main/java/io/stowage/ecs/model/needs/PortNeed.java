package io.stowage.ecs.model.needs;

/**
 * A port of the instance that a task reserves.
 *
 * @param port the host port, 1 to 65535
 * @param askedBy the JSON pointer of the port mapping in the task definition
 */
public record PortNeed(int port, String askedBy) {}
