package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.PlacementListener;
import io.stowage.ecs.placement.Quotas;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import io.stowage.ecs.placement.plugin.TieBreaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an engine was given. Immutable; what callers wrote is guarded.
 *
 * @param constraints by type, ECS's own first
 * @param strategies by type, ECS's own first
 * @param resources the custom resources in the order of their checks
 * @param tieBreaker who has the last word
 * @param random where random numbers come from
 * @param listeners who is told of decisions
 * @param quotas the limits of ECS
 */
public record EngineConfig(
        Map<String, ConstraintPlugin> constraints,
        Map<String, StrategyPlugin> strategies,
        List<ResourcePlugin> resources,
        TieBreaker tieBreaker,
        RandomSource.Factory random,
        List<PlacementListener> listeners,
        Quotas quotas) {
    private static final Pattern RESOURCE_NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final int ECS_CONSTRAINTS = 2;
    private static final int ECS_STRATEGIES = 3;
    private static final Set<String> ECS_RESOURCES =
            Set.of("CPU", "MEMORY", "PORTS", "PORTS_UDP", "ENI", "GPU", "NEURON_DEVICE");

    /**
     * Guards what callers have written and adds what ECS has.
     *
     * @throws IllegalArgumentException if a name is taken, by ECS or by another plug-in, or is no name for a resource
     */
    public static EngineConfig of(
            List<ConstraintPlugin> constraints,
            List<StrategyPlugin> strategies,
            List<ResourcePlugin> resources,
            TieBreaker tieBreaker,
            RandomSource.Factory random,
            List<PlacementListener> listeners,
            Quotas quotas) {
        Map<String, ConstraintPlugin> constraintsByType = new LinkedHashMap<>();
        for (ConstraintPlugin own : List.of(new DistinctInstance(), new MemberOf())) {
            constraintsByType.put(own.info().name(), own);
        }
        for (ConstraintPlugin plugin : constraints) {
            ConstraintPlugin guarded = Guard.constraint(plugin);
            taken(
                    "constraint",
                    guarded.info().name(),
                    constraintsByType.put(guarded.info().name(), guarded) != null);
        }
        List<ResourcePlugin> guardedResources = new ArrayList<>();
        for (ResourcePlugin plugin : resources) {
            ResourcePlugin guarded = Guard.resource(plugin);
            String name = guarded.info().name();
            if (!RESOURCE_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "\"" + name
                                + "\" is no name for a resource; capital letters, digits and _ were expected, for example LICENSES");
            }
            taken(
                    "resource",
                    name,
                    ECS_RESOURCES.contains(name)
                            || guardedResources.stream()
                                    .anyMatch(other -> other.info().name().equals(name)));
            guardedResources.add(guarded);
        }
        Map<String, StrategyPlugin> strategiesByType = new LinkedHashMap<>();
        List<String> resourceNames = guardedResources.stream()
                .map(resource -> resource.info().name())
                .toList();
        for (StrategyPlugin own : List.of(new Spread(), new Binpack(resourceNames), new RandomChoice())) {
            strategiesByType.put(own.info().name(), own);
        }
        for (StrategyPlugin plugin : strategies) {
            StrategyPlugin guarded = Guard.strategy(plugin);
            taken(
                    "strategy",
                    guarded.info().name(),
                    strategiesByType.put(guarded.info().name(), guarded) != null);
        }
        return new EngineConfig(
                constraintsByType,
                strategiesByType,
                List.copyOf(guardedResources),
                tieBreaker == TieBreaker.smallestId() ? tieBreaker : Guard.tieBreaker(tieBreaker),
                Guard.random(random),
                listeners.stream().map(Guard::listener).toList(),
                quotas);
    }

    /** Whether random numbers come from where nobody notices whether and when a source is made. */
    boolean isRandomOfOurs() {
        return random instanceof Guard.Splittable;
    }

    /** Whether there is nobody but ECS who is asked or told anything of a decision. */
    boolean isOfEcs() {
        return constraints.size() == ECS_CONSTRAINTS
                && strategies.size() == ECS_STRATEGIES
                && resources.isEmpty()
                && tieBreaker == TieBreaker.smallestId()
                && listeners.isEmpty()
                && isRandomOfOurs();
    }

    /** The same without listeners. */
    public EngineConfig withoutListeners() {
        return new EngineConfig(constraints, strategies, resources, tieBreaker, random, List.of(), quotas);
    }

    /** Whether the two make the same plans of all requests: they have all that a {@link PlanMaker} asks for in common. */
    @SuppressWarnings("ReferenceEquality") // what a caller calls equal may still choose otherwise
    boolean plansAlike(EngineConfig other) {
        return this == other
                || (constraints == other.constraints
                        && strategies == other.strategies
                        && resources == other.resources
                        && tieBreaker == other.tieBreaker
                        && quotas == other.quotas);
    }

    private static void taken(String kind, String name, boolean isTaken) {
        if (isTaken) {
            throw new IllegalArgumentException("there is a " + kind + " of the name \"" + name
                    + "\" already; ECS's own cannot be replaced, and two plug-ins cannot have one name");
        }
    }
}
