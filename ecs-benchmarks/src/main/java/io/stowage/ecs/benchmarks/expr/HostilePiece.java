package io.stowage.ecs.benchmarks.expr;

/** Pieces that make long patterns. */
public enum HostilePiece {
    /** A class a few times over. */
    REPEATED_CLASS("[a-z]{3}"),
    /** One way among many. */
    ALTERNATIVE("ab.c|"),
    /** A group that may be there or not. */
    OPTIONAL_GROUP("(a?b)*"),
    /** Anything. */
    DOTS("x.*"),
    /** A class of many ranges. */
    CLASSES("[a-cx-z0-3]");

    private final String piece;

    HostilePiece(String piece) {
        this.piece = piece;
    }

    String pattern(int length) {
        return piece.repeat(length / piece.length()) + "end";
    }
}
