package io.stowage.ecs.cql.internal.text;

import java.util.Set;

/** The characters of the language: what is whitespace, what an unquoted value may hold, how a value is quoted. */
public final class Words {
    private static final String NOT_BARE = " \t\r\n\f()[],'\"&|!=<>~";
    private static final String NAME_SIGNS = "-_/\\.";

    /** One bit for each ASCII character: every character of every query is asked about, some of them twice. */
    private static final boolean[] BARE = new boolean[128];

    private static final boolean[] NAME = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            BARE[c] = NOT_BARE.indexOf(c) < 0;
            NAME[c] = isDigit(c) || letter || NAME_SIGNS.indexOf(c) >= 0;
        }
    }

    private static final Set<String> RESERVED = Set.of("and", "or", "not");
    private static final int LONGEST_RESERVED = 3;

    private Words() {}

    /** Whether the character separates tokens; other blanks, such as a no-break space, are ordinary characters. */
    public static boolean isWhitespace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
    }

    /** Whether the character may stand in an unquoted value. */
    public static boolean isBare(char c) {
        return c >= 128 || BARE[c];
    }

    /** Whether the character may stand in an attribute name. */
    public static boolean isNameCharacter(char c) {
        return c < 128 && NAME[c];
    }

    /** Whether the character is one of the ten ASCII digits. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the word cannot be a value unless it is quoted. */
    public static boolean isReserved(String word) {
        return word.length() <= LONGEST_RESERVED && RESERVED.contains(word);
    }

    /** Whether the text holds nothing but whitespace. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The index of the first character that may not stand in an attribute name; the length of the text when all may. */
    public static int endOfName(String text) {
        int at = 0;
        while (at < text.length() && isNameCharacter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The index behind the run of unquoted-value characters that begins at an index; the index itself when none does. */
    public static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The value in single quotes. */
    public static String quote(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The value as it is written most plainly: unquoted where that reads back as the same value. */
    public static String quoteIfNeeded(String value) {
        boolean plain = !value.isEmpty() && endOfWord(value, 0) == value.length() && !isReserved(value);
        return plain ? value : quote(value);
    }

    /** The regular expression as it is written most plainly: unquoted where that reads back as the same one. */
    public static String quotePatternIfNeeded(String regex) {
        boolean plain = !regex.isEmpty()
                && "'\")".indexOf(regex.charAt(0)) < 0
                && regex.chars().noneMatch(c -> isWhitespace((char) c))
                && PatternExtent.ofUnquoted(regex) == regex.length()
                && !isReserved(regex);
        return plain ? regex : quote(regex);
    }

    /** What a value says, from how it is written: quotes taken off, doubled quotes made one. */
    public static String unquote(String written) {
        if (written.length() < 2) {
            return written;
        }
        char quote = written.charAt(0);
        if ((quote != '\'' && quote != '"') || written.charAt(written.length() - 1) != quote) {
            return written;
        }
        String mark = String.valueOf(quote);
        return written.substring(1, written.length() - 1).replace(mark + mark, mark);
    }
}
