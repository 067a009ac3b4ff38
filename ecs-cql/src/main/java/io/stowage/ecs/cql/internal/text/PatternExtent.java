package io.stowage.ecs.cql.internal.text;

import java.util.function.IntUnaryOperator;

/**
 * How far an unquoted regular expression reaches. Patterns hold the language's own brackets, so a closing parenthesis ends
 * one only when no parenthesis of the pattern is open; inside a class brackets are plain characters. Reads the pattern once
 * and nothing behind it.
 */
public final class PatternExtent {
    private static final int END = -1;

    private final IntUnaryOperator text;
    private final boolean blanksEnd;
    private int openGroups;
    private int classBody = -1;
    private int at;

    private PatternExtent(IntUnaryOperator text, boolean blanksEnd) {
        this.text = text;
        this.blanksEnd = blanksEnd;
    }

    /**
     * The number of characters before the first whitespace or unmatched {@code )}.
     *
     * @param text the character at an index from the start of the pattern; -1 behind the end
     * @return the length of the pattern
     */
    public static int ofUnquoted(IntUnaryOperator text) {
        PatternExtent extent = new PatternExtent(text, true);
        extent.scan();
        return extent.at;
    }

    /** As {@link #ofUnquoted(IntUnaryOperator)}, for a text that begins with the pattern. */
    static int ofUnquoted(String text) {
        return ofUnquoted(charactersOf(text));
    }

    /**
     * Whether every group and class of the text is closed in it.
     *
     * @param text a pattern or the beginning of one, blanks included
     * @return false when a bracket is left open, or a parenthesis closes what the text did not open
     */
    static boolean isBalanced(String text) {
        PatternExtent extent = new PatternExtent(charactersOf(text), false);
        extent.scan();
        return extent.at >= text.length() && extent.openGroups == 0 && extent.classBody < 0;
    }

    private static IntUnaryOperator charactersOf(String text) {
        return i -> i < text.length() ? text.charAt(i) : END;
    }

    private void scan() {
        while (!isEnd(at)) {
            char c = (char) text.applyAsInt(at);
            if (c == '\\') {
                // The backslash takes the next character with it, whatever it is.
                at += isEnd(at + 1) ? 1 : 2;
                continue;
            }
            if (classBody >= 0) {
                // A bracket that comes first in a class is an element of it, not its end.
                if (c == ']' && at > classBody) {
                    classBody = -1;
                }
            } else if (c == '[') {
                classBody = text.applyAsInt(at + 1) == '^' ? at + 2 : at + 1;
            } else if (c == '(') {
                openGroups++;
            } else if (c == ')') {
                if (openGroups == 0) {
                    return;
                }
                openGroups--;
            }
            at++;
        }
    }

    private boolean isEnd(int index) {
        int c = text.applyAsInt(index);
        return c == END || (blanksEnd && Words.isWhitespace((char) c));
    }
}
