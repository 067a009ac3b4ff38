package io.stowage.ecs.benchmarks;

import java.util.List;

/**
 * How long a run measures. A quick run is a first look, for which somebody waits: it leaves out sizes and peers whose targets others stand
 * for, and its iterations are shorter than the 2 s of the specification except for headlines, because two hundred figures of 2 s three times
 * would take half an hour. A full run measures every figure that a target speaks of, those in the headlines the way figures are
 * published, in three forks of five iterations of 5 s; the others shorter, because all of them that way take most of a day. Half a second is
 * a million operations of most of them.
 *
 * @param full whether every figure is measured
 * @param again whether a quick run measures longer what missed its target at the first look
 * @param ordinary how figures are measured that are in no headline
 * @param slow the same if their operations or their code are long
 */
record Effort(boolean full, boolean again, Timing ordinary, Timing slow) {
    /** How far apart the iterations of a figure may lie, as a part of it, before it is measured once more. */
    static final double RESTLESS = 0.3;

    private static final String FORKS = "--forks=";
    private static final String ITERATION = "--iteration-ms=";
    private static final int OF_QUICK_RUN = 250;
    private static final int OF_FULL_RUN = 500;

    /**
     * What the arguments say.
     *
     * @throws IllegalArgumentException if one of them is none, or makes no sense with the others
     */
    static Effort of(List<String> args) {
        boolean full = args.contains("--full");
        boolean again = args.contains("--again");
        int forks = 1;
        int milliseconds = full ? OF_FULL_RUN : OF_QUICK_RUN;
        for (String arg : args) {
            if (arg.startsWith(FORKS)) {
                forks = number(arg, FORKS);
            } else if (arg.startsWith(ITERATION)) {
                milliseconds = number(arg, ITERATION);
            } else if (arg.startsWith("--") && !arg.equals("--full") && !arg.equals("--again")) {
                throw new IllegalArgumentException("\"" + arg + "\" is no option; --full, --again, " + FORKS + "N or "
                        + ITERATION + "N was expected");
            }
        }
        if (full && again) {
            throw new IllegalArgumentException("--again is for a quick run; a full run repeats by itself what it must");
        }
        int iterations = full ? 3 : 2;
        return new Effort(
                full,
                again,
                new Timing(forks, 2, milliseconds, iterations, milliseconds),
                new Timing(forks, 2, 2 * milliseconds, iterations, 2 * milliseconds));
    }

    private static int number(String arg, String option) {
        String number = arg.substring(option.length());
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("\"" + arg + "\" has no number; " + option + "3 was expected");
        }
        return Integer.parseInt(number);
    }

    /** How figures of a pace are measured. */
    Timing timing(Part.Pace pace) {
        return switch (pace) {
            case ORDINARY -> ordinary;
            case SLOW -> slow;
            case WARM -> full ? Timing.LOOK_IN_THREE : Timing.LOOK;
            case LONG -> full ? Timing.PUBLISHED : Timing.LOOK;
            case ONCE -> Timing.ONCE;
        };
    }

    /** How the figures of JMH are measured, in words. */
    String words() {
        String rest = timing(Part.Pace.LONG).words() + " for what headlines speak of, "
                + timing(Part.Pace.WARM).words() + " for validation, " + ordinary.words()
                + " for the rest, twice as long where an operation is";
        if (full) {
            return rest + "; what was restless once more";
        }
        return "A quick run, shorter than the three iterations of 2 s that are meant for one, so that it ends in a quarter of an hour: "
                + rest + (again ? "; " + Timing.LOOK.words() + " for what missed its target then" : "");
    }
}
