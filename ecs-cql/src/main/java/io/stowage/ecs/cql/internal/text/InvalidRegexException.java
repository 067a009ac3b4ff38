package io.stowage.ecs.cql.internal.text;

/** Says why a regular expression cannot be used, and where in it. */
public final class InvalidRegexException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int index;

    InvalidRegexException(String reason, int index) {
        super(reason, null, false, false);
        this.index = index;
    }

    /** What is wrong, as the second half of a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Where in the pattern, counted from 0 in UTF-16 code units. */
    public int index() {
        return index;
    }
}
