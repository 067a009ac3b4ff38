package io.stowage.ecs.benchmarks.results;

/**
 * One target and what became of it.
 *
 * @param row the row of the specification, {@code X1}
 * @param work what was done
 * @param library the figure of the library, with its unit
 * @param other whose figure it is compared with, and that figure; empty if with none
 * @param value what the target speaks of: a ratio, a time, a number of bytes; NaN if it was not measured
 * @param target the target, in words
 * @param verdict whether it was met
 * @param remark the reason if it was missed; otherwise empty
 */
public record Line(
        String row,
        String work,
        String library,
        String other,
        double value,
        String target,
        Verdict verdict,
        String remark) {}
