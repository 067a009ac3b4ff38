package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Digits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version made of numbers: {@code 1.68.2}. Compared number by number, missing numbers counting as 0, so that {@code 1.14}
 * equals {@code 1.14.0} and {@code 1.9} is before {@code 1.14}. Immutable.
 *
 * @implNote ECS does not say how versions are ordered; this is the rule chosen here.
 */
public final class Version implements Comparable<Version> {
    private final String text;

    private Version(String text) {
        this.text = text;
    }

    /**
     * Reads a version. The number of parts is not limited here; a query accepts at most four.
     *
     * @param text numbers separated by dots, without prefix or suffix
     * @return the version, or empty when the text is none
     */
    public static Optional<Version> parse(String text) {
        return Digits.isDotted(text) ? Optional.of(new Version(text)) : Optional.empty();
    }

    /** Orders by the numbers. */
    @Override
    public int compareTo(Version other) {
        return Digits.compareDotted(text, other.text);
    }

    /** Equal when the numbers are, whatever zeros are written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        int pendingZeros = 0;
        for (String part : text.split("\\.", -1)) {
            String number = part.replaceFirst("^0+", "");
            if (number.isEmpty()) {
                pendingZeros++;
            } else {
                hash = 31 * (31 * hash + pendingZeros) + number.hashCode();
                pendingZeros = 0;
            }
        }
        return hash;
    }

    /** Returns the version as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
