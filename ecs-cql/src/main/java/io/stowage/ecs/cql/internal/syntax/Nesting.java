package io.stowage.ecs.cql.internal.syntax;

/** Counts the parentheses and negations a place stands in, before anything recurses into them. */
final class Nesting {
    private final boolean[] negations;
    private int depth;

    Nesting(int limit) {
        this.negations = new boolean[limit];
    }

    /** Goes into a parenthesis; false when it is one too many. */
    boolean open() {
        return enter(false);
    }

    /** Goes into a negation, which lasts to the end of its operand; false when it is one too many. */
    boolean negate() {
        return enter(true);
    }

    /** Leaves the negations of an operand at the connective behind it. */
    void endOperand() {
        while (depth > 0 && negations[depth - 1]) {
            depth--;
        }
    }

    /** Leaves a parenthesis; one that was never opened changes nothing. */
    void close() {
        endOperand();
        depth = Math.max(0, depth - 1);
    }

    private boolean enter(boolean negation) {
        if (depth == negations.length) {
            return false;
        }
        negations[depth++] = negation;
        return true;
    }
}
