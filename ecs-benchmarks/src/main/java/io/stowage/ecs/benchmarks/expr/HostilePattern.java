package io.stowage.ecs.benchmarks.expr;

/** Patterns for which matchers that go back take time without end when the value is all {@code a}. */
public enum HostilePattern {
    /** A repetition of a repetition. */
    NESTED_PLUS("(a+)+b"),
    /** Two ways to read every character. */
    OVERLAPPING("(a|aa)+b"),
    /** Many things that may be there or not. */
    OPTIONALS("(a?){50}a{50}b"),
    /** Several free stretches in a row. */
    STRETCHES(".*a.*a.*a.*a.*b");

    private final String text;

    HostilePattern(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
