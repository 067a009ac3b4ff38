package io.stowage.ecs.placement;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.placement.explain.Explanation;
import io.stowage.ecs.placement.explain.WhyNot;
import io.stowage.ecs.placement.internal.engine.EngineConfig;
import io.stowage.ecs.placement.internal.engine.ExhaustiveCore;
import io.stowage.ecs.placement.internal.engine.IndexedCore;
import io.stowage.ecs.placement.internal.engine.Scheduler;
import io.stowage.ecs.placement.plugin.Candidate;
import io.stowage.ecs.placement.plugin.ConstraintPlugin;
import io.stowage.ecs.placement.plugin.PluginException;
import io.stowage.ecs.placement.plugin.RandomSource;
import io.stowage.ecs.placement.plugin.ResourcePlugin;
import io.stowage.ecs.placement.plugin.StrategyPlugin;
import io.stowage.ecs.placement.plugin.TieBreaker;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Decides where tasks go, as the scheduler of Amazon ECS does it for the EC2 and EXTERNAL launch types: of the active instances
 * those that have what the task needs, of those the ones that satisfy the constraints, of those the best by the strategies.
 * Follows <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html">task placement</a>.
 *
 * <p>Where ECS says nothing, this holds: tasks are placed one after the other, and each sees those before it; strategies compare
 * one after the other, the next only where the one before finds a tie; the last ties go to the smallest instance id; random
 * choices come from the seed of the request. So the same cluster and request always give the same answer.
 *
 * <p>One question is one call of {@link #place}. Whoever asks many, or lets tasks come and go, opens a {@link PlacementSession}.
 *
 * <p>Immutable and thread-safe, if its plug-ins are; one engine may serve a whole program.
 */
public final class PlacementEngine {
    private static final PlacementEngine STANDARD = builder().build();

    private final EngineConfig config;

    private PlacementEngine(EngineConfig config) {
        this.config = config;
    }

    /**
     * The engine with ECS's own constraints and strategies.
     *
     * @return always the same object
     */
    public static PlacementEngine standard() {
        return STANDARD;
    }

    /**
     * Starts an engine with more than ECS has.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same engine without its listeners, for whoever only tries something out.
     *
     * @return an engine that decides as this one does
     */
    public PlacementEngine withoutListeners() {
        return config.listeners().isEmpty() ? this : new PlacementEngine(config.withoutListeners());
    }

    /**
     * Opens a working copy of a cluster.
     *
     * @param cluster where to place; it is not changed
     * @return a new session
     * @throws PluginException if a resource plug-in is broken
     */
    public PlacementSession open(ClusterSnapshot cluster) {
        return new PlacementSession(new Scheduler(config, new IndexedCore(cluster, config.resources())));
    }

    /**
     * Places as many of the tasks as fit: a session that is used once. The cluster is not changed.
     *
     * @param cluster where to place
     * @param request what to place
     * @return where each task goes, and why the rest goes nowhere
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     * @throws PluginException if a plug-in is broken
     */
    public PlacementResult place(ClusterSnapshot cluster, PlacementRequest request) {
        return open(cluster).place(request);
    }

    /**
     * Explains where the first task of a request would go, and why nowhere else. For other tasks, {@link #open} a session.
     *
     * @param cluster where to place
     * @param request what to place
     * @return everything about that task
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     * @throws PluginException if a plug-in is broken
     */
    public Explanation explain(ClusterSnapshot cluster, PlacementRequest request) {
        return open(cluster).explain(request);
    }

    /**
     * Why the first task of a request would not go to a certain instance.
     *
     * @param cluster where to place
     * @param request what to place
     * @param instanceId the id of the instance
     * @return the checks it fails, or to whom it loses and by what, or that the task does go there
     * @throws PlacementRequestException if ECS would refuse the request before looking at any instance
     * @throws IllegalArgumentException if there is no such instance
     * @throws PluginException if a plug-in is broken
     */
    public WhyNot whyNot(ClusterSnapshot cluster, PlacementRequest request, String instanceId) {
        return open(cluster).whyNot(request, instanceId);
    }

    /**
     * The instances that satisfy a query, seen as a {@code memberOf} constraint sees them. Like the filter of <a
     * href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListContainerInstances.html">ListContainerInstances</a>, it
     * looks at instances of every status.
     *
     * @param cluster where to look
     * @param query what to look for
     * @return in the order of their ids; unmodifiable
     */
    public List<InstanceSnapshot> matching(ClusterSnapshot cluster, ClusterQuery query) {
        List<String> ids = new ExhaustiveCore(cluster, List.of())
                .cluster().stream().filter(query::matches).map(Candidate::id).toList();
        return ids.stream().flatMap(id -> cluster.instance(id).stream()).toList();
    }

    /** Collects what an engine is made of. Not thread-safe. */
    public static final class Builder {
        private final List<ConstraintPlugin> constraints = new ArrayList<>();
        private final List<StrategyPlugin> strategies = new ArrayList<>();
        private final List<ResourcePlugin> resources = new ArrayList<>();
        private final List<PlacementListener> listeners = new ArrayList<>();
        private TieBreaker tieBreaker = TieBreaker.smallestId();
        private RandomSource.Factory random = RandomSource.splittable();
        private Quotas quotas = Quotas.current();

        private Builder() {}

        /**
         * Adds a kind of constraint.
         *
         * @param plugin the plug-in
         * @return this
         */
        public Builder constraint(ConstraintPlugin plugin) {
            constraints.add(Objects.requireNonNull(plugin, "plugin"));
            return this;
        }

        /**
         * Adds a kind of strategy.
         *
         * @param plugin the plug-in
         * @return this
         */
        public Builder strategy(StrategyPlugin plugin) {
            strategies.add(Objects.requireNonNull(plugin, "plugin"));
            return this;
        }

        /**
         * Adds a resource. Resources are checked in the order in which they are added.
         *
         * @param plugin the plug-in
         * @return this
         */
        public Builder resource(ResourcePlugin plugin) {
            resources.add(Objects.requireNonNull(plugin, "plugin"));
            return this;
        }

        /**
         * Adds a listener. Listeners are told in the order in which they are added.
         *
         * @param listener the listener
         * @return this
         */
        public Builder listener(PlacementListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets who chooses between instances that are equal after all strategies.
         *
         * @param breaker the tie-breaker; {@link TieBreaker#smallestId()} unless another is given
         * @return this
         */
        public Builder tieBreaker(TieBreaker breaker) {
            this.tieBreaker = Objects.requireNonNull(breaker, "breaker");
            return this;
        }

        /**
         * Sets where random numbers come from.
         *
         * @param factory makes a source from the seed of a request; {@link RandomSource#splittable()} unless another is given
         * @return this
         */
        public Builder random(RandomSource.Factory factory) {
            this.random = Objects.requireNonNull(factory, "factory");
            return this;
        }

        /**
         * Sets the limits of ECS.
         *
         * @param limits the figures of another time, or of an account; {@link Quotas#current()} unless others are given
         * @return this
         */
        public Builder quotas(Quotas limits) {
            this.quotas = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Adds the constraints, strategies and resources that a class loader offers to {@link ServiceLoader}, each kind in the order of
         * the class names. Nothing is ever looked for unless this is called, so equal arguments give equal engines.
         *
         * @param loader where to look
         * @return this
         * @throws PluginException if an offered class cannot be made
         */
        public Builder discover(ClassLoader loader) {
            constraints.addAll(load(ConstraintPlugin.class, ServiceLoader.load(ConstraintPlugin.class, loader)));
            strategies.addAll(load(StrategyPlugin.class, ServiceLoader.load(StrategyPlugin.class, loader)));
            resources.addAll(load(ResourcePlugin.class, ServiceLoader.load(ResourcePlugin.class, loader)));
            return this;
        }

        private static <T> List<T> load(Class<T> kind, ServiceLoader<T> loader) {
            try {
                return loader.stream()
                        .sorted(Comparator.comparing(provider -> provider.type().getName()))
                        .map(ServiceLoader.Provider::get)
                        .collect(Collectors.toCollection(ArrayList::new));
            } catch (ServiceConfigurationError e) {
                throw new PluginException(
                        kind.getSimpleName() + " that was discovered", "cannot be made: " + e.getMessage(), e);
            }
        }

        /**
         * Makes the engine.
         *
         * @return the engine
         * @throws IllegalArgumentException if two plug-ins of a kind have one name, if one has the name of a constraint, strategy or
         *     resource of ECS, or if the name of a resource is not of capital letters, digits and {@code _}
         * @throws PluginException if a plug-in has no card
         */
        public PlacementEngine build() {
            return new PlacementEngine(
                    EngineConfig.of(constraints, strategies, resources, tieBreaker, random, listeners, quotas));
        }
    }
}
