package io.stowage.ecs.benchmarks.place;

/**
 * A task of a {@link Batch}, in words that are nobody's own.
 *
 * @param service the number of its service
 * @param cpuUnits CPU units
 * @param memoryMib MiB
 * @param rule what it asks for besides room
 * @param zone the number of the zone that it has to go to; -1 if it may go to any
 */
public record BatchTask(int service, int cpuUnits, int memoryMib, Rule rule, int zone) {
    /** What a task asks for besides room. */
    public enum Rule {
        /** Nothing. */
        NONE,
        /** A zone by name. */
        ZONE,
        /** As many tasks of its service in each zone, if that can be. */
        BALANCED,
        /** An instance without another task of its service. */
        UNIQUE
    }

    static BatchTask of(Ask ask) {
        Rule rule = Rule.NONE;
        int zone = -1;
        if (ask.distinct()) {
            rule = Rule.UNIQUE;
        } else if (ask.zones() != Ask.ALL_ZONES) {
            rule = Rule.ZONE;
            zone = Integer.numberOfTrailingZeros(ask.zones());
        } else if (ask.order().byZone()) {
            rule = Rule.BALANCED;
        }
        return new BatchTask(ask.number(), ask.cpuUnits(), ask.memoryMib(), rule, zone);
    }
}
