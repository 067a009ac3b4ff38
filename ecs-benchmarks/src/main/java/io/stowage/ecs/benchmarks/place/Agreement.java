package io.stowage.ecs.benchmarks.place;

/** Whether the engine and the scan choose the same instances. Nothing is timed before they do. */
final class Agreement {
    /** How many operations are compared before anything is timed. */
    static final int OPERATIONS = 20_000;

    /** A suite that has compared already tells its forks so. */
    static final String DONE = "stowage.benchmarks.compared";

    private Agreement() {}

    /** Compares on the first operations of a workload, unless that was done. */
    static void beforeTiming(Work work) {
        if (!Boolean.getBoolean(DONE)) {
            check(work, OPERATIONS);
        }
    }

    /** The same for runs of tasks by one call each. */
    static void runsBeforeTiming(Work work, int tasks) {
        if (!Boolean.getBoolean(DONE)) {
            Runs.check(work, tasks, OPERATIONS);
        }
    }

    /**
     * Compares.
     *
     * @return how many tasks were placed
     * @throws IllegalStateException if the two differ
     */
    static int check(Work work, int operations) {
        Steady engine = Steady.start(work);
        return check(engine, new Both(work, engine.placing(), engine.scan()), operations);
    }

    /** The same for any engine, which begins with an empty workload. */
    static int check(Work work, Placing engine, int operations) {
        Steady start = Steady.start(work.withTasks(0));
        return check(start, new Both(work, engine, start.scan()), operations);
    }

    private static int check(Steady start, Both both, int operations) {
        Steady checked = start.continuedBy(both);
        int placed = 0;
        for (int i = 0; i < operations; i++) {
            if (checked.operation() != Placing.NONE) {
                placed++;
            }
        }
        return placed;
    }

    /** Asks both. Where it is by lot, any instance that will do is as right as another. */
    private static final class Both implements Placing {
        private final Work work;
        private final Placing engine;
        private final Scan scan;
        private long placed;

        Both(Work work, Placing engine, Scan scan) {
            this.work = work;
            this.engine = engine;
            this.scan = scan;
        }

        @Override
        public int place(int service) {
            int expected = scan.choose(service);
            int actual = engine.place(service);
            boolean byLot = work.asks().get(service).order() == Ask.Order.LOT;
            boolean same =
                    byLot && expected != NONE && actual != NONE ? scan.fits(service, actual) : expected == actual;
            if (!same) {
                throw new IllegalStateException("placement " + placed + " of " + work + ", a task of "
                        + work.asks().get(service) + ": the engine chose " + actual + ", the scan " + expected);
            }
            if (actual != NONE) {
                scan.book(service, actual, 1);
            }
            placed++;
            return actual;
        }

        @Override
        public void release(int service, int instance) {
            engine.release(service, instance);
            scan.release(service, instance);
        }
    }
}
