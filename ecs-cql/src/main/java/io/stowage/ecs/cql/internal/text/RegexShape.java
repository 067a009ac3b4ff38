package io.stowage.ecs.cql.internal.text;

/**
 * The patterns that need no engine: a plain text, or a plain text and then anything. Nearly all patterns people write are of this kind,
 * and what they match is known without running them.
 *
 * @param kind which of them
 * @param text the plain text
 */
public record RegexShape(Kind kind, String text) {
    private static final String PLAIN_ESCAPES = ".\\[](){}*+?^$|-/_@: ";
    private static final String SIGNS = "[](){}*+?^$|.";

    /** What follows the plain text. */
    public enum Kind {
        /** Nothing: the pattern is the text. */
        EXACT,
        /** Any characters, or none. */
        PREFIX,
        /** At least one character. */
        LONGER,
        /** The pattern is of no such form. */
        OTHER
    }

    /** The shape of a pattern; one that is not {@link Kind#OTHER} is valid. */
    public static RegexShape of(String regex) {
        int end = regex.length();
        if (end > 0 && regex.charAt(end - 1) == '$' && !regex.endsWith("\\$")) {
            end--;
        }
        int at = regex.startsWith("^") && end > 0 ? 1 : 0;
        StringBuilder text = new StringBuilder();
        while (at < end) {
            char c = regex.charAt(at);
            if (c == '.' && at == end - 2 && "*+".indexOf(regex.charAt(at + 1)) >= 0) {
                return new RegexShape(regex.charAt(at + 1) == '*' ? Kind.PREFIX : Kind.LONGER, text.toString());
            }
            if (c == '\\' && at + 1 < end && PLAIN_ESCAPES.indexOf(regex.charAt(at + 1)) >= 0) {
                at++;
                c = regex.charAt(at);
            } else if (c == '\\' || SIGNS.indexOf(c) >= 0) {
                return new RegexShape(Kind.OTHER, "");
            }
            text.append(c);
            at++;
            if (at < end && "*+?{".indexOf(regex.charAt(at)) >= 0) {
                return new RegexShape(Kind.OTHER, "");
            }
        }
        return new RegexShape(Kind.EXACT, text.toString());
    }

    /** Whether the whole value matches; not to be asked of {@link Kind#OTHER}. A dot matches anything but a line feed. */
    public boolean matches(String value) {
        return switch (kind) {
            case EXACT -> value.equals(text);
            case PREFIX -> value.startsWith(text) && isOneLine(value);
            case LONGER -> value.length() > text.length() && value.startsWith(text) && isOneLine(value);
            case OTHER -> throw new IllegalStateException("takes an engine");
        };
    }

    private boolean isOneLine(String value) {
        return value.indexOf('\n', text.length()) < 0;
    }
}
