package io.stowage.ecs.benchmarks.place;

import io.stowage.ecs.benchmarks.Service;
import io.stowage.ecs.model.placement.PlacementConstraint;
import io.stowage.ecs.model.placement.PlacementConstraintType;
import io.stowage.ecs.model.placement.PlacementStrategy;
import io.stowage.ecs.model.placement.PlacementStrategyType;
import io.stowage.ecs.model.taskdef.ContainerDefinition;
import io.stowage.ecs.model.taskdef.PortMapping;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import io.stowage.ecs.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a service asks for, in numbers that every engine understands.
 *
 * @param number the number of the service, from 0
 * @param cpuUnits CPU units of a task
 * @param memoryMib MiB of a task
 * @param zones the zones it may use, a bit for each
 * @param types the instance types it may use, a bit for each
 * @param order what is best
 * @param distinct whether an instance takes one task of it at most
 * @param port whether each task wants the one static host port of the service
 */
record Ask(int number, int cpuUnits, int memoryMib, int zones, int types, Order order, boolean distinct, boolean port) {
    static final int ALL_ZONES = (1 << 3) - 1;
    static final int ALL_TYPES = (1 << 8) - 1;

    private static final int FIRST_PORT = 10_000;

    /** What is best, the smallest id being the last word. */
    enum Order {
        MEMORY("binpack memory"),
        CPU("binpack cpu"),
        ZONE_MEMORY("spread attribute:ecs.availability-zone", "binpack memory"),
        COUNT_MEMORY("spread instanceId", "binpack memory"),
        ZONE_COUNT("spread attribute:ecs.availability-zone", "spread instanceId"),
        LOT("random");

        private final List<PlacementStrategy> strategies;

        Order(String... strategies) {
            List<PlacementStrategy> read = new ArrayList<>();
            for (String strategy : strategies) {
                String[] words = strategy.split(" ", 2);
                read.add(PlacementStrategy.builder()
                        .type(new PlacementStrategyType(words[0]))
                        .field(words.length == 1 ? null : words[1])
                        .build());
            }
            this.strategies = List.copyOf(read);
        }

        boolean byZone() {
            return this == ZONE_MEMORY || this == ZONE_COUNT;
        }

        boolean byCount() {
            return this == COUNT_MEMORY || this == ZONE_COUNT;
        }
    }

    /** A service of the common shapes that may go anywhere. */
    static Ask of(int number, Order order) {
        Service service = new Service(number % Service.COUNT);
        return new Ask(number, service.cpuUnits(), service.memoryMib(), ALL_ZONES, ALL_TYPES, order, false, false);
    }

    Ask among(int newZones, int newTypes) {
        return new Ask(number, cpuUnits, memoryMib, newZones, newTypes, order, distinct, port);
    }

    Ask distinctInstance() {
        return new Ask(number, cpuUnits, memoryMib, zones, types, order, true, port);
    }

    Ask withPort() {
        return new Ask(number, cpuUnits, memoryMib, zones, types, order, distinct, true);
    }

    Ask ofSize(int newCpuUnits, int newMemoryMib) {
        return new Ask(number, newCpuUnits, newMemoryMib, zones, types, order, distinct, port);
    }

    boolean isAnywhere() {
        return zones == ALL_ZONES && types == ALL_TYPES;
    }

    boolean allows(int zone, int type) {
        return (zones >> zone & types >> type & 1) != 0;
    }

    /** A bit for each pair of zone and type, at the place {@code 8 * zone + type}. */
    int pairs() {
        int pairs = 0;
        for (int zone = 0; zone < Columns.ZONES.size(); zone++) {
            for (int type = 0; type < Columns.TYPES.size(); type++) {
                if (allows(zone, type)) {
                    pairs |= 1 << 8 * zone + type;
                }
            }
        }
        return pairs;
    }

    String name() {
        return String.format(Locale.ROOT, "service-%04d", number);
    }

    String group() {
        return "service:" + name();
    }

    List<PlacementStrategy> strategies() {
        return order.strategies;
    }

    int hostPort() {
        return FIRST_PORT + number;
    }

    /** The same as a request. */
    PlacementRequest request(int tasks) {
        ContainerDefinition container = ContainerDefinition.builder()
                .name("app")
                .image("app:1")
                .cpu(cpuUnits)
                .memory(memoryMib)
                .portMappings(
                        port
                                ? List.of(PortMapping.builder()
                                        .containerPort(80)
                                        .hostPort(hostPort())
                                        .build())
                                : List.of())
                .build();
        return PlacementRequest.builder(TaskDefinition.builder()
                        .family(name())
                        .containerDefinitions(List.of(container))
                        .build())
                .service(name())
                .count(tasks)
                .placementConstraints(constraints())
                .placementStrategy(order.strategies)
                .apiLimits(false)
                .build();
    }

    private List<PlacementConstraint> constraints() {
        List<PlacementConstraint> constraints = new ArrayList<>();
        if (distinct) {
            constraints.add(PlacementConstraint.builder()
                    .type(PlacementConstraintType.DISTINCT_INSTANCE)
                    .build());
        }
        if (zones != ALL_ZONES) {
            constraints.add(memberOf("ecs.availability-zone", Columns.ZONES, zones));
        }
        if (types != ALL_TYPES) {
            constraints.add(memberOf("ecs.instance-type", Columns.TYPES, types));
        }
        return constraints;
    }

    private static PlacementConstraint memberOf(String attribute, List<String> values, int bits) {
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if ((bits >> i & 1) != 0) {
                listed.add(values.get(i));
            }
        }
        String condition = listed.size() == 1 ? " == " + listed.get(0) : " in [" + String.join(", ", listed) + "]";
        return PlacementConstraint.builder()
                .type(PlacementConstraintType.MEMBER_OF)
                .expression("attribute:" + attribute + condition)
                .build();
    }
}
