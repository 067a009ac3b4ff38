package io.stowage.ecs.placement;

import io.stowage.ecs.model.placement.PlacementStrategy;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Tasks of a group to stop: how many, and by which strategies. Immutable; made with {@link #builder}.
 *
 * <p>Mirrors what ECS does when the desired count of a service goes down (<a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html">placement strategies</a>).
 */
public final class ScaleInRequest {
    private final String group;
    private final int count;
    private final List<PlacementStrategy> placementStrategy;
    private final List<String> among;
    private final long seed;
    private final boolean apiLimits;

    private ScaleInRequest(Builder builder) {
        this.group = builder.group;
        this.count = builder.count;
        this.placementStrategy = builder.placementStrategy;
        this.among = builder.among;
        this.seed = builder.seed;
        this.apiLimits = builder.apiLimits;
    }

    /**
     * Starts a request.
     *
     * @param group the task group, for a service {@code service:} and its name
     * @param count how many tasks to stop, 0 or more
     * @return a new builder
     */
    public static Builder builder(String group, int count) {
        return new Builder(group, count);
    }

    /**
     * The task group.
     *
     * @return never null
     */
    public String group() {
        return group;
    }

    /**
     * How many tasks.
     *
     * @return 0 or more
     */
    public int count() {
        return count;
    }

    /**
     * The strategies.
     *
     * @return in written order; empty for ECS's default, which keeps zones and then instances even; unmodifiable
     */
    public List<PlacementStrategy> placementStrategy() {
        return placementStrategy;
    }

    /**
     * The ids of the tasks of the group that may be stopped.
     *
     * @return empty for all; unmodifiable
     */
    public List<String> among() {
        return among;
    }

    /**
     * Where random choices start.
     *
     * @return 0 unless another was given
     */
    public long seed() {
        return seed;
    }

    /**
     * Whether what the API would refuse is refused.
     *
     * @return true unless the builder said otherwise
     */
    public boolean apiLimits() {
        return apiLimits;
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {
        private final String group;
        private final int count;
        private List<PlacementStrategy> placementStrategy = List.of();
        private List<String> among = List.of();
        private long seed;
        private boolean apiLimits = true;

        private Builder(String group, int count) {
            this.group = Objects.requireNonNull(group, "group");
            this.count = count;
        }

        /**
         * Sets the strategies.
         *
         * @param strategies all of them, in order; empty for ECS's default
         * @return this
         */
        public Builder placementStrategy(Collection<PlacementStrategy> strategies) {
            this.placementStrategy = List.copyOf(strategies);
            return this;
        }

        /**
         * Limits the choice to some tasks of the group, those of an old deployment for example. All tasks of the group count in spreads
         * as before.
         *
         * @param taskIds their ids; empty for all tasks of the group
         * @return this
         */
        public Builder among(Collection<String> taskIds) {
            this.among = List.copyOf(taskIds);
            return this;
        }

        /**
         * Sets where random choices start.
         *
         * @param value any number
         * @return this
         */
        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        /**
         * Lifts the limits of the API.
         *
         * @param refuse false to lift them
         * @return this
         */
        public Builder apiLimits(boolean refuse) {
            this.apiLimits = refuse;
            return this;
        }

        /**
         * Makes the request. Whether its strategies can be used is found out when it is asked.
         *
         * @return the request
         */
        public ScaleInRequest build() {
            return new ScaleInRequest(this);
        }
    }
}
