package io.stowage.ecs.placement.internal.index;

import java.util.Arrays;

/**
 * What a demand compares, parted: the leading spreads, by which the classes are put into cells, and the rest, with the order to walk in.
 * Immutable; forks and services that compare the same share it.
 */
final class Chain {
    private static final int MOST_LEADING = 2;

    final int orderBy;
    final Service.Walk walk;
    final boolean countFirst;
    final int[] leading;
    final int[] leadingSlots;
    final int[] rest;
    final int[] restSlots;

    Chain(Demand demand, Instances index) {
        int[] chain = normal(demand);
        int lead = 0;
        while (lead < chain.length && lead < MOST_LEADING && chain[lead] >= 0) {
            lead++;
        }
        this.leading = Arrays.copyOf(chain, lead);
        this.leadingSlots = Arrays.stream(leading)
                .map(dimension -> index.spread(demand.tally, dimension))
                .toArray();
        this.rest = Arrays.copyOfRange(chain, lead, chain.length);
        this.restSlots = Arrays.stream(rest)
                .map(part -> part < 0 ? -1 : index.spread(demand.tally, part))
                .toArray();
        this.countFirst = rest.length > 0 && rest[0] == Demand.COUNT;
        int head = countFirst ? 1 : 0;
        if (rest.length == head) {
            this.orderBy = Instances.BY_ID;
            this.walk = Service.Walk.FIRST;
        } else if (rest[head] == Demand.MEMORY || rest[head] == Demand.CPU) {
            this.orderBy = rest[head] == Demand.MEMORY ? Instances.BY_MEMORY : Instances.BY_CPU;
            this.walk = rest.length == head + 1 ? Service.Walk.FIRST : Service.Walk.EQUALS;
        } else {
            this.orderBy = Instances.BY_ID;
            this.walk = Service.Walk.ALL;
        }
    }

    /** Whether it is the same, and counts stand in the same places of a tally. */
    boolean isAlike(Chain that) {
        return Arrays.equals(leading, that.leading)
                && Arrays.equals(leadingSlots, that.leadingSlots)
                && Arrays.equals(rest, that.rest)
                && Arrays.equals(restSlots, that.restSlots);
    }

    /** The chain without parts that can make no difference. */
    private static int[] normal(Demand demand) {
        int[] normal = new int[demand.chain.length];
        int length = 0;
        for (int part : demand.chain) {
            boolean again = part == Demand.COUNT && demand.distinct;
            for (int i = 0; i < length; i++) {
                again |= normal[i] == part;
            }
            if (!again) {
                normal[length++] = part;
            }
        }
        return Arrays.copyOf(normal, length);
    }
}
