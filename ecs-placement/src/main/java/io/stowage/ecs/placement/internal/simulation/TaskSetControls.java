package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.deployment.DeploymentNumbers;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.DeploymentRolloutState;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.service.TaskSet;
import io.stowage.ecs.placement.service.CircuitBreakerRun;
import io.stowage.ecs.placement.service.SimulatedService;
import java.util.List;

/** What the owner of an external deployment controller does with the task sets of a service. */
public final class TaskSetControls {
    private final World world;
    private final Controls controls;

    TaskSetControls(World world, Controls controls) {
        this.world = world;
        this.controls = controls;
    }

    /** A new task set, which is not the primary one; its id. */
    public String create(SimulatedService definition, double scalePercent) {
        SimService service = external(definition.name());
        // The same check as when it is scaled later.
        DeploymentNumbers.taskSetCount(0, scalePercent);
        CreateServiceRequest own = definition.request();
        boolean elsewhere = own.launchType() != null && !own.launchType().equals(service.request.launchType())
                || !own.capacityProviderStrategy().isEmpty()
                        && !own.capacityProviderStrategy().equals(service.providers());
        if (elsewhere) {
            throw new IllegalArgumentException("a task set of service " + service.name
                    + " asks for another launch type or capacity provider strategy than the service; the same, or none, was"
                    + " expected, since the simulation keeps one for all task sets");
        }
        SimulatedService merged = Controls.asTaskSet(service, definition);
        List<LoadBalancer> balancers = merged.request().loadBalancers();
        if (balancers.size() > 1) {
            throw new IllegalArgumentException(
                    "a task set has " + balancers.size() + " load balancers; at most one target group was expected");
        }
        controls.check(merged);
        SimRevision revision = new SimRevision(service.revisions.size() + 1, merged);
        service.revisions.add(revision);
        SimTaskSet set = add(service, revision, scalePercent);
        tell(set, "TASK_SET_CREATED", "is created", "CreateTaskSet");
        return set.deployment.id;
    }

    /** A new service has no task set, and so no task. */
    void await(SimService service, SimulatedService definition) {
        service.deployments.add(settled(service, "", new SimRevision(0, definition)));
        world.tell(
                service,
                "SERVICE_CREATED",
                "(service " + service.name + ") is created.",
                List.of("an external deployment controller creates its task sets; until then it runs no task"),
                List.of());
    }

    /** The tasks of a service that runs already are one primary task set at full scale. */
    void adopt(SimService service, SimRevision revision) {
        SimTaskSet set = add(service, revision, 100);
        service.deployments.add(set.deployment);
        setPrimary(service, set);
    }

    /** A task set of a revision, in no state but ACTIVE. */
    private SimTaskSet add(SimService service, SimRevision revision, double scalePercent) {
        SimTaskSet set = new SimTaskSet(
                service, settled(service, service.nextDeploymentId(), revision), scalePercent, world.now());
        service.taskSets.put(set.deployment.id, set);
        return set;
    }

    /** A deployment of which nobody waits for the end: neither breaker nor alarms look at it. */
    static SimDeployment settled(SimService service, String id, SimRevision revision) {
        SimDeployment deployment = new SimDeployment(id, revision, CircuitBreakerRun.start(null, service.desired));
        deployment.state = DeploymentRolloutState.COMPLETED;
        return deployment;
    }

    /** Another scale. */
    public void scale(String name, String id, double scalePercent) {
        SimTaskSet set = active(external(name), id);
        DeploymentNumbers.taskSetCount(0, scalePercent);
        set.scalePercent = scalePercent;
        tell(set, "TASK_SET_UPDATED", "is scaled to " + set.percent() + "%", "UpdateTaskSet");
    }

    /** The task set drains, and is gone with its last task. */
    public void delete(String name, String id, boolean force) {
        SimService service = external(name);
        SimTaskSet set = active(service, id);
        if (!force && set.computedDesiredCount() > 0) {
            throw new IllegalArgumentException("task set " + id + " has a computed desired count of "
                    + set.computedDesiredCount() + "; a scale of 0 or force was expected");
        }
        if (set.status.equals("PRIMARY")) {
            service.deployments.set(0, settled(service, "", set.deployment.revision));
        }
        set.status = "DRAINING";
        set.isSteady = false;
        set.stabilityAt = world.now();
        tell(set, "TASK_SET_DRAINING", "drains", "DeleteTaskSet");
    }

    /** The task set serves production traffic; the one that did becomes ACTIVE. */
    public void primary(String name, String id) {
        SimService service = external(name);
        SimTaskSet set = active(service, id);
        setPrimary(service, set);
        tell(set, "TASK_SET_PRIMARY", "is the primary task set", "UpdateServicePrimaryTaskSet");
    }

    private void setPrimary(SimService service, SimTaskSet set) {
        for (SimTaskSet other : service.taskSets.values()) {
            if (other.status.equals("PRIMARY")) {
                other.status = "ACTIVE";
                other.updatedAt = world.now();
            }
        }
        set.status = "PRIMARY";
        service.deployments.set(0, set.deployment);
    }

    /** The task sets, in the order of their creation. */
    public List<TaskSet> views(String name) {
        return external(name).taskSets.values().stream().map(SimTaskSet::view).toList();
    }

    private void tell(SimTaskSet set, String event, String what, String call) {
        set.updatedAt = world.now();
        set.service.isSteady = false;
        world.tell(
                set.service,
                event,
                "(service " + set.service.name + ") (task set " + set.deployment.id + ") " + what + ".",
                List.of(
                        call + " was called",
                        "computed desired count " + set.computedDesiredCount() + ": " + set.percent() + "% of "
                                + set.service.desired + ", rounded up"),
                List.of());
        world.touch(set.service);
        world.settle();
    }

    private SimService external(String name) {
        SimService service = controls.known(name);
        Controls.require(service, DeploymentControllerType.EXTERNAL, "it has no task sets of its own making");
        return service;
    }

    private static SimTaskSet active(SimService service, String id) {
        SimTaskSet set = service.taskSets.get(id);
        if (set == null) {
            throw new IllegalArgumentException("service " + service.name + " has no task set " + id + "; one of "
                    + service.taskSets.keySet() + " was expected");
        }
        if (set.isDraining()) {
            throw new IllegalArgumentException("task set " + id + " is DRAINING; PRIMARY or ACTIVE was expected");
        }
        return set;
    }
}
