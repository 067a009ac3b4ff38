package io.stowage.ecs.benchmarks.results;

/**
 * A figure as a target speaks of it.
 *
 * @param who whose figure it is, for people
 * @param figure its name
 * @param per what to divide it by: the number of instances, where the figure is that of all
 */
public record Measured(String who, String figure, double per) {
    /** A figure as it is. */
    public static Measured of(String who, String figure) {
        return new Measured(who, figure, 1);
    }

    /** A figure of many, for one. */
    public Measured per(double many) {
        return new Measured(who, figure, many);
    }
}
