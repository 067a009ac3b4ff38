package io.stowage.ecs.placement.plugin;

import java.util.SplittableRandom;

/** Random numbers that a seed determines. One is made for every request. */
@FunctionalInterface
public interface RandomSource {
    /**
     * The next number.
     *
     * @param bound how many numbers there are to choose from, at least 1
     * @return 0 or more and less than the bound, each equally likely
     */
    int nextInt(int bound);

    /** Makes the source of a request from its seed: the same seed, the same numbers. */
    @FunctionalInterface
    interface Factory {
        /**
         * Makes a source.
         *
         * @param seed the seed of the request
         * @return a new source
         */
        RandomSource of(long seed);
    }

    /**
     * The source that is used unless another is given.
     *
     * @return a factory of {@link SplittableRandom}
     */
    static Factory splittable() {
        return seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            return random::nextInt;
        };
    }
}
