package io.stowage.ecs.placement.internal.simulation;

import io.stowage.ecs.model.deployment.TrafficShift;
import io.stowage.ecs.model.network.TargetGroup;
import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentConfiguration;
import io.stowage.ecs.model.service.DeploymentController;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.DeploymentStrategy;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.placement.CapacityProviderDistribution;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.Quotas;
import io.stowage.ecs.placement.service.CodeDeployDeployment;
import io.stowage.ecs.placement.service.LifecycleHooks;
import io.stowage.ecs.placement.service.LifecyclePlan;
import io.stowage.ecs.placement.service.ServiceScaling;
import io.stowage.ecs.placement.service.ServiceView;
import io.stowage.ecs.placement.service.SimulatedCapacityProvider;
import io.stowage.ecs.placement.service.SimulatedService;
import io.stowage.ecs.placement.service.TaskBehavior;
import io.stowage.ecs.placement.service.TimelineEvent;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What can be done to a world from outside. Whatever is refused is refused before anything changes. */
public final class Controls {
    private final World world;
    private final TaskSetControls taskSets;
    private final ControllerChange controllers;
    private final InstanceControls instances;
    private boolean stepping;

    /** A new world. */
    public Controls(PlacementEngine engine, ClusterSnapshot cluster, Quotas quotas, Instant start, long seed) {
        this.world = new World(engine, cluster, quotas, start, seed);
        this.taskSets = new TaskSetControls(world, this);
        this.controllers = new ControllerChange(world, this);
        this.instances = new InstanceControls(world);
    }

    /** What Lambda functions answer from now on. */
    public void hooks(LifecycleHooks hooks) {
        world.hooks = hooks;
    }

    /** What can be done with the task sets of an external deployment controller. */
    public TaskSetControls taskSets() {
        return taskSets;
    }

    /** What can be done about deployment controllers. */
    public ControllerChange controllers() {
        return controllers;
    }

    /** What can be done with container instances. */
    public InstanceControls instances() {
        return instances;
    }

    /** The time. */
    public Instant now() {
        return world.now();
    }

    /** What has happened. */
    public List<TimelineEvent> timeline() {
        return world.timeline();
    }

    /** The cluster as it stands. */
    public ClusterSnapshot cluster() {
        return world.session.snapshot();
    }

    /** How the services stand, by name. */
    public List<ServiceView> services() {
        return world.services.values().stream()
                .map(service -> service.view(world.now()))
                .toList();
    }

    /** How a service stands. */
    public ServiceView service(String name) {
        return known(name).view(world.now());
    }

    /** Notes what is to be done later. */
    public void at(Instant time, Runnable work) {
        world.agenda.at(time, work);
    }

    /** Does what happens at the next point of time, if that is not later than the end. */
    public boolean step(Instant end) {
        if (stepping) {
            throw new IllegalStateException("time passes already: a command that is due cannot let time pass");
        }
        stepping = true;
        try {
            world.settle();
            return world.step(end);
        } finally {
            stepping = false;
        }
    }

    /** Lets time pass up to then. */
    public void passTo(Instant end) {
        while (step(end)) {
            // each step is one point of time
        }
        world.agenda.passTo(end);
    }

    SimService known(String name) {
        SimService service = world.services.get(name);
        if (service == null) {
            throw new IllegalArgumentException(
                    "there is no service " + name + "; one of " + world.services.keySet() + " was expected");
        }
        return service;
    }

    private SimTask task(String id) {
        for (SimService service : world.services.values()) {
            SimTask task = service.tasks.get(id);
            if (task != null) {
                return task;
            }
        }
        throw new IllegalArgumentException("there is no task " + id + " of a simulated service");
    }

