package io.stowage.ecs.cql;

/** Draws the line of a text that holds an error, with carets under it. */
final class Excerpt {
    /** How many characters of a long line are shown before and behind the error. */
    private static final int CONTEXT = 60;

    private static final String CUT = "...";
    private static final char REPLACEMENT = '\uFFFD';

    private Excerpt() {}

    static String of(String text, int offset, int length) {
        int lineStart = startOfLine(text, offset);
        int lineEnd = endOfLine(text, offset);
        int from = wholeCharacter(text, Math.max(lineStart, offset - CONTEXT));
        int to = wholeCharacter(text, Math.min(lineEnd, offset + CONTEXT));
        String before = (from > lineStart ? CUT : "") + printable(text.substring(from, offset));
        String shown = before + printable(text.substring(offset, to)) + (to < lineEnd ? CUT : "");
        int meantEnd = Math.max(offset, Math.min(offset + length, to));
        int carets = Math.max(1, text.codePointCount(offset, meantEnd));
        return shown + "\n" + blank(before) + "^".repeat(carets);
    }

    private static int startOfLine(String text, int offset) {
        int at = offset;
        while (at > 0 && !isLineEnd(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int endOfLine(String text, int offset) {
        int at = offset;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static int wholeCharacter(String text, int at) {
        boolean inside =
                at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return inside ? at - 1 : at;
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isPrintable(c) ? c : REPLACEMENT));
        return out.toString();
    }

    private static boolean isPrintable(int c) {
        return c == '\t'
                || !(Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** As wide as the text in a terminal that keeps its tabs. */
    private static String blank(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.append(c == '\t' ? '\t' : ' '));
        return out.toString();
    }
}
