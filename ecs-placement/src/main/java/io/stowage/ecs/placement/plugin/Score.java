package io.stowage.ecs.placement.plugin;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How good a choice is; the lower, the better. Numbers compare exactly, whether whole or not; texts compare by their characters and
 * come after all numbers. Immutable.
 */
public final class Score implements Comparable<Score> {
    private static final Score FIRST = new Score(Kind.FIRST, 0, null);
    private static final Score LAST = new Score(Kind.LAST, 0, null);

    private final Kind kind;
    private final long whole;
    private final @Nullable Object other;

    private enum Kind {
        FIRST,
        NUMBER,
        TEXT,
        LAST
    }

    private Score(Kind kind, long whole, @Nullable Object other) {
        this.kind = kind;
        this.whole = whole;
        this.other = other;
    }

    /**
     * A whole number.
     *
     * @param number the number
     * @return the score
     */
    public static Score of(long number) {
        return new Score(Kind.NUMBER, number, null);
    }

    /**
     * Any finite number.
     *
     * @param number the number
     * @return the score
     * @throws IllegalArgumentException if it is not a number, or infinite
     */
    public static Score of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(number + " cannot be compared; a finite number was expected");
        }
        return new Score(Kind.NUMBER, 0, new BigDecimal(number));
    }

    /**
     * A text.
     *
     * @param text the text
     * @return the score
     */
    public static Score of(String text) {
        return new Score(Kind.TEXT, 0, Objects.requireNonNull(text, "text"));
    }

    /**
     * Before all others.
     *
     * @return always the same object
     */
    public static Score first() {
        return FIRST;
    }

    /**
     * Behind all others: the choice ranks last, but is not excluded.
     *
     * @return always the same object
     */
    public static Score last() {
        return LAST;
    }

    private BigDecimal number() {
        return other instanceof BigDecimal exact ? exact : BigDecimal.valueOf(whole);
    }

    @Override
    public int compareTo(Score that) {
        if (kind != that.kind) {
            return kind.compareTo(that.kind);
        }
        return switch (kind) {
            case NUMBER ->
                other == null && that.other == null
                        ? Long.compare(whole, that.whole)
                        : number().compareTo(that.number());
            case TEXT -> toString().compareTo(that.toString());
            case FIRST, LAST -> 0;
        };
    }

    /** Whether the other is as good; consistent with {@link #compareTo}. */
    @Override
    public boolean equals(@Nullable Object that) {
        return that instanceof Score score && compareTo(score) == 0;
    }

    @Override
    public int hashCode() {
        return kind == Kind.NUMBER ? number().stripTrailingZeros().hashCode() : Objects.hash(kind, other);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NUMBER -> number().toPlainString();
            case TEXT -> String.valueOf(other);
            case FIRST -> "first";
            case LAST -> "last";
        };
    }
}