    /** Refuses what ECS would refuse. */
    void check(SimulatedService definition) {
        CreateServiceRequest request = definition.request();
        if (!request.capacityProviderStrategy().isEmpty()) {
            CapacityProviderDistribution.assign(0, request.capacityProviderStrategy(), Map.of(), world.quotas);
        }
        DeploymentConfiguration configuration = request.deploymentConfiguration();
        if (configuration != null && !configuration.effectiveStrategy().equals(DeploymentStrategy.ROLLING)) {
            TrafficShift.of(configuration);
            LifecyclePlan.of(configuration, true);
        }
        SimService trial = new SimService(definition.name(), request);
        DeploymentControllerType controller = controller(request);
        if (trial.isDaemon() && !controller.equals(DeploymentControllerType.ECS)) {
            throw new IllegalArgumentException("a daemon service cannot have the deployment controller "
                    + controller.value() + "; ECS was expected");
        }
        ClassicBalancer.check(definition, controller);
        trial.bounds();
        if (!trial.isFargate(null)) {
            PlacementSession copy = world.session.fork();
            PlacementRequest placement = world.launcher
                    .definition(trial, new SimRevision(1, definition), null)
                    .build();
            if (trial.isDaemon()) {
                copy.daemon(placement);
            } else {
                copy.place(placement);
            }
        }
    }

    static DeploymentControllerType controller(CreateServiceRequest request) {
        DeploymentController written = request.deploymentController();
        return written == null || written.type() == null ? DeploymentControllerType.ECS : written.type();
    }

    /** A new service. */
    public void create(SimulatedService definition) {
        check(definition);
        if (world.services.containsKey(definition.name())) {
            throw new IllegalArgumentException("there is a service " + definition.name() + " already");
        }
        SimService service = new SimService(definition.name(), definition.request());
        world.services.put(service.name, service);
        if (service.isExternal()) {
            taskSets.await(service, definition);
        } else {
            world.deployments.begin(service, definition, List.of("the service is created"));
        }
        world.settle();
    }

    /** A service that runs already: its tasks are those of its group, and they are healthy. */
    public void adopt(SimulatedService definition) {
        check(definition);
        if (world.services.containsKey(definition.name())) {
            throw new IllegalArgumentException("there is a service " + definition.name() + " already");
        }
        SimService service = new SimService(definition.name(), definition.request());
        world.services.put(service.name, service);
        SimRevision revision = new SimRevision(1, definition);
        service.revisions.add(revision);
        if (service.isExternal()) {
            taskSets.adopt(service, revision);
        } else {
            service.deployments.add(TaskSetControls.settled(service, service.nextDeploymentId(), revision));
        }
        for (TaskSnapshot task : world.session.snapshot().tasks()) {
            if (service.group().equals(task.group()) && task.counted()) {
                adopt(service, revision, task);
            }
        }
        world.tell(
                service,
                "SERVICE_ADOPTED",
                "(service " + service.name + ") runs with " + service.tasks.size() + " tasks",
                List.of("they were there before the simulation, and count as healthy"),
                List.of());
        world.touch(service);
        world.settle();
    }

    private void adopt(SimService service, SimRevision revision, TaskSnapshot found) {
        TaskBehavior.Occasion occasion = new TaskBehavior.Occasion(
                service.name, revision.number, revision.nextOrdinal(), world.random.nextDouble());
        SimTask task = new SimTask(
                found.id(),
                service,
                revision,
                Objects.requireNonNullElse(found.createdAt(), Instant.EPOCH),
                revision.definition.behavior().script(occasion),
                found.capacityProvider());
        task.instance = found.instanceId();
        task.state = SimTask.State.RUNNING;
        task.health = SimTask.Health.HEALTHY;
        if (found.scaleInProtected()) {
            task.protectedUntil = Instant.MAX;
        }
        service.tasks.put(task.id, task);
        SimInstance instance = world.machines.known(found.instanceId());
        instance.others.remove(task.id);
        instance.tasks.put(task.id, task);
        Duration exits = task.script.exitsAfter();
        if (exits != null) {
            world.life.exitIn(task, exits);
        }
    }

