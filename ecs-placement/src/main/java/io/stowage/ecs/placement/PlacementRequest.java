package io.stowage.ecs.placement;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.internal.engine.RequestRules;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tasks to place: what they are, how many, and by which rules. Immutable; made with {@link #builder(TaskDefinition)}.
 *
 * <p>Mirrors the parts of <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html">RunTask</a> and <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html">CreateService</a> that decide where tasks go.
 *
 * <p>A request is made ready when it is first placed, and what was found out then stays with it and with all that {@link #toBuilder()} makes
 * of it without other rules: another count, other task ids or another seed. Whoever places many tasks of a service in many sessions keeps
 * one request of it.
 */
public final class PlacementRequest {
    /** What decides where tasks may go. */
    final RequestRules rules;

    private final @Nullable String writtenGroup;
    private final int count;
    private final long seed;
    private final boolean waitsForCapacity;
    private final List<PlacementRequest> daemonServices;
    private final List<String> taskIds;
    private final @Nullable Instant createdAt;

    private PlacementRequest(Builder builder, RequestRules rules) {
        this.rules = rules;
        this.writtenGroup = builder.group;
        this.count = builder.count;
        this.seed = builder.seed;
        this.waitsForCapacity = builder.waitsForCapacity;
        this.daemonServices = builder.daemonServices;
        this.taskIds = builder.taskIds;
        this.createdAt = builder.createdAt;
    }

    /**
     * Starts a request for one standalone task of that definition, without constraints or strategies of its own.
     *
     * @param taskDefinition what to run
     * @return a new builder
     */
    public static Builder builder(TaskDefinition taskDefinition) {
        return new Builder(taskDefinition);
    }

    /**
     * Starts from this one.
     *
     * @return a new builder that holds what this request holds
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * What to run.
     *
     * @return never null
     */
    public TaskDefinition taskDefinition() {
        return rules.taskDefinition();
    }

    /**
     * How many tasks.
     *
     * @return at least 1
     */
    public int count() {
        return count;
    }

    /**
     * The name of the service that the tasks belong to.
     *
     * @return {@code null} for standalone tasks
     */
    public @Nullable String service() {
        return rules.service();
    }

    /**
     * The task group: {@code service:} and the name of the service, or what was given, or {@code family:} and the family.
     *
     * @return never null
     */
    public String group() {
        return rules.group();
    }

    /**
     * The constraints of the request; those of the task definition hold besides.
     *
     * @return in written order; unmodifiable
     */
    public List<PlacementConstraint> placementConstraints() {
        return rules.placementConstraints();
    }

    /**
     * The strategies of the request.
     *
     * @return in written order; empty for ECS's defaults; unmodifiable
     */
    public List<PlacementStrategy> placementStrategy() {
        return rules.placementStrategy();
    }

    /**
     * What RunTask overrides.
     *
     * @return {@code null} for nothing
     */
    public @Nullable TaskOverride overrides() {
        return rules.overrides();
    }

    /**
     * Names of attributes that an instance must have, besides those that the task definition lists in {@code requiresAttributes}.
     *
     * @return unmodifiable
     */
    public List<String> requiredAttributes() {
        return rules.requiredAttributes();
    }

    /**
     * The Availability Zones of the subnets of an {@code awsvpc} request.
     *
     * @return empty if they are not known, and then they are no limit; unmodifiable
     */
    public List<String> subnetAvailabilityZones() {
        return rules.subnetAvailabilityZones();
    }

    /**
     * The capacity provider whose instances are to be used.
     *
     * @return {@code null} for a launch type
     */
    public @Nullable String capacityProvider() {
        return rules.capacityProvider();
    }

    /**
     * The launch type.
     *
     * @return {@code null} for {@code EC2}
     */
    public @Nullable LaunchType launchType() {
        return rules.launchType();
    }

    /**
     * Where random choices start: the same seed gives the same placements.
     *
     * @return 0 unless another was given
     */
    public long seed() {
        return seed;
    }

    /**
     * How tasks are distributed over capacity providers.
     *
     * @return in written order; empty if there is no such strategy; unmodifiable
     */
    public List<CapacityProviderStrategyItem> capacityProviderStrategy() {
        return rules.capacityProviderStrategy();
    }

    /**
     * Whether tasks that do not fit wait for more instances instead of failing.
     *
     * @return false unless the builder said otherwise
     */
    public boolean waitsForCapacity() {
        return waitsForCapacity;
    }

    /**
     * The daemon services of the cluster for which room is kept.
     *
     * @return unmodifiable
     */
    public List<PlacementRequest> daemonServices() {
        return daemonServices;
    }

    /**
     * The ids that the placed tasks get.
     *
     * @return one for each task, or empty for generated ones; unmodifiable
     */
    public List<String> taskIds() {
        return taskIds;
    }

    /**
     * When the placed tasks are created.
     *
     * @return {@code null} if that is not known
     */
    public @Nullable Instant createdAt() {
        return createdAt;
    }

    /**
     * Whether what the API would refuse is refused.
     *
     * @return true unless the builder said otherwise
     */
    public boolean apiLimits() {
        return rules.apiLimits();
    }

    /**
     * Whether the runtime platform is compared with the instance.
     *
     * @return true unless the builder said otherwise
     */
    public boolean platformCheck() {
        return rules.platformCheck();
    }

    /**
     * Whether the attributes that ECS derives from the task definition are required.
     *
     * @return false unless the builder said otherwise
     */
    public boolean derivesRequiredAttributes() {
        return rules.derivesRequiredAttributes();
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {
        private TaskDefinition taskDefinition;
        private int count = 1;
        private @Nullable String service;
        private @Nullable String group;
        private List<PlacementConstraint> placementConstraints = List.of();
        private List<PlacementStrategy> placementStrategy = List.of();
        private @Nullable TaskOverride overrides;
        private List<String> requiredAttributes = List.of();
        private List<String> subnetAvailabilityZones = List.of();
        private @Nullable String capacityProvider;
        private @Nullable LaunchType launchType;
        private long seed;
        private List<CapacityProviderStrategyItem> capacityProviderStrategy = List.of();
        private boolean waitsForCapacity;
        private List<PlacementRequest> daemonServices = List.of();
        private List<String> taskIds = List.of();
        private @Nullable Instant createdAt;
        private boolean apiLimits = true;
        private boolean platformCheck = true;
        private boolean derivesRequiredAttributes;
        /** Those of a request that was made, as long as none of them has been set since. */
        private @Nullable RequestRules rules;

        private Builder(TaskDefinition taskDefinition) {
            this.taskDefinition = Objects.requireNonNull(taskDefinition, "taskDefinition");
        }

        private Builder(PlacementRequest from) {
            RequestRules rules = from.rules;
            this.rules = rules;
            this.taskDefinition = rules.taskDefinition();
            this.count = from.count;
            this.service = rules.service();
            this.group = from.writtenGroup;
            this.placementConstraints = rules.placementConstraints();
            this.placementStrategy = rules.placementStrategy();
            this.overrides = rules.overrides();
            this.requiredAttributes = rules.requiredAttributes();
            this.subnetAvailabilityZones = rules.subnetAvailabilityZones();
            this.capacityProvider = rules.capacityProvider();
            this.launchType = rules.launchType();
            this.seed = from.seed;
            this.capacityProviderStrategy = rules.capacityProviderStrategy();
            this.waitsForCapacity = from.waitsForCapacity;
            this.daemonServices = from.daemonServices;
            this.taskIds = from.taskIds;
            this.createdAt = from.createdAt;
            this.apiLimits = rules.apiLimits();
            this.platformCheck = rules.platformCheck();
            this.derivesRequiredAttributes = rules.derivesRequiredAttributes();
        }

        /**
         * Sets what to run.
         *
         * @param definition the task definition
         * @return this
         */
        public Builder taskDefinition(TaskDefinition definition) {
            this.taskDefinition = Objects.requireNonNull(definition, "definition");
            this.rules = null;
            return this;
        }

        /**
         * Sets how many tasks to place.
         *
         * @param number at least 1; RunTask takes at most 10, a service has no such limit, and {@link #apiLimits} lifts it
         * @return this
         */
        public Builder count(int number) {
            this.count = number;
            return this;
        }

        /**
         * Makes the tasks those of a service.
         *
         * @param name the name of the service
         * @return this
         */
        public Builder service(@Nullable String name) {
            this.service = name;
            this.rules = null;
            return this;
        }

        /**
         * Sets the task group of standalone tasks.
         *
         * @param name the task group
         * @return this
         */
        public Builder group(@Nullable String name) {
            this.group = name;
            this.rules = null;
            return this;
        }

        /**
         * Sets the constraints.
         *
         * @param constraints all of them, in order
         * @return this
         */
        public Builder placementConstraints(Collection<PlacementConstraint> constraints) {
            this.placementConstraints = List.copyOf(constraints);
            this.rules = null;
            return this;
        }

        /**
         * Sets the strategies.
         *
         * @param strategies all of them, in order; empty for ECS's defaults
         * @return this
         */
        public Builder placementStrategy(Collection<PlacementStrategy> strategies) {
            this.placementStrategy = List.copyOf(strategies);
            this.rules = null;
            return this;
        }

        /**
         * Sets what RunTask overrides.
         *
         * @param override the overrides; {@code null} for none
         * @return this
         */
        public Builder overrides(@Nullable TaskOverride override) {
            this.overrides = override;
            this.rules = null;
            return this;
        }

        /**
         * Sets the attributes an instance must have.
         *
         * @param names attribute names
         * @return this
         */
        public Builder requiredAttributes(Collection<String> names) {
            this.requiredAttributes = List.copyOf(names);
            this.rules = null;
            return this;
        }

        /**
         * Sets the zones of the subnets.
         *
         * @param zones Availability Zones
         * @return this
         */
        public Builder subnetAvailabilityZones(Collection<String> zones) {
            this.subnetAvailabilityZones = List.copyOf(zones);
            this.rules = null;
            return this;
        }

        /**
         * Limits the request to the instances of a capacity provider.
         *
         * @param name the capacity provider; {@code null} for a launch type
         * @return this
         */
        public Builder capacityProvider(@Nullable String name) {
            this.capacityProvider = name;
            this.rules = null;
            return this;
        }

        /**
         * Sets the launch type.
         *
         * @param type {@code EC2} or {@code EXTERNAL}; {@code null} for {@code EC2}
         * @return this
         */
        public Builder launchType(@Nullable LaunchType type) {
            this.launchType = type;
            this.rules = null;
            return this;
        }

        /**
         * Sets where random choices start.
         *
         * @param value any number
         * @return this
         */
        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        /**
         * Distributes the tasks over capacity providers, as {@link CapacityProviderDistribution} does; each task is then placed on the
         * instances of its provider. The tasks of a service that the cluster runs already count.
         *
         * @param strategy the items, in order; empty for none
         * @return this
         */
        public Builder capacityProviderStrategy(Collection<CapacityProviderStrategyItem> strategy) {
            this.capacityProviderStrategy = List.copyOf(strategy);
            this.rules = null;
            return this;
        }

        /**
         * Says whether the capacity providers of the request scale: then tasks that do not fit wait in {@code PROVISIONING}, and there
         * are no failures.
         *
         * @param waits whether tasks wait
         * @return this
         */
        public Builder waitsForCapacity(boolean waits) {
            this.waitsForCapacity = waits;
            return this;
        }

        /**
         * Names the daemon services of the cluster. Where one is missing a task that it should have, what that task needs is kept
         * free, because daemons start before replicas.
         *
         * @param daemons the daemon services, as {@link PlacementSession#daemon} takes them
         * @return this
         */
        public Builder daemonServices(Collection<PlacementRequest> daemons) {
            this.daemonServices = List.copyOf(daemons);
            return this;
        }

        /**
         * Sets the ids that tasks get that are placed or started by this request; daemons and rebalanced tasks get generated ones.
         *
         * @param ids one for each task, all different, none in use; empty for generated ones
         * @return this
         */
        public Builder taskIds(Collection<String> ids) {
            this.taskIds = List.copyOf(ids);
            return this;
        }

        /**
         * Sets when the placed tasks are created, which matters when tasks are chosen to stop.
         *
         * @param time the time, {@code null} if unknown
         * @return this
         */
        public Builder createdAt(@Nullable Instant time) {
            this.createdAt = time;
            return this;
        }

        /**
         * Lifts the limits of the API, for callers who simulate what happens inside ECS: the number of tasks of RunTask and of
         * instances of StartTask, of strategies and of constraints, the length of the group. What an instance can hold remains.
         *
         * @param refuse false to lift them
         * @return this
         */
        public Builder apiLimits(boolean refuse) {
            this.apiLimits = refuse;
            this.rules = null;
            return this;
        }

        /**
         * Says whether {@code runtimePlatform} is compared with the attributes of the instance. ECS documents no such check; by our
         * rule what is written explicitly must not differ from what the instance says of itself.
         *
         * @param check false to leave it out
         * @return this
         */
        public Builder platformCheck(boolean check) {
            this.platformCheck = check;
            this.rules = null;
            return this;
        }

        /**
         * Says whether the attributes that ECS derives from a task definition when it is registered are required, for a definition that
         * does not come from ECS and lists no {@code requiresAttributes}. Instances then need the attributes that their agent would
         * register.
         *
         * @param derive true to derive them
         * @return this
         */
        public Builder deriveRequiredAttributes(boolean derive) {
            this.derivesRequiredAttributes = derive;
            this.rules = null;
            return this;
        }

        /**
         * Makes the request. Whether ECS would take it is found out when it is placed.
         *
         * @return the request
         */
        public PlacementRequest build() {
            RequestRules known = rules;
            if (known == null) {
                known = new RequestRules(
                        taskDefinition,
                        service,
                        group,
                        placementConstraints,
                        placementStrategy,
                        overrides,
                        requiredAttributes,
                        subnetAvailabilityZones,
                        capacityProvider,
                        launchType,
                        capacityProviderStrategy,
                        apiLimits,
                        platformCheck,
                        derivesRequiredAttributes);
                rules = known;
            }
            return new PlacementRequest(this, known);
        }
    }
}
