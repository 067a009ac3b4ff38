package io.stowage.ecs.placement.service;

import io.stowage.ecs.model.service.CreateServiceRequest;
import io.stowage.ecs.model.service.DeploymentControllerType;
import io.stowage.ecs.model.service.TaskSet;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.Quotas;
import io.stowage.ecs.placement.internal.simulation.Controls;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What ECS would do with services on a cluster over hours and days, in virtual time. Services are created, updated and scaled, instances join,
 * drain and are lost; the schedulers answer, on a real {@link io.stowage.ecs.placement.PlacementSession}, and everything that happens is
 * written on one timeline with the reason for it.
 *
 * <p>The same cluster, seed and calls give the same timeline. Nothing happens by itself between calls: {@link #run} lets time pass.
 *
 * <p>Of the deployment controllers, {@code ECS}, {@code CODE_DEPLOY} and {@code EXTERNAL} are simulated. What ECS does not document is decided by the rules of {@link RollingUpdate},
 * {@link LaunchThrottle}, {@link ZoneBalance} and their neighbours. On Fargate there is always room.
 *
 * <p>A service behind a Classic Load Balancer has to have a fixed host port, which is reserved: one task on each instance. That whole instances
 * are registered, so that two services on one such load balancer harm each other, is not simulated.
 *
 * <p>For one thread at a time.
 */
public final class ServiceSimulator {
    private final Instant start;
    private final Controls controls;

    private ServiceSimulator(Builder builder) {
        this.start = builder.start;
        this.controls = new Controls(builder.engine, builder.cluster, builder.quotas, builder.start, builder.seed);
        controls.hooks(builder.hooks);
    }

    /**
     * Starts a simulation.
     *
     * @param cluster the cluster; it is not changed
     * @return a new builder
     */
    public static Builder builder(ClusterSnapshot cluster) {
        return new Builder(cluster);
    }

    /** Collects what a simulation starts from. Not thread-safe. */
    public static final class Builder {
        private final ClusterSnapshot cluster;
        private PlacementEngine engine = PlacementEngine.standard();
        private Quotas quotas = Quotas.current();
        private Instant start = Instant.EPOCH;
        private long seed;
        private LifecycleHooks hooks = LifecycleHooks.SUCCEED;

        private Builder(ClusterSnapshot cluster) {
            this.cluster = Objects.requireNonNull(cluster, "cluster");
        }

        /**
         * Sets where random choices start.
         *
         * @param value any number; 0 unless another is given
         * @return this
         */
        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        /**
         * Sets the time at which the simulation begins.
         *
         * @param time the time; {@link Instant#EPOCH} unless another is given
         * @return this
         */
        public Builder startingAt(Instant time) {
            this.start = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Sets the engine that finds places.
         *
         * @param places the engine; {@link PlacementEngine#standard()} unless another is given
         * @return this
         */
        public Builder engine(PlacementEngine places) {
            this.engine = Objects.requireNonNull(places, "places");
            return this;
        }

        /**
         * Sets the limits of ECS: task starts in a minute, tasks that wait for capacity, sizes of strategies.
         *
         * @param limits the limits; {@link Quotas#current()} unless others are given
         * @return this
         */
        public Builder quotas(Quotas limits) {
            this.quotas = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Sets what the Lambda functions of deployment lifecycle hooks answer.
         *
         * @param answers the answers; all succeed unless others are given
         * @return this
         */
        public Builder hooks(LifecycleHooks answers) {
            this.hooks = Objects.requireNonNull(answers, "answers");
            return this;
        }

        /**
         * Makes the simulation.
         *
         * @return a new simulation in which nothing has happened
         */
        public ServiceSimulator build() {
            return new ServiceSimulator(this);
        }
    }

    /**
     * Creates a service; its first deployment begins. With the deployment controller {@code EXTERNAL} it runs no task until there is a
     * task set, and of the definition given here nothing is run.
     *
     * @param service the service
     * @throws IllegalArgumentException if there is one of that name, its deployment configuration cannot be, or it has a Classic Load
     *     Balancer and a dynamic host port, {@code awsvpc}, Fargate, other load balancers or another deployment controller than {@code ECS}
     * @throws PlacementRequestException if ECS would refuse its placement
     */
    public void create(SimulatedService service) {
        controls.create(service);
    }

    /**
     * Takes over a service that runs when the simulation begins: the tasks of its group in the cluster are its tasks, and are healthy.
     *
     * @param service the service as it runs
     * @throws IllegalArgumentException if there is one of that name, or its deployment configuration cannot be
     * @throws PlacementRequestException if ECS would refuse its placement
     */
    public void adopt(SimulatedService service) {
        controls.adopt(service);
    }

    /**
     * Updates a service so that a new deployment begins. Without a desired count the present one stays. UpdateService does not deploy
     * services of the deployment controllers {@code CODE_DEPLOY} and {@code EXTERNAL}, so neither does this: see {@link #codeDeploy} and
     * {@link #createTaskSet}.
     *
     * @param service the service as it is to be
     * @throws IllegalArgumentException if there is none of that name, its deployment controller is not {@code ECS}, or its deployment
     *     configuration cannot be
     * @throws PlacementRequestException if ECS would refuse its placement
     */
    public void deploy(SimulatedService service) {
        controls.deploy(service);
    }

    /**
     * Deploys a service of the deployment controller {@code CODE_DEPLOY} as CodeDeploy does: a replacement task set at the full desired
     * count, test traffic, production traffic step by step, a wait, and the end of the original task set. The stages are on the timeline as
     * {@code LIFECYCLE_STAGE}, by the names of CodeDeploy's lifecycle events; {@code WaitBeforeTermination} and
     * {@code TerminateOriginalTaskSet} have no event, and their names are ours.
     *
     * <p>If a hook fails, the replacement is not steady within an hour, or scaling while traffic moves does not settle within 5 minutes, all
     * traffic goes back and the replacement is stopped, as with the console's default of rolling back on failure; {@link #rollBack} stops a
     * deployment, until the original task set goes. Of the request only load balancers and capacity provider strategy are looked at; all
     * else, desired count included, stays the service's. That a hook may take an hour is our rule. Not simulated: CloudWatch alarms of the
     * deployment group, and groups that do not roll back or wait for somebody to reroute traffic.
     *
     * @param replacement the service with the tasks that are to come
     * @param how traffic, hooks and wait
     * @throws IllegalArgumentException if there is none of that name, its deployment controller is not {@code CODE_DEPLOY}, a deployment is
     *     in progress, it has not exactly one target group, or a Network Load Balancer is to shift in steps
     * @throws PlacementRequestException if ECS would refuse its placement
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html">blue/green with CodeDeploy</a>
     */
    public void codeDeploy(SimulatedService replacement, CodeDeployDeployment how) {
        controls.codeDeploy(replacement, how);
    }

    /**
     * Creates a task set of a service with the deployment controller {@code EXTERNAL}, as {@code CreateTaskSet} does. It runs its share of
     * the desired count of the service, rounded up, and follows that count; it is not the primary one. Of the request the load balancer is
     * looked at; all else is the service's. Task sets move no traffic: that is the business of the controller.
     *
     * <p>Service auto scaling changes the desired count of the service at any time, in both directions. A task set whose tasks are all
     * healthy, and as many as they shall be, is in {@code STEADY_STATE}, and so is the service when all of them are. Tasks on draining
     * instances stay until their replacements are healthy. Zones are not rebalanced. Not simulated: a launch type or capacity provider
     * strategy that differs from the service's, which is refused, and the limit of task sets per service.
     *
     * @param definition the service with the tasks of the set
     * @param scalePercent its share of the desired count, 0 to 100
     * @return its id
     * @throws IllegalArgumentException if there is none of that name, its deployment controller is not {@code EXTERNAL}, the scale is out of
     *     its range, there is more than one load balancer, or launch type or capacity provider strategy differ from the service's
     * @throws PlacementRequestException if ECS would refuse its placement
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-external.html">external deployments</a>
     */
    public String createTaskSet(SimulatedService definition, double scalePercent) {
        return controls.taskSets().create(definition, scalePercent);
    }

    /**
     * Gives a task set another share of the desired count, as {@code UpdateTaskSet} does.
     *
     * @param service the name of the service
     * @param taskSet the id of the task set
     * @param scalePercent its share, 0 to 100; fractions of a task are rounded up
     * @throws IllegalArgumentException if there is no such service or task set, the task set is draining, the service has another controller
     *     than {@code EXTERNAL}, or the scale is out of its range
     */
    public void updateTaskSet(String service, String taskSet, double scalePercent) {
        controls.taskSets().scale(service, taskSet, scalePercent);
    }

    /**
     * Deletes a task set, as {@code DeleteTaskSet} does: it drains, and is gone with its last task. Scale-in protection keeps its tasks for as
     * long as it lasts. That the primary one may go, and leaves none behind, is our rule.
     *
     * @param service the name of the service
     * @param taskSet the id of the task set
     * @param force whether it may have tasks to run
     * @throws IllegalArgumentException if there is no such service or task set, the task set is draining, the service has another controller
     *     than {@code EXTERNAL}, or its share is not 0 and there is no force
     */
    public void deleteTaskSet(String service, String taskSet, boolean force) {
        controls.taskSets().delete(service, taskSet, force);
    }

    /**
     * Makes a task set the primary one, as {@code UpdateServicePrimaryTaskSet} does; the one that was becomes {@code ACTIVE}. No task
     * starts or stops for it.
     *
     * @param service the name of the service
     * @param taskSet the id of the task set
     * @throws IllegalArgumentException if there is no such service or task set, the task set is draining, or the service has another
     *     controller than {@code EXTERNAL}
     */
    public void updateServicePrimaryTaskSet(String service, String taskSet) {
        controls.taskSets().primary(service, taskSet);
    }

    /**
     * The task sets of a service with the deployment controller {@code EXTERNAL}.
     *
     * @param service the name of the service
     * @return views with id, status, scale, counts, stability, load balancer and times, that do not change; in the order of their creation;
     *     unmodifiable
     * @throws IllegalArgumentException if there is no such service, or it has another controller
     */
    public List<TaskSet> taskSets(String service) {
        return controls.taskSets().views(service);
    }

    /**
     * Gives a service another deployment controller, as {@code UpdateService} does: from {@code CODE_DEPLOY} to {@code ECS} or
     * {@code EXTERNAL}, from {@code ECS} to {@code EXTERNAL}, and back. The tasks stay as they are: for {@code EXTERNAL} they become the primary
     * task set at full scale, and the primary task set becomes a completed deployment of {@code ECS}, for which ECS states no rule.
     *
     * @param service its name
     * @param controller the new one
     * @throws IllegalArgumentException with all reasons, if there is no such service, the change is none of those, a deployment is in progress,
     *     more task sets than the primary one are there, or the service uses what only {@code ECS} offers: Service Connect, VPC Lattice,
     *     alarms, the circuit breaker, or a strategy that shifts traffic
     */
    public void changeDeploymentController(String service, DeploymentControllerType controller) {
        controls.controllers().change(service, controller);
    }

    /**
     * Changes settings that take effect without a deployment: deployment configuration, placement constraints and strategy, zone
     * rebalancing. Nothing else of the request is looked at. With the deployment controller {@code CODE_DEPLOY} zone rebalancing stays as it is,
     * with {@code EXTERNAL} the deployment configuration as well.
     *
     * @param settings the settings; the name says of which service
     * @throws IllegalArgumentException if there is none of that name, the deployment configuration cannot be, or the deployment controller leaves a
     *     changed setting as it is
     * @throws PlacementRequestException if ECS would refuse the placement
     */
    public void configure(CreateServiceRequest settings) {
        controls.configure(settings);
    }

    /**
     * Sets the desired count of a replica service.
     *
     * @param service its name
     * @param count 0 or more
     * @throws IllegalArgumentException if there is no such service, it is a daemon, or the count is negative
     */
    public void setDesiredCount(String service, int count) {
        controls.desire(service, count);
    }

    /**
     * Rolls the deployment in progress back, as {@code StopServiceDeployment} does, and for CodeDeploy {@code StopDeployment}.
     *
     * @param service the name of the service
     * @return false if no deployment is in progress, none was completed before, or what runs since then is ending already
     * @throws IllegalArgumentException if there is no such service
     */
    public boolean rollBack(String service) {
        return controls.rollBack(service);
    }

    /**
     * Says whether a deployment that waits at a pause hook goes on, as {@code ContinueServiceDeployment} does.
     *
     * @param service the name of the service
     * @param goesOn true for {@code CONTINUE}, false for {@code ROLLBACK}
     * @return false if it does not wait
     * @throws IllegalArgumentException if there is no such service
     */
    public boolean continueDeployment(String service, boolean goesOn) {
        return controls.resume(service, goesOn);
    }

    /**
     * Stops a task, as {@code StopTask} does; its service replaces it.
     *
     * @param taskId its id
     * @throws IllegalArgumentException if no service has such a task
     */
    public void stopTask(String taskId) {
        controls.stopTask(taskId);
    }

    /**
     * Protects a task from scale-in and from deployments, not from draining.
     *
     * @param taskId its id
     * @param time for how long, at most 2880 minutes; zero ends the protection
     * @throws IllegalArgumentException if no service has such a task, or the time is out of its range
     */
    public void protect(String taskId, Duration time) {
        controls.protect(taskId, time);
    }

    /**
     * A CloudWatch alarm goes to {@code ALARM}, or leaves it.
     *
     * @param name its name, as in the deployment configuration of services
     * @param isRinging whether it is in {@code ALARM}
     */
    public void setAlarm(String name, boolean isRinging) {
        controls.alarm(name, isRinging);
    }

    /**
     * An instance joins the cluster.
     *
     * @param instance the instance
     * @throws IllegalArgumentException if there is one of that id
     */
    public void register(InstanceSnapshot instance) {
        controls.instances().register(instance);
    }

    /**
     * Sets an active instance to {@code DRAINING}.
     *
     * @param instanceId its id
     * @throws IllegalArgumentException if there is no such instance
     */
    public void drain(String instanceId) {
        controls.instances().drain(instanceId);
    }

    /**
     * Sets an instance to {@code ACTIVE}.
     *
     * @param instanceId its id
     * @throws IllegalArgumentException if there is no such instance
     */
    public void activate(String instanceId) {
        controls.instances().activate(instanceId);
    }

    /**
     * An instance is gone, and all its tasks with it.
     *
     * @param instanceId its id
     * @throws IllegalArgumentException if there is no such instance
     */
    public void loseInstance(String instanceId) {
        controls.instances().lose(instanceId, "the instance is lost");
    }

    /**
     * Spot takes an instance back: it is warned now and gone two minutes later, with the tasks that are still there. In between it is
     * drained if its capacity provider has managed draining, or if its agent drains; otherwise the tasks run on until they are lost.
     * With a minimum healthy percent of 100 or more and no room for replacements, draining saves none of them.
     *
     * @param instanceId its id
     * @param agentDrains whether its agent has {@code ECS_ENABLE_SPOT_INSTANCE_DRAINING}
     * @throws IllegalArgumentException if there is no such instance
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html">draining</a>
     */
    public void interruptSpot(String instanceId, boolean agentDrains) {
        controls.instances().interruptSpot(instanceId, agentDrains);
    }

    /**
     * All instances of an Availability Zone are gone.
     *
     * @param zone the zone
     * @return how many
     */
    public int loseZone(String zone) {
        return controls.instances().loseZone(zone);
    }

    /**
     * Gives an instance an attribute, or another value of it.
     *
     * @param instanceId the id of the instance
     * @param name the name of the attribute, not one of ECS's own
     * @param value its value, empty for none
     * @throws IllegalArgumentException if there is no such instance, or the attribute is ECS's own
     */
    public void putAttribute(String instanceId, String name, String value) {
        controls.instances().putAttribute(instanceId, name, value);
    }

    /**
     * Adds a capacity provider whose group ECS scales. Instances of that provider in the cluster belong to the group. Tasks of services with
     * this provider that find no place wait for more instances.
     *
     * @param provider the provider
     * @throws IllegalArgumentException if there is one of that name
     */
    public void addCapacityProvider(SimulatedCapacityProvider provider) {
        controls.provide(provider);
    }

    /**
     * Scales a replica service from now on.
     *
     * @param service its name
     * @param scaling limits and policies
     * @throws IllegalArgumentException if there is no such service, it is a daemon, or it is scaled already
     */
    public void scale(String service, ServiceScaling scaling) {
        controls.scale(service, scaling);
    }

    /**
     * Notes something to do later. What is noted for the same time is done in the order in which it was noted.
     *
     * @param time from the beginning of the simulation; what lies in the past is done as soon as time passes
     * @param command what to do
     */
    public void at(Duration time, Consumer<ServiceSimulator> command) {
        controls.at(start.plus(time), () -> command.accept(this));
    }

    /**
     * Lets time pass.
     *
     * @param time how much
     * @return the timeline from the beginning on; unmodifiable
     * @throws IllegalArgumentException if the time is negative
     */
    public List<TimelineEvent> run(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards: " + time);
        }
        controls.passTo(now().plus(time));
        return timeline();
    }

    /**
     * Does what happens next, all that happens at one point of time.
     *
     * @param most how far time may pass
     * @return false if nothing happens within that time, and then none has passed
     */
    public boolean step(Duration most) {
        return controls.step(now().plus(most));
    }

    /**
     * The virtual time.
     *
     * @return never before the time at which the simulation began
     */
    public Instant now() {
        return controls.now();
    }

    /**
     * What has happened.
     *
     * @return the events in order; a copy, unmodifiable
     */
    public List<TimelineEvent> timeline() {
        return List.copyOf(controls.timeline());
    }

    /**
     * How a service stands.
     *
     * @param name its name
     * @return a view that does not change
     * @throws IllegalArgumentException if there is no such service
     */
    public ServiceView service(String name) {
        return controls.service(name);
    }

    /**
     * How the services stand.
     *
     * @return views that do not change, by name; unmodifiable
     */
    public List<ServiceView> services() {
        return controls.services();
    }

    /**
     * The cluster as it stands.
     *
     * @return a snapshot that does not change
     */
    public ClusterSnapshot cluster() {
        return controls.cluster();
    }
}