    /** Another revision of a service. */
    public void deploy(SimulatedService definition) {
        SimService service = known(definition.name());
        require(service, DeploymentControllerType.ECS, "UpdateService cannot deploy it");
        check(definition);
        if (new SimService(service.name, definition.request()).isDaemon() != service.isDaemon()) {
            throw new IllegalArgumentException("the scheduling strategy of a service cannot be changed");
        }
        Integer desired = definition.request().desiredCount();
        if (desired != null && !service.isDaemon()) {
            service.desired = desired;
        }
        world.deployments.begin(service, definition, List.of("the service is updated"));
        world.settle();
    }

    /** Another task set of a service that CodeDeploy deploys. */
    public void codeDeploy(SimulatedService replacement, CodeDeployDeployment how) {
        SimService service = known(replacement.name());
        require(service, DeploymentControllerType.CODE_DEPLOY, "CodeDeploy cannot deploy it");
        SimDeployment running = service.primary();
        if (running.isInProgress() && running.shift != null) {
            throw new IllegalArgumentException("CodeDeploy is deploying service " + service.name + " already, at "
                    + running.shift.stage() + "; one deployment at a time was expected");
        }
        SimulatedService merged = asTaskSet(service, replacement);
        List<LoadBalancer> balancers = merged.request().loadBalancers();
        if (balancers.size() != 1 || balancers.get(0).targetGroupArn() == null) {
            throw new IllegalArgumentException("service " + service.name + " has " + balancers.size()
                    + " load balancers; for CodeDeploy exactly one with a target group of an Application or Network Load"
                    + " Balancer was expected");
        }
        TargetGroup group = merged.targetGroup();
        if (group != null
                && !group.protocol().startsWith("HTTP")
                && how.shift().steps().size() > 1) {
            throw new IllegalArgumentException("a Network Load Balancer (" + group.protocol()
                    + ") takes all traffic at once; " + how.shift().steps().size() + " steps were given");
        }
        check(merged);
        world.deployments.begin(
                service, merged, ShiftKind.plan(how), List.of("CodeDeploy creates a replacement task set"));
        world.settle();
    }

    /** Of a request what a task set has of its own; the rest stays what the service has. */
    static SimulatedService asTaskSet(SimService service, SimulatedService given) {
        CreateServiceRequest own = given.request();
        CreateServiceRequest all = service.request;
        CreateServiceRequest merged = all.toBuilder()
                .loadBalancers(own.loadBalancers().isEmpty() ? all.loadBalancers() : own.loadBalancers())
                .capacityProviderStrategy(
                        own.capacityProviderStrategy().isEmpty()
                                ? all.capacityProviderStrategy()
                                : own.capacityProviderStrategy())
                .build();
        return new SimulatedService(merged, given.taskDefinition(), given.behavior(), given.targetGroup());
    }

    static void require(SimService service, DeploymentControllerType expected, String otherwise) {
        DeploymentControllerType controller = controller(service.request);
        if (!controller.equals(expected)) {
            throw new IllegalArgumentException("service " + service.name + " has the deployment controller "
                    + controller.value() + ", so " + otherwise + "; a service of the controller " + expected.value()
                    + " was expected");
        }
    }

    /** Settings that take effect without a deployment. */
    public void configure(CreateServiceRequest settings) {
        SimService service = known(Objects.requireNonNullElse(settings.serviceName(), ""));
        SimulatedService now = service.primary().revision.definition;
        ControllerChange.checkFixed(service, settings);
        CreateServiceRequest merged = service.request.toBuilder()
                .deploymentConfiguration(settings.deploymentConfiguration())
                .placementConstraints(settings.placementConstraints())
                .placementStrategy(settings.placementStrategy())
                .availabilityZoneRebalancing(settings.availabilityZoneRebalancing())
                .build();
        check(new SimulatedService(merged, now.taskDefinition(), now.behavior(), now.targetGroup()));
        service.settings(merged);
        service.rebalanceFailed = false;
        service.primary().stall = null;
        world.touch(service);
        world.settle();
    }

