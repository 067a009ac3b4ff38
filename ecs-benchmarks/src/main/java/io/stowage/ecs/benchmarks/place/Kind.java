package io.stowage.ecs.benchmarks.place;

import java.util.List;
import java.util.stream.IntStream;

/** How the services of a workload ask to be placed. The first four are mixed in most. */
public enum Kind {
    /** {@code binpack(memory)}. */
    BINPACK_MEMORY(Ask.Order.MEMORY),
    /** {@code spread(attribute:ecs.availability-zone), binpack(memory)}. */
    SPREAD_ZONE(Ask.Order.ZONE_MEMORY),
    /** {@code memberOf(attribute:ecs.availability-zone == X), binpack(memory)}; X is another for every fourth service. */
    MEMBER_OF(Ask.Order.MEMORY),
    /** {@code distinctInstance, binpack(memory)}. */
    DISTINCT(Ask.Order.MEMORY),
    /** {@code spread(instanceId), binpack(memory)}. */
    SPREAD_INSTANCE(Ask.Order.COUNT_MEMORY),
    /** {@code spread(attribute:ecs.availability-zone), spread(instanceId)}. */
    SPREAD_ZONE_INSTANCE(Ask.Order.ZONE_COUNT),
    /** {@code random}. */
    RANDOM(Ask.Order.LOT),
    /** {@code binpack(cpu)}. */
    BINPACK_CPU(Ask.Order.CPU),
    /** Instances of the family t2 in two zones, {@code spread(attribute:ecs.availability-zone), binpack(memory)}. */
    MEMBER_OF_SPREAD(Ask.Order.ZONE_MEMORY),
    /** {@link #SPREAD_ZONE} with one static host port. */
    PORT(Ask.Order.ZONE_MEMORY),
    /** The first four by turns. */
    MIXED(Ask.Order.MEMORY);

    private final Ask.Order order;

    Kind(Ask.Order order) {
        this.order = order;
    }

    /** What the service of a number asks for. */
    Ask ask(int service) {
        Ask ask = Ask.of(service, order);
        return switch (this) {
            case MEMBER_OF -> ask.among(1 << service / 4 % 3, Ask.ALL_TYPES);
            case DISTINCT -> ask.distinctInstance();
            case MEMBER_OF_SPREAD -> ask.among(0b011, 0b11);
            case PORT -> ask.withPort();
            case MIXED -> values()[service % 4].ask(service);
            default -> ask;
        };
    }

    /** The first services. */
    List<Ask> asks(int services) {
        return IntStream.range(0, services).mapToObj(this::ask).toList();
    }

    /** The first services, each with an expression of its own over zones and types. */
    List<Ask> asksApart(int services) {
        return IntStream.range(0, services)
                .mapToObj(service -> {
                    // 37 has no factor in common with 255, so that no two of 255 services get the same types.
                    int types = 1 + (37 * service + 2) % 255;
                    int zone = 1 << service % 3;
                    return ask(service).among(this == MEMBER_OF ? zone : Ask.ALL_ZONES ^ zone, types);
                })
                .toList();
    }
}
