package io.stowage.ecs.model.json;

import io.stowage.ecs.model.internal.WithBuilder;
import java.util.Objects;

/**
 * Limits for reading, so that a hostile document costs little. Exceeding one of the first four refuses the document with a
 * diagnostic. Made by {@code ReadOptions.standard().toBuilder()}; the canonical constructor grows with the options and is no part
 * of what stays compatible.
 *
 * @param maxLength the longest text in UTF-16 code units; for a file, also its longest size in bytes
 * @param maxDepth the deepest nesting of lists and objects
 * @param maxStringLength the longest string or member name in UTF-16 code units
 * @param maxNumberLength the longest number in digits
 * @param maxFindings how many findings are kept; of those beyond only the count is given
 * @param format the language of the document
 */
@WithBuilder
public record ReadOptions(
        int maxLength, int maxDepth, int maxStringLength, int maxNumberLength, int maxFindings, DocumentFormat format) {
    private static final ReadOptions STANDARD =
            new ReadOptions(64 << 20, 100, 4 << 20, 100, 10_000, DocumentFormat.BY_NAME);

    /**
     * Checks that every limit allows something, and that the depth is one the stack can bear.
     *
     * @throws NullPointerException if the format is null
     * @throws IllegalArgumentException if a limit is below 1 or the depth above 500
     */
    public ReadOptions {
        Objects.requireNonNull(format, "format");
        if (maxLength < 1
                || maxDepth < 1
                || maxStringLength < 1
                || maxNumberLength < 1
                || maxFindings < 1
                || maxDepth > 500) {
            throw new IllegalArgumentException("limits must be at least 1, and the depth at most 500: " + maxLength
                    + ", " + maxDepth + ", " + maxStringLength + ", " + maxNumberLength + ", " + maxFindings);
        }
    }

    /**
     * The usual limits: 64 Mi characters (the description of some 15,000 container instances), 100 levels, strings of 4 Mi
     * characters, numbers of 100 digits, 10,000 findings.
     *
     * @return the defaults
     */
    public static ReadOptions standard() {
        return STANDARD;
    }

    /**
     * Starts from these.
     *
     * @return a new builder that holds what this object holds
     */
    public ReadOptionsBuilder toBuilder() {
        return ReadOptionsBuilder.builder(this);
    }
}
