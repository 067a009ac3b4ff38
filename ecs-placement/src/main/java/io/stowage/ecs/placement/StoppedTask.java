package io.stowage.ecs.placement;

/**
 * One task that was chosen to stop. Its desired status is {@code STOPPED} from then on: it no longer counts, and it holds its resources
 * until {@link PlacementSession#stop} says that it has stopped.
 *
 * @param taskId the id of the task
 * @param containerInstance the id of its instance
 */
public record StoppedTask(String taskId, String containerInstance) {}
