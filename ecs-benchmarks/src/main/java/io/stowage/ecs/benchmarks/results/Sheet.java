package io.stowage.ecs.benchmarks.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** Holds figures against targets, one after the other. */
public final class Sheet {
    private final Figures figures;
    private final Remarks remarks;
    private final List<Line> lines = new ArrayList<>();
    private final SortedSet<String> asked = new TreeSet<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private Verdict unmeasured = Verdict.NOT_MEASURED;

    /** Makes a sheet without targets. */
    public Sheet(Figures figures, Remarks remarks) {
        this.figures = figures;
        this.remarks = remarks;
    }

    /** What is said of targets whose figures are not there, from here on. */
    public void unmeasured(Verdict verdict) {
        unmeasured = verdict;
    }

    /** The library must be that many times as fast as the other. */
    public void faster(String row, String work, Measured library, Measured other, double times) {
        compare(row, work, library, other, true, "≥ " + number(times) + "×", value -> value >= times);
    }

    /** The library must take at most that many times as long as the other. */
    public void atMostTimes(String row, String work, Measured library, Measured other, double times) {
        compare(row, work, library, other, false, "≤ " + number(times) + "×", value -> value <= times);
    }

    /** The figure of the library, a rate, must be at least that many times that of the other. */
    public void atLeastTimes(String row, String work, Measured library, Measured other, double times) {
        compare(row, work, library, other, false, "≥ " + number(times) + "×", value -> value >= times);
    }

    /** The two rates beside each other, of which no target speaks. */
    public void beside(String row, String work, Measured library, Measured other) {
        Figure ours = find(library);
        Figure theirs = find(other);
        if (ours == null || theirs == null) {
            notMeasured(row, work, "");
            return;
        }
        lines.add(new Line(
                row,
                work,
                shown(library, ours),
                other.who() + " " + shown(other, theirs),
                ours.value() / library.per() / (theirs.value() / other.per()),
                "",
                Verdict.NO_TARGET,
                ""));
    }

    /** The figure alone, of which no target speaks. */
    public void shown(String row, String work, Measured library) {
        Figure figure = find(library);
        if (figure == null) {
            notMeasured(row, work, "");
            return;
        }
        double value = figure.value() / library.per();
        lines.add(new Line(row, work, shown(library, figure), "", value, "", Verdict.NO_TARGET, ""));
    }

    /** How many a second a time comes to, of which no target speaks. */
    public void rate(String row, String work, Measured library) {
        Figure figure = find(library);
        if (figure == null) {
            notMeasured(row, work, "");
            return;
        }
        double each = 1e9 / (figure.value() / library.per());
        lines.add(new Line(row, work, number(each) + "/s", "", each, "", Verdict.NO_TARGET, ""));
    }

    /** The figure must be at most that. */
    public void atMost(String row, String work, Measured library, double limit) {
        Figure figure = find(library);
        if (figure == null) {
            notMeasured(row, work, "≤ " + number(limit));
            return;
        }
        double value = figure.value() / library.per();
        String target = "≤ " + number(limit) + " " + figure.unit();
        boolean met = noted(value <= limit, library);
        add(row, work, shown(library, figure), "", value, target, met);
    }

    /** The figure must be at least that. */
    public void atLeast(String row, String work, Measured library, double limit) {
        Figure figure = find(library);
        if (figure == null) {
            notMeasured(row, work, "≥ " + number(limit));
            return;
        }
        double value = figure.value() / library.per();
        String target = "≥ " + number(limit) + " " + figure.unit();
        boolean met = noted(value >= limit, library);
        add(row, work, shown(library, figure), "", value, target, met);
    }

    /**
     * An operation must allocate at most that many bytes. Objects have whole bytes, and the profiler counts what the harness allocates
     * besides, so as for none, less than one byte more is met.
     */
    public void allocatesAtMost(String row, String work, Measured library, double limit) {
        Figure figure = find(library);
        if (figure == null || Double.isNaN(figure.bytes())) {
            notMeasured(row, work, "≤ " + number(limit) + " B");
            return;
        }
        double bytes = figure.bytes() / library.per();
        boolean met = noted(bytes < limit + 1, library);
        add(row, work, number(bytes) + " B", "", bytes, "≤ " + number(limit) + " B", met);
    }

    /** An operation must allocate less than a byte. */
    public void allocatesNothing(String row, String work, Measured library) {
        Figure figure = find(library);
        if (figure == null || Double.isNaN(figure.bytes())) {
            notMeasured(row, work, "0 B");
            return;
        }
        double bytes = figure.bytes() / library.per();
        boolean met = noted(bytes < 1, library);
        add(row, work, number(bytes) + " B", "", bytes, "0 B", met);
    }

    /** The names of all figures that targets spoke of, whether measured or not. */
    public SortedSet<String> asked() {
        return new TreeSet<>(asked);
    }

    /** The names of the figures that missed targets spoke of. */
    public SortedSet<String> missing() {
        return new TreeSet<>(missing);
    }

    private boolean noted(boolean met, Measured... measured) {
        if (!met) {
            for (Measured figure : measured) {
                missing.add(figure.figure());
            }
        }
        return met;
    }

    private @Nullable Figure find(Measured measured) {
        asked.add(measured.figure());
        return figures.get(measured.figure());
    }

    /** What became of the targets so far. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    private void compare(
            String row,
            String work,
            Measured library,
            Measured other,
            boolean otherFirst,
            String target,
            DoublePredicate met) {
        Figure ours = find(library);
        Figure theirs = find(other);
        if (ours == null || theirs == null) {
            notMeasured(row, work, target);
            return;
        }
        double ourValue = ours.value() / library.per();
        double theirValue = theirs.value() / other.per();
        double value = otherFirst ? theirValue / ourValue : ourValue / theirValue;
        boolean isMet = noted(met.test(value), library, other);
        add(row, work, shown(library, ours), other.who() + " " + shown(other, theirs), value, target, isMet);
    }

    private void add(String row, String work, String library, String other, double value, String target, boolean met) {
        Verdict verdict = met ? Verdict.PASS : Verdict.MISSED;
        lines.add(new Line(row, work, library, other, value, target, verdict, met ? "" : remarks.of(row, work)));
    }

    private void notMeasured(String row, String work, String target) {
        lines.add(new Line(row, work, "", "", Double.NaN, target, unmeasured, ""));
    }

    private static String shown(Measured measured, Figure figure) {
        return number(figure.value() / measured.per()) + " " + figure.unit();
    }

    /** Three digits that count, without exponents. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "?";
        }
        double size = Math.abs(value);
        int decimals = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
