package io.stowage.ecs.benchmarks.place;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How long the thread that asks went without a processor: what the clock says, less what the thread used. */
final class OwnTime {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long clock;
    private long used;

    /** From here on. */
    void mark() {
        clock = System.nanoTime();
        used = threads.getCurrentThreadCpuTime();
    }

    /** Nanoseconds that the thread had no processor since the mark. */
    long away() {
        return Math.max(0, System.nanoTime() - clock - (threads.getCurrentThreadCpuTime() - used));
    }
}
