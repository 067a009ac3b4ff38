package io.stowage.ecs.placement.internal.engine;

import io.stowage.ecs.placement.snapshot.TaskSnapshot;
import org.jspecify.annotations.Nullable;

/** A task that may be stopped, with its scores by the strategies of a {@link StopChain}: the lower, the sooner it stops. */
final class StopChoice implements StopQueue.Part {
    /** The number of no count. */
    static final int NOTHING = -1;

    private final int handle;
    private final TaskSnapshot task;
    private final @Nullable Count[] counts;
    private final long[] scores;
    private boolean stopped;

    /**
     * A choice that has not been made.
     *
     * @param handle that of the task
     * @param counts what it counts in, by strategy; null where there is nothing
     * @param scores its scores where it counts in nothing, by strategy
     */
    StopChoice(int handle, TaskSnapshot task, @Nullable Count[] counts, long[] scores) {
        this.handle = handle;
        this.task = task;
        this.counts = counts;
        this.scores = scores;
    }

    int handle() {
        return handle;
    }

    TaskSnapshot task() {
        return task;
    }

    int strategies() {
        return scores.length;
    }

    /** What it counts in by a strategy. Choices that count in the same are equal in spreads, whatever stops. */
    @Nullable
    Count count(int strategy) {
        return counts[strategy];
    }

    /** Its score by a strategy at the moment. */
    long score(int strategy) {
        Count count = counts[strategy];
        return count == null ? scores[strategy] : -count.tasks;
    }

    /** Compares by all strategies, at the moment. */
    int compareScores(StopChoice that) {
        for (int i = 0; i < scores.length; i++) {
            int order = Long.compare(score(i), that.score(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The number of what it counts in by a strategy, or {@link #NOTHING}. */
    int number(int strategy) {
        Count count = counts[strategy];
        return count == null ? NOTHING : count.number;
    }

    /** It alone is a part of its own. */
    @Override
    public @Nullable StopChoice first() {
        return stopped ? null : this;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Makes the choice: the task no longer counts. */
    void stop() {
        stopped = true;
        for (Count count : counts) {
            if (count != null) {
                count.tasks--;
            }
        }
    }

    /** How many tasks of the group count on an instance, or on all instances that have a value of an attribute. */
    static final class Count {
        private final int number;
        private long tasks;

        /** A count of no tasks yet; counts of one spread have different numbers, from 0 up. */
        Count(int number) {
            this.number = number;
        }

        void add(long more) {
            tasks += more;
        }

        /** Each is equal to itself alone; but this costs less to find out than the hash of an object. */
        @Override
        public int hashCode() {
            return number;
        }

        @Override
        public boolean equals(@Nullable Object that) {
            return this == that;
        }
    }
}
