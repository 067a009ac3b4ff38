package io.stowage.ecs.placement.headroom;

import io.stowage.ecs.model.agent.AgentConfig;
import io.stowage.ecs.model.agent.InstanceSetup;
import io.stowage.ecs.model.agent.RegistrationException;
import io.stowage.ecs.model.instancetype.InstanceType;
import io.stowage.ecs.placement.PlacementEngine;
import io.stowage.ecs.placement.PlacementRequest;
import io.stowage.ecs.placement.PlacementRequestException;
import io.stowage.ecs.placement.PlacementSession;
import io.stowage.ecs.placement.plugin.PluginException;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many tasks of a request fit on an empty instance, by instance type and networking. It is counted by placing them on such an
 * instance: by its constraints and with the room of its {@linkplain PlacementRequest.Builder#daemonServices daemon services} taken
 * off, which keep their own network mode. Launch type and capacity providers are not looked at: the instance is taken to be in the
 * pool. Immutable.
 */
public final class DensityTable {
    private final List<Networking> networkings;
    private final List<TypeDensity> types;

    private DensityTable(List<Networking> networkings, List<TypeDensity> types) {
        this.networkings = networkings;
        this.types = types;
    }

    /**
     * Starts a table for a request, with the standard engine, the usual agent and all types of the catalogue.
     *
     * @param request of which tasks; its count is not looked at
     * @return a new builder
     */
    public static Builder builder(PlacementRequest request) {
        return new Builder(request);
    }

    /**
     * The columns.
     *
     * @return as they were asked for; unmodifiable
     */
    public List<Networking> networkings() {
        return networkings;
    }

    /**
     * The rows. What takes most tasks for each vCPU comes first, by the networking that the task definition is written for, of an
     * equal number then the smaller type: by vCPUs, by installed memory, by name. Types that take none are thus the last.
     *
     * @return unmodifiable
     */
    public List<TypeDensity> types() {
        return types;
    }

    /** Collects what a table shall show. Not thread-safe. */
    public static final class Builder {
        private final PlacementRequest request;
        private PlacementEngine engine = PlacementEngine.standard();
        private List<InstanceType> types = EmptyInstances.types();
        private List<Networking> networkings;
        private AgentConfig agent = EmptyInstances.usualAgent();
        private String zone;
        private Map<String, String> attributes = Map.of();

        private Builder(PlacementRequest request) {
            this.request = Objects.requireNonNull(request, "request");
            this.networkings = Networking.compared(request.taskDefinition());
            this.zone = request.subnetAvailabilityZones().stream().findFirst().orElse("us-east-1a");
        }

        /**
         * Sets what places.
         *
         * @param placing the engine; its listeners do not hear of it
         * @return this
         */
        public Builder engine(PlacementEngine placing) {
            this.engine = placing.withoutListeners();
            return this;
        }

        /**
         * Sets the types.
         *
         * @param rows the types, in any order
         * @return this
         */
        public Builder types(Collection<InstanceType> rows) {
            this.types = List.copyOf(rows);
            return this;
        }

        /**
         * Sets the columns.
         *
         * @param columns at least one; what {@link Networking#compared} says unless others are given
         * @return this
         * @throws IllegalArgumentException if there is none
         */
        public Builder networkings(Collection<Networking> columns) {
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("there is no networking; at least one was expected");
            }
            this.networkings = columns.stream().distinct().toList();
            return this;
        }

        /**
         * Sets how the agent of the instances is configured: memory and ports that it reserves, attributes that it registers.
         *
         * @param config the configuration; {@link EmptyInstances#usualAgent()} unless another is given
         * @return this
         */
        public Builder agent(AgentConfig config) {
            this.agent = Objects.requireNonNull(config, "config");
            return this;
        }

        /**
         * Sets the zone of the instances.
         *
         * @param name the Availability Zone; the first of the request's subnets unless another is given, and {@code us-east-1a} if
         *     those are not known
         * @return this
         */
        public Builder zone(String name) {
            this.zone = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets attributes that the instances have besides those of ECS and the agent, because constraints ask for them.
         *
         * @param custom names to values; the value is empty for none
         * @return this
         */
        public Builder attributes(Map<String, String> custom) {
            this.attributes = new LinkedHashMap<>(custom);
            return this;
        }

        /**
         * Counts.
         *
         * @return the table
         * @throws PlacementRequestException if ECS would refuse the request
         * @throws RegistrationException if an instance with such an agent never registers
         * @throws PluginException if a plug-in is broken
         */
        public DensityTable build() {
            Networking own = networkings.stream()
                    .filter(networking -> networking.isOf(request.taskDefinition()))
                    .findFirst()
                    .orElse(networkings.get(0));
            List<TypeDensity> rows = new ArrayList<>();
            for (InstanceType type : types) {
                List<Density> densities = networkings.stream()
                        .map(networking -> density(type, networking))
                        .toList();
                long memoryMib = instance(type, false).registered().memoryMib();
                rows.add(new TypeDensity(type, memoryMib, densities));
            }
            rows.sort(Comparator.comparingDouble(
                            (TypeDensity row) -> -(double) row.density(own).tasks()
                                    / Math.max(1, row.type().vcpus()))
                    .thenComparing(row -> row.type().vcpus())
                    .thenComparing(row -> row.type().memoryMib())
                    .thenComparing(row -> row.type().name()));
            return new DensityTable(networkings, List.copyOf(rows));
        }

        private InstanceSnapshot instance(InstanceType type, boolean trunking) {
            InstanceSetup setup = InstanceSetup.of(type, zone, agent);
            InstanceSnapshot instance = EmptyInstances.of(trunking ? setup.withTrunking() : setup);
            Map<String, String> all = new LinkedHashMap<>(instance.attributes());
            all.putAll(attributes);
            return instance.toBuilder().attributes(all).build();
        }

        private Density density(InstanceType type, Networking networking) {
            InstanceSnapshot instance = instance(type, networking.trunking());
            if (networking.trunking() && !instance.attributes().containsKey("ecs.awsvpc-trunk-id")) {
                return new Density(
                        networking,
                        0,
                        false,
                        null,
                        instance.remaining().cpuUnits(),
                        instance.remaining().memoryMib(),
                        false);
            }
            PlacementRequest there = request.toBuilder()
                    .taskDefinition(networking.of(request.taskDefinition()))
                    .launchType(null)
                    .capacityProvider(null)
                    .capacityProviderStrategy(List.of())
                    .build();
            PlacementSession session = engine.open(ClusterSnapshot.ofSnapshots(List.of(instance), List.of()));
            Headroom headroom = Headroom.of(session, there, Headroom.MOST_TASKS);
            InstanceSnapshot after = instance;
            if (headroom.tasks() > 0) {
                session.place(there.toBuilder()
                        .count(headroom.tasks())
                        .apiLimits(false)
                        .taskIds(List.of())
                        .build());
                after = session.instance(instance.id()).orElse(instance);
            }
            return new Density(
                    networking,
                    headroom.tasks(),
                    headroom.atLeast(),
                    headroom.closestMatch(),
                    after.remaining().cpuUnits(),
                    after.remaining().memoryMib(),
                    true);
        }
    }
}
