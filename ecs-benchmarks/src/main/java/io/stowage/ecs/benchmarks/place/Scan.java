package io.stowage.ecs.benchmarks.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: looks at every instance for every task, in columns of numbers, without branches. What is compared stands above the number of
 * the instance in one long, and a long that is too great stands for an instance that will not do.
 */
final class Scan implements Placing {
    private static final int INSTANCE_BITS = 20;
    private static final int AMOUNT_BITS = 20;
    private static final int INSTANCE = (1 << INSTANCE_BITS) - 1;
    private static final long NOTHING = Long.MAX_VALUE;
    private static final long SEED = 13;

    private final Columns columns;
    private final List<Ask> asks;
    private final int[] pair;
    private final int[] pairs;
    private final short[] @Nullable [] counts;
    private final int[][] zoneCounts;
    private final Random random = new Random(SEED);

    /** A scan over a copy of the columns. */
    Scan(Columns cluster, List<Ask> asks) {
        this.columns = cluster.copy();
        this.asks = asks;
        this.pair = new int[columns.instances()];
        Arrays.setAll(pair, i -> 8 * columns.zone[i] + columns.type[i]);
        this.pairs = asks.stream().mapToInt(Ask::pairs).toArray();
        this.counts = new short[asks.size()][];
        this.zoneCounts = new int[asks.size()][Columns.ZONES.size()];
        for (int i = 0; i < counts.length; i++) {
            Ask ask = asks.get(i);
            if (ask.distinct() || ask.port() || ask.order().byCount()) {
                counts[i] = new short[columns.instances()];
            }
        }
    }

    private Scan(Scan from) {
        this.columns = from.columns.copy();
        this.asks = new ArrayList<>(from.asks);
        this.pair = from.pair.clone();
        this.pairs = from.pairs.clone();
        this.counts = from.counts.clone();
        Arrays.setAll(counts, i -> {
            short[] ofService = from.counts[i];
            return ofService == null ? null : ofService.clone();
        });
        this.zoneCounts = from.zoneCounts.clone();
        Arrays.setAll(zoneCounts, i -> from.zoneCounts[i].clone());
    }

    /** The same in memory of its own. */
    Scan copy() {
        return new Scan(this);
    }

    @Override
    public int place(int service) {
        int chosen = choose(service);
        if (chosen != NONE) {
            book(service, chosen, 1);
        }
        return chosen;
    }

    @Override
    public void release(int service, int instance) {
        book(service, instance, -1);
    }

    void book(int service, int instance, int tasks) {
        Ask ask = asks.get(service);
        columns.cpuUnits[instance] -= tasks * ask.cpuUnits();
        columns.memoryMib[instance] -= tasks * ask.memoryMib();
        zoneCounts[service][columns.zone[instance]] += tasks;
        short[] ofService = counts[service];
        if (ofService != null) {
            ofService[instance] += (short) tasks;
        }
    }

    /** Whether a task of a service fits on an instance. */
    boolean fits(int service, int instance) {
        Ask ask = asks.get(service);
        short[] ofService = counts[service];
        return ask.cpuUnits() <= columns.cpuUnits[instance]
                && ask.memoryMib() <= columns.memoryMib[instance]
                && ask.allows(columns.zone[instance], columns.type[instance])
                && !((ask.distinct() || ask.port()) && ofService != null && ofService[instance] != 0);
    }

    int choose(int service) {
        Ask ask = asks.get(service);
        if (ask.order() == Ask.Order.LOT) {
            return lot(service);
        }
        long best = switch (ask.order()) {
            case CPU -> anywhere(ask, columns.cpuUnits);
            case ZONE_MEMORY -> byZone(ask, zoneCounts[service], pairs[service], counts[service]);
            case COUNT_MEMORY -> byCount(ask, ofService(service), columns.memoryMib);
            case ZONE_COUNT -> byZoneAndCount(ask, zoneCounts[service], ofService(service));
            default ->
                ask.distinct()
                        ? distinct(ask, ofService(service))
                        : ask.isAnywhere() ? anywhere(ask, columns.memoryMib) : among(ask, pairs[service]);
        };
        return best == NOTHING ? NONE : (int) best & INSTANCE;
    }

    private short[] ofService(int service) {
        short[] ofService = counts[service];
        if (ofService == null) {
            throw new IllegalStateException("service " + service + " has no counts");
        }
        return ofService;
    }

