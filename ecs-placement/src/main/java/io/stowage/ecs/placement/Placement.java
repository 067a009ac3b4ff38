package io.stowage.ecs.placement;

/**
 * One task that was placed.
 *
 * @param taskId the id of the task in the session: the one that the request gave it, or its group, {@code /placed-} and a number
 * @param containerInstance the id of the instance it goes to
 */
public record Placement(String taskId, String containerInstance) {}
