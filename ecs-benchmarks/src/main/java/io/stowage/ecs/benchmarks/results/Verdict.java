package io.stowage.ecs.benchmarks.results;

/** What became of a target. */
public enum Verdict {
    /** It was met. */
    PASS("pass"),
    /** It was not met. */
    MISSED("**missed**"),
    /** The run did not measure it. */
    NOT_MEASURED("not measured"),
    /** A quick run leaves it out; a full one measures it. */
    NOT_IN_QUICK_RUN("not measured in a quick run"),
    /** It is only shown. */
    NO_TARGET("no target");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** The verdict as the table has it. */
    @Override
    public String toString() {
        return text;
    }
}
