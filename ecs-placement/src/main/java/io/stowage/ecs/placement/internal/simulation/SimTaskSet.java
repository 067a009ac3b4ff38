package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.deployment.DeploymentNumbers;
import io.stowage.ecs.model.service.Scale;
import io.stowage.ecs.model.service.ScaleUnit;
import io.stowage.ecs.model.service.StabilityStatus;
import io.stowage.ecs.model.service.TaskSet;
import java.time.Instant;
import java.util.List;

/** A task set of a service with an external deployment controller. */
final class SimTaskSet {
    final SimService service;
    final SimDeployment deployment;
    final Instant createdAt;
    String status = "ACTIVE";
    double scalePercent;
    boolean isSteady;
    Instant updatedAt;
    Instant stabilityAt;

    SimTaskSet(SimService service, SimDeployment deployment, double scalePercent, Instant now) {
        this.service = service;
        this.deployment = deployment;
        this.scalePercent = scalePercent;
        this.createdAt = now;
        this.updatedAt = now;
        this.stabilityAt = now;
    }

    boolean isDraining() {
        return status.equals("DRAINING");
    }

    /** How many tasks it shall have; none once it is deleted. */
    int computedDesiredCount() {
        return isDraining() ? 0 : (int) DeploymentNumbers.taskSetCount(service.desired, scalePercent);
    }

    List<SimTask> tasks() {
        return service.tasks.values().stream()
                .filter(task -> task.revision == deployment.revision)
                .toList();
    }

    String percent() {
        return scalePercent == Math.rint(scalePercent)
                ? String.valueOf((long) scalePercent)
                : String.valueOf(scalePercent);
    }

    TaskSet view() {
        List<SimTask> staying = tasks().stream().filter(task -> !task.stopping).toList();
        int running = (int) staying.stream()
                .filter(task -> task.state == SimTask.State.RUNNING)
                .count();
        return TaskSet.builder()
                .id(deployment.id)
                .status(status)
                .scale(Scale.builder()
                        .unit(ScaleUnit.PERCENT)
                        .value(scalePercent)
                        .build())
                .computedDesiredCount(computedDesiredCount())
                .runningCount(running)
                .pendingCount(staying.size() - running)
                .stabilityStatus(isSteady ? StabilityStatus.STEADY_STATE : StabilityStatus.STABILIZING)
                .stabilityStatusAt(stabilityAt)
                .createdAt(createdAt)
                .updatedAt(updatedAt)
                .loadBalancers(deployment.revision.definition.request().loadBalancers())
                .build();
    }
}