    private long anywhere(Ask ask, int[] amount) {
        int[] cpuUnits = columns.cpuUnits;
        int[] memoryMib = columns.memoryMib;
        int cpu = ask.cpuUnits();
        int memory = ask.memoryMib();
        long best = NOTHING;
        for (int i = 0; i < cpuUnits.length; i++) {
            int bad = (cpuUnits[i] - cpu | memoryMib[i] - memory) >> 31;
            best = Math.min(best, (long) amount[i] << INSTANCE_BITS | i | bad & NOTHING);
        }
        return best;
    }

    private long among(Ask ask, int allowed) {
        int[] cpuUnits = columns.cpuUnits;
        int[] memoryMib = columns.memoryMib;
        int cpu = ask.cpuUnits();
        int memory = ask.memoryMib();
        long best = NOTHING;
        for (int i = 0; i < cpuUnits.length; i++) {
            int bad = (cpuUnits[i] - cpu | memoryMib[i] - memory) >> 31 | (allowed >> pair[i] & 1) - 1;
            best = Math.min(best, (long) memoryMib[i] << INSTANCE_BITS | i | bad & NOTHING);
        }
        return best;
    }

    private long distinct(Ask ask, short[] own) {
        int[] cpuUnits = columns.cpuUnits;
        int[] memoryMib = columns.memoryMib;
        int cpu = ask.cpuUnits();
        int memory = ask.memoryMib();
        long best = NOTHING;
        for (int i = 0; i < cpuUnits.length; i++) {
            int bad = (cpuUnits[i] - cpu | memoryMib[i] - memory | -own[i]) >> 31;
            best = Math.min(best, (long) memoryMib[i] << INSTANCE_BITS | i | bad & NOTHING);
        }
        return best;
    }

    private long byZone(Ask ask, int[] ofZones, int allowed, short @Nullable [] holders) {
        int[] cpuUnits = columns.cpuUnits;
        int[] memoryMib = columns.memoryMib;
        int[] zone = columns.zone;
        int cpu = ask.cpuUnits();
        int memory = ask.memoryMib();
        long best = NOTHING;
        if (holders == null) {
            for (int i = 0; i < cpuUnits.length; i++) {
                int bad = (cpuUnits[i] - cpu | memoryMib[i] - memory) >> 31 | (allowed >> pair[i] & 1) - 1;
                long key = ((long) ofZones[zone[i]] << AMOUNT_BITS | memoryMib[i]) << INSTANCE_BITS | i;
                best = Math.min(best, key | bad & NOTHING);
            }
            return best;
        }
        for (int i = 0; i < cpuUnits.length; i++) {
            int bad = (cpuUnits[i] - cpu | memoryMib[i] - memory | -holders[i]) >> 31;
            long key = ((long) ofZones[zone[i]] << AMOUNT_BITS | memoryMib[i]) << INSTANCE_BITS | i;
            best = Math.min(best, key | bad & NOTHING);
        }
        return best;
    }

    private long byCount(Ask ask, short[] own, int[] amount) {
        int[] cpuUnits = columns.cpuUnits;
        int[] memoryMib = columns.memoryMib;
        int cpu = ask.cpuUnits();
        int memory = ask.memoryMib();
        long best = NOTHING;
        for (int i = 0; i < cpuUnits.length; i++) {
            int bad = (cpuUnits[i] - cpu | memoryMib[i] - memory) >> 31;
            long key = ((long) own[i] << AMOUNT_BITS | amount[i]) << INSTANCE_BITS | i;
            best = Math.min(best, key | bad & NOTHING);
        }
        return best;
    }

    private long byZoneAndCount(Ask ask, int[] ofZones, short[] own) {
        int[] cpuUnits = columns.cpuUnits;
        int[] memoryMib = columns.memoryMib;
        int[] zone = columns.zone;
        int cpu = ask.cpuUnits();
        int memory = ask.memoryMib();
        long best = NOTHING;
        for (int i = 0; i < cpuUnits.length; i++) {
            int bad = (cpuUnits[i] - cpu | memoryMib[i] - memory) >> 31;
            long key = ((long) ofZones[zone[i]] << AMOUNT_BITS | own[i]) << INSTANCE_BITS | i;
            best = Math.min(best, key | bad & NOTHING);
        }
        return best;
    }

    /** One of those that will do, each as likely as the others, in one pass. */
    private int lot(int service) {
        int chosen = NONE;
        int seen = 0;
        for (int i = 0; i < columns.instances(); i++) {
            if (fits(service, i) && random.nextInt(++seen) == 0) {
                chosen = i;
            }
        }
        return chosen;
    }
}
