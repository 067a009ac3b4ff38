package io.stowage.ecs.placement;

import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.TaskDefinition;
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
 */
public final class PlacementRequest {
    private final TaskDefinition taskDefinition;
    private final int count;
    private final @Nullable String service;
    private final @Nullable String group;
    private final List<PlacementConstraint> placementConstraints;
    private final List<PlacementStrategy> placementStrategy;
    private final @Nullable TaskOverride overrides;
    private final List<String> requiredAttributes;
    private final List<String> subnetAvailabilityZones;
    private final @Nullable String capacityProvider;
    private final @Nullable LaunchType launchType;
    private final long seed;

    private PlacementRequest(Builder builder) {
        this.taskDefinition = builder.taskDefinition;
        this.count = builder.count;
        this.service = builder.service;
        this.group = builder.group;
        this.placementConstraints = List.copyOf(builder.placementConstraints);
        this.placementStrategy = List.copyOf(builder.placementStrategy);
        this.overrides = builder.overrides;
        this.requiredAttributes = List.copyOf(builder.requiredAttributes);
        this.subnetAvailabilityZones = List.copyOf(builder.subnetAvailabilityZones);
        this.capacityProvider = builder.capacityProvider;
        this.launchType = builder.launchType;
        this.seed = builder.seed;
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
     * What to run.
     *
     * @return never null
     */
    public TaskDefinition taskDefinition() {
        return taskDefinition;
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
        return service;
    }

    /**
     * The task group: {@code service:} and the name of the service, or what was given, or {@code family:} and the family.
     *
     * @return never null
     */
    public String group() {
        if (service != null) {
            return "service:" + service;
        }
        return group == null ? "family:" + Objects.requireNonNullElse(taskDefinition.family(), "") : group;
    }

    /**
     * The constraints of the request; those of the task definition hold besides.
     *
     * @return in written order; unmodifiable
     */
    public List<PlacementConstraint> placementConstraints() {
        return placementConstraints;
    }

    /**
     * The strategies of the request.
     *
     * @return in written order; empty for ECS's defaults; unmodifiable
     */
    public List<PlacementStrategy> placementStrategy() {
        return placementStrategy;
    }

    /**
     * What RunTask overrides.
     *
     * @return {@code null} for nothing
     */
    public @Nullable TaskOverride overrides() {
        return overrides;
    }

    /**
     * Names of attributes that an instance must have, besides those that the task definition lists in {@code requiresAttributes}.
     *
     * @return unmodifiable
     */
    public List<String> requiredAttributes() {
        return requiredAttributes;
    }

    /**
     * The Availability Zones of the subnets of an {@code awsvpc} request.
     *
     * @return empty if they are not known, and then they are no limit; unmodifiable
     */
    public List<String> subnetAvailabilityZones() {
        return subnetAvailabilityZones;
    }

    /**
     * The capacity provider whose instances are to be used.
     *
     * @return {@code null} for a launch type
     */
    public @Nullable String capacityProvider() {
        return capacityProvider;
    }

    /**
     * The launch type.
     *
     * @return {@code null} for {@code EC2}
     */
    public @Nullable LaunchType launchType() {
        return launchType;
    }

    /**
     * Where random choices start: the same seed gives the same placements.
     *
     * @return 0 unless another was given
     */
    public long seed() {
        return seed;
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {
        private final TaskDefinition taskDefinition;
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

        private Builder(TaskDefinition taskDefinition) {
            this.taskDefinition = Objects.requireNonNull(taskDefinition, "taskDefinition");
        }

        /**
         * Sets how many tasks to place.
         *
         * @param number at least 1; RunTask takes at most 10, a service has no such limit
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
         * Makes the request. Whether ECS would take it is found out when it is placed.
         *
         * @return the request
         */
        public PlacementRequest build() {
            return new PlacementRequest(this);
        }
    }
}
