package io.stowage.ecs.cql;

/**
 * How large a query may be. What is beyond is an error of its own kind, never an overflow.
 *
 * @param maxLength the greatest number of characters (UTF-16 code units), 1 to {@value #GREATEST_LENGTH}
 * @param maxNesting the greatest number of parentheses and negations inside each other, 1 to {@value #GREATEST_NESTING}
 */
public record QueryLimits(int maxLength, int maxNesting) {
    private static final int GREATEST_LENGTH = 1_000_000;
    private static final int GREATEST_NESTING = 256;

    /**
     * What queries are held to unless something else is asked for: the 2000 characters that the ECS API sets for the expression
     * of a placement constraint, and 64 levels, a rule of this library that protects the stack.
     */
    public static final QueryLimits STANDARD = new QueryLimits(2000, 64);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a limit is out of its range
     */
    public QueryLimits {
        require("maxLength", maxLength, GREATEST_LENGTH);
        require("maxNesting", maxNesting, GREATEST_NESTING);
    }

    private static void require(String name, int value, int greatest) {
        if (value < 1 || value > greatest) {
            throw new IllegalArgumentException(name + " is " + value + ", not 1 to " + greatest);
        }
    }
}
