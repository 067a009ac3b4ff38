package io.stowage.ecs.model.diagnostic;

import java.util.Arrays;
import java.util.Objects;

/**
 * A text that was read, with its name: turns offsets into lines and columns, and quotes a place with a caret under it.
 * Immutable and thread-safe. Lines end with LF, CR or CRLF.
 */
public final class SourceText {
    private static final int WIDEST_QUOTE = 120;

    private final String name;
    private final String text;
    private final int[] lineStarts;

    private SourceText(String name, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
        this.lineStarts = lineStarts(text);
    }

    /**
     * Names a text.
     *
     * @param name what messages call it, usually the path of a file; may be empty
     * @param text the text; a byte order mark at its start is left off, since editors do not count it as a column
     * @return the named text
     */
    public static SourceText of(String name, String text) {
        return new SourceText(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /**
     * What messages call it.
     *
     * @return the name; may be empty
     */
    public String name() {
        return name;
    }

    /**
     * The whole text.
     *
     * @return never null
     */
    public String text() {
        return text;
    }

    /**
     * The place of a character.
     *
     * @param offset UTF-16 code units from the start, counted from 0; beyond the end counts as the end
     * @return its line and column
     * @throws IllegalArgumentException if the offset is negative
     */
    public SourceLocation locate(int offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset + " is negative");
        }
        int inside = Math.min(offset, text.length());
        int found = Arrays.binarySearch(lineStarts, inside);
        int line = found >= 0 ? found : -found - 2;
        return new SourceLocation(name, line + 1, inside - lineStarts[line] + 1);
    }

    /**
     * The line of a place, and under it a caret at the column. A long line is cut around the caret; control characters are shown
     * as spaces so that the caret stays under its character.
     *
     * @param location a place in this text; a line or column beyond the text counts as its end
     * @return two lines separated by LF
     */
    public String quote(SourceLocation location) {
        int line = Math.min(location.line(), lineStarts.length) - 1;
        int start = lineStarts[line];
        int end = endOfLine(start);
        int caret = Math.min(location.column() - 1, end - start);
        int from = 0;
        int to = end - start;
        if (to > WIDEST_QUOTE) {
            from = Math.max(0, Math.min(caret - WIDEST_QUOTE / 2, to - WIDEST_QUOTE));
            to = from + WIDEST_QUOTE;
        }
        StringBuilder quoted = new StringBuilder();
        text.substring(start + from, start + to)
                .codePoints()
                .forEach(c -> quoted.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return quoted.append('\n').append(" ".repeat(caret - from)).append('^').toString();
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }
}
