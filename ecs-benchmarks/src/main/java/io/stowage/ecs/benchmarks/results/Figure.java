package io.stowage.ecs.benchmarks.results;

/**
 * One measured value.
 *
 * @param value the value
 * @param unit its unit, {@code ns} for a time
 * @param spread how far the greatest and the smallest iteration lie apart, as a part of the value; 0 if it is no time
 * @param bytes how many bytes one operation allocates; NaN if that was not measured
 */
public record Figure(double value, String unit, double spread, double bytes) {
    /** A value that is counted, so that it is the same in every run. */
    public static Figure counted(double value, String unit) {
        return new Figure(value, unit, 0, Double.NaN);
    }
}
