package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.model.common.CapacityProviderStrategyItem;
import io.stowage.ecs.model.common.LaunchType;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.task.TaskOverride;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a request says that decides where a task of it may go: requests of equal rules share one {@link Plan}. What belongs to one call of
 * many is not here: how many tasks, their ids and their time of creation, where random choices start, whether tasks wait, and for which
 * daemons room is kept. Those who share a plan ask their own request for these.
 *
 * <p>A request that is made from another by its builder has the very same rules if none of them was set anew, so that mostly references are
 * compared. What follows from them alone is found out once and stays with them, and goes when they go: nothing has to be bounded or cleared,
 * as a table in the engine would, and one request may serve any number of sessions.
 *
 * <p>Immutable but for what is remembered, and safe for all threads as {@link String#hashCode} is: whoever comes first finds out, several may
 * at once, and each comes to the same. A thread that sees what another has put here sees all of it, because it is reached through final
 * fields.
 */
public final class RequestRules {
    private final TaskDefinition taskDefinition;
    private final @Nullable String service;
    private final String group;
    private final List<PlacementConstraint> placementConstraints;
    private final List<PlacementStrategy> placementStrategy;
    private final @Nullable TaskOverride overrides;
    private final List<String> requiredAttributes;
    private final List<String> subnetAvailabilityZones;
    private final @Nullable String capacityProvider;
    private final @Nullable LaunchType launchType;
    private final List<CapacityProviderStrategyItem> capacityProviderStrategy;
    private final boolean apiLimits;
    private final boolean platformCheck;
    private final boolean derivesRequiredAttributes;
    /** 0 until it is asked for. */
    private int hash;
    /** The plan that was made last, and remembered. */
    private @Nullable Kept kept;

    /**
     * A plan, and the engine that it is for.
     *
     * @param config what it was made by
     * @param plan the plan
     */
    private record Kept(EngineConfig config, Plan plan) {}

    /**
     * The rules of a request, whose builder has them.
     *
     * @param writtenGroup the group as it was written, which a service does without
     */
    public RequestRules(
            TaskDefinition taskDefinition,
            @Nullable String service,
            @Nullable String writtenGroup,
            List<PlacementConstraint> placementConstraints,
            List<PlacementStrategy> placementStrategy,
            @Nullable TaskOverride overrides,
            List<String> requiredAttributes,
            List<String> subnetAvailabilityZones,
            @Nullable String capacityProvider,
            @Nullable LaunchType launchType,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            boolean apiLimits,
            boolean platformCheck,
            boolean derivesRequiredAttributes) {
        this.taskDefinition = taskDefinition;
        this.service = service;
        this.group = group(taskDefinition, service, writtenGroup);
        this.placementConstraints = placementConstraints;
        this.placementStrategy = placementStrategy;
        this.overrides = overrides;
        this.requiredAttributes = requiredAttributes;
        this.subnetAvailabilityZones = subnetAvailabilityZones;
        this.capacityProvider = capacityProvider;
        this.launchType = launchType;
        this.capacityProviderStrategy = capacityProviderStrategy;
        this.apiLimits = apiLimits;
        this.platformCheck = platformCheck;
        this.derivesRequiredAttributes = derivesRequiredAttributes;
    }

    private static String group(TaskDefinition taskDefinition, @Nullable String service, @Nullable String written) {
        if (service != null) {
            return "service:" + service;
        }
        return written == null ? "family:" + Objects.requireNonNullElse(taskDefinition.family(), "") : written;
    }

    /** {@link PlacementRequest#taskDefinition}. */
    public TaskDefinition taskDefinition() {
        return taskDefinition;
    }

    /** {@link PlacementRequest#service}. */
    public @Nullable String service() {
        return service;
    }

    /** {@link PlacementRequest#group}. */
    public String group() {
        return group;
    }

    /** {@link PlacementRequest#placementConstraints}. */
    public List<PlacementConstraint> placementConstraints() {
        return placementConstraints;
    }

    /** {@link PlacementRequest#placementStrategy}. */
    public List<PlacementStrategy> placementStrategy() {
        return placementStrategy;
    }

    /** {@link PlacementRequest#overrides}. */
    public @Nullable TaskOverride overrides() {
        return overrides;
    }

    /** {@link PlacementRequest#requiredAttributes}. */
    public List<String> requiredAttributes() {
        return requiredAttributes;
    }

    /** {@link PlacementRequest#subnetAvailabilityZones}. */
    public List<String> subnetAvailabilityZones() {
        return subnetAvailabilityZones;
    }

    /** {@link PlacementRequest#capacityProvider}. */
    public @Nullable String capacityProvider() {
        return capacityProvider;
    }

    /** {@link PlacementRequest#launchType}. */
    public @Nullable LaunchType launchType() {
        return launchType;
    }

    /** {@link PlacementRequest#capacityProviderStrategy}. */
    public List<CapacityProviderStrategyItem> capacityProviderStrategy() {
        return capacityProviderStrategy;
    }

    /** {@link PlacementRequest#apiLimits}. */
    public boolean apiLimits() {
        return apiLimits;
    }

    /** {@link PlacementRequest#platformCheck}. */
    public boolean platformCheck() {
        return platformCheck;
    }

    /** {@link PlacementRequest#derivesRequiredAttributes}. */
    public boolean derivesRequiredAttributes() {
        return derivesRequiredAttributes;
    }

    /** The plan that has been kept for an engine, null if there is none. */
    @Nullable
    Plan plan(EngineConfig config) {
        Kept known = kept;
        return known != null && known.config().plansAlike(config) ? known.plan() : null;
    }

    /**
     * Keeps a plan of these rules, the last one alone: hardly anybody asks two engines in turn. Only one that all sessions and threads may
     * share, because no code of a caller's own has a say in it, and that does not hold on to much that belongs to one call.
     */
    void keep(EngineConfig config, Plan plan) {
        PlacementRequest from = plan.request();
        if (config.resources().isEmpty()
                && plan.isOfEcs()
                && from.taskIds().isEmpty()
                && from.daemonServices().isEmpty()) {
            kept = new Kept(config, plan);
        }
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof RequestRules other
                        && taskDefinition.equals(other.taskDefinition)
                        && Objects.equals(service, other.service)
                        && group.equals(other.group)
                        && placementConstraints.equals(other.placementConstraints)
                        && placementStrategy.equals(other.placementStrategy)
                        && Objects.equals(overrides, other.overrides)
                        && requiredAttributes.equals(other.requiredAttributes)
                        && subnetAvailabilityZones.equals(other.subnetAvailabilityZones)
                        && Objects.equals(capacityProvider, other.capacityProvider)
                        && Objects.equals(launchType, other.launchType)
                        && capacityProviderStrategy.equals(other.capacityProviderStrategy)
                        && apiLimits == other.apiLimits
                        && platformCheck == other.platformCheck
                        && derivesRequiredAttributes == other.derivesRequiredAttributes);
    }

    /**
     * Of all that may differ it looks at what does differ where there are many requests, and whose hash is cheap: texts know theirs, a whole
     * task definition does not.
     */
    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = hash(this);
            hash = known;
        }
        return known;
    }

    private static int hash(RequestRules rules) {
        int hash = Objects.hashCode(rules.service);
        hash = 31 * hash + hash(rules.taskDefinition);
        for (PlacementStrategy strategy : rules.placementStrategy) {
            hash = 31 * hash + Objects.hashCode(strategy.field());
        }
        for (PlacementConstraint constraint : rules.placementConstraints) {
            hash = 31 * hash + Objects.hashCode(constraint.expression());
        }
        return 31 * hash + Objects.hashCode(rules.capacityProvider);
    }

    private static int hash(TaskDefinition definition) {
        int hash = Objects.hashCode(definition.family());
        hash = 31 * hash + Objects.hashCode(definition.revision());
        for (ContainerDefinition container : definition.containerDefinitions()) {
            hash = 31 * hash + Objects.hashCode(container.cpu());
            hash = 31 * hash + Objects.hashCode(container.memory());
        }
        return hash;
    }
}
