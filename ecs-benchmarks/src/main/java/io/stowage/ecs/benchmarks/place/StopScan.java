package io.stowage.ecs.benchmarks.place;

import java.util.Arrays;

/**
 * Chooses tasks of one service to stop by looking at every instance for every task: where most tasks are, if the service spreads, then where
 * most is left, then the task with the smallest id. A task that is chosen no longer counts, but holds what it holds.
 */
final class StopScan {
    private static final int NONE = -1;
    private static final int ID_BITS = 20;
    private static final int AMOUNT_BITS = 20;
    private static final int MOST = (1 << AMOUNT_BITS) - 1;

    private final Ask ask;
    private final int[] memoryMib;
    private final int[] zone;
    private final int[] counts;
    private final int[] zoneCounts;
    private final int[] first;
    private final int[] last;
    private int[] next;
    private int tasks;

    StopScan(Ask ask, Columns columns) {
        this.ask = ask;
        this.memoryMib = columns.memoryMib.clone();
        this.zone = columns.zone;
        this.counts = new int[columns.instances()];
        this.zoneCounts = new int[Columns.ZONES.size()];
        this.first = new int[columns.instances()];
        this.last = new int[columns.instances()];
        this.next = new int[64];
        Arrays.fill(first, NONE);
    }

    private StopScan(StopScan from) {
        this.ask = from.ask;
        this.memoryMib = from.memoryMib.clone();
        this.zone = from.zone;
        this.counts = from.counts.clone();
        this.zoneCounts = from.zoneCounts.clone();
        this.first = from.first.clone();
        this.last = from.last.clone();
        this.next = from.next.clone();
        this.tasks = from.tasks;
    }

    StopScan copy() {
        return new StopScan(this);
    }

    /** One more task, whose id is greater than those before, runs on an instance. */
    void add(int instance) {
        if (tasks == next.length) {
            next = Arrays.copyOf(next, 2 * tasks);
        }
        next[tasks] = NONE;
        if (first[instance] == NONE) {
            first[instance] = tasks;
        } else {
            next[last[instance]] = tasks;
        }
        last[instance] = tasks;
        tasks++;
        memoryMib[instance] -= ask.memoryMib();
        counts[instance]++;
        zoneCounts[zone[instance]]++;
    }

    /** Stops the next one; the number of the task. */
    int stop() {
        boolean byZone = ask.order() == Ask.Order.ZONE_MEMORY;
        boolean byCount = ask.order() == Ask.Order.COUNT_MEMORY;
        long best = Long.MAX_VALUE;
        int chosen = NONE;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                int tasksThere = byZone ? zoneCounts[zone[i]] : byCount ? counts[i] : 0;
                long key = ((long) (MOST - tasksThere) << AMOUNT_BITS | MOST - memoryMib[i]) << ID_BITS | first[i];
                if (key < best) {
                    best = key;
                    chosen = i;
                }
            }
        }
        int task = first[chosen];
        first[chosen] = next[task];
        counts[chosen]--;
        zoneCounts[zone[chosen]]--;
        return task;
    }
}