    /** Another desired count. */
    public void desire(String name, int count) {
        SimService service = known(name);
        if (count < 0 || service.isDaemon()) {
            throw new IllegalArgumentException(
                    service.isDaemon()
                            ? "a daemon service has no desired count"
                            : "desiredCount is " + count + "; 0 or more was expected");
        }
        service.desired = count;
        service.isSteady = false;
        service.primary().stall = null;
        world.tell(
                service,
                "DESIRED_COUNT_CHANGED",
                "(service " + name + ") set desired count to " + count + ".",
                List.of("the service is updated"),
                List.of());
        world.touch(service);
        world.settle();
    }

    /** The user wants the last completed deployment back; false if there is nothing to go back from or to. */
    public boolean rollBack(String name) {
        SimService service = known(name);
        SimDeployment failed = service.primary();
        Optional<SimDeployment> last = service.deployments.stream()
                .filter(deployment -> deployment != failed && deployment.isCompleted())
                .findFirst();
        if (failed.isInProgress() && failed.shift != null && failed.shift.isCleaningUp()) {
            // Traffic goes back before blue begins to go, or not at all.
            return false;
        }
        if (failed.isInProgress() && failed.shift != null && failed.shift.kind().equals(ShiftKind.CODE_DEPLOY)) {
            world.deployments.fail(service, "deployment stopped", List.of("StopDeployment with rollback"), true);
            world.settle();
            return true;
        }
        if (!failed.isInProgress() || last.isEmpty()) {
            return false;
        }
        world.deployments.fail(service, "rollback requested", List.of("StopServiceDeployment ROLLBACK"), true);
        world.settle();
        return true;
    }

    /** Somebody lets a paused deployment go on, or go back; false if it does not wait. */
    public boolean resume(String name, boolean goesOn) {
        ShiftProcess shift = known(name).primary().shift;
        boolean waited = shift != null && shift.resume(goesOn);
        world.settle();
        return waited;
    }

    /** StopTask. */
    public void stopTask(String id) {
        SimTask task = task(id);
        if (!task.stopping) {
            world.stopper.stop(task.service, List.of(task), "TASKS_STOPPED", List.of("StopTask was called"));
            world.settle();
        }
    }

    /** Protects a task from scale-in and deployments; zero ends it. */
    public void protect(String id, Duration time) {
        SimTask task = task(id);
        Duration most = Duration.ofMinutes(SimRevision.LIFE.of("PROTECTION_MOST_MINUTES"));
        if (time.isNegative() || time.compareTo(most) > 0) {
            throw new IllegalArgumentException("protection lasts " + time + "; at most " + most + " was expected");
        }
        Instant until = world.now().plus(time);
        task.protectedUntil = until;
        if (task.instance != null) {
            world.session.protect(id, !time.isZero());
        }
        world.agenda.at(until, () -> {
            if (until.equals(task.protectedUntil) && task.state != SimTask.State.STOPPED) {
                task.protectedUntil = null;
                if (task.instance != null) {
                    world.session.protect(id, false);
                }
                task.service.primary().stall = null;
                world.touch(task.service);
            }
        });
        world.settle();
    }

    /** An alarm begins or ceases to ring. */
    public void alarm(String name, boolean rings) {
        if (rings && world.ringing.add(name)) {
            world.deployments.alarm(name);
        } else if (!rings) {
            world.ringing.remove(name);
        }
        world.settle();
    }

    /** A group that ECS scales. */
    public void provide(SimulatedCapacityProvider provider) {
        if (world.groups.containsKey(provider.name())) {
            throw new IllegalArgumentException("there is a capacity provider " + provider.name() + " already");
        }
        world.groups.put(provider.name(), new GroupProcess(world, provider));
        world.roomChanged();
        world.settle();
    }

    /** Auto scaling of a service. */
    public void scale(String name, ServiceScaling scaling) {
        SimService service = known(name);
        if (service.isDaemon() || world.scaling.containsKey(name)) {
            throw new IllegalArgumentException(
                    service.isDaemon()
                            ? "a daemon service is not scaled"
                            : "service " + name + " is a scalable target already");
        }
        world.scaling.put(name, new ScalingProcess(world, service, scaling));
    }
}
