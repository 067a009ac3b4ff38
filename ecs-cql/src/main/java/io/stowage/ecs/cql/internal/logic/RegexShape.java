package io.stowage.ecs.cql.internal.logic;

/**
 * The patterns whose matches are known without running them: a plain text, or a plain text and then anything. Line feeds, which a
 * dot does not match and no value of ECS may hold, are left out of account.
 *
 * @param kind which of them
 * @param text the plain text
 */
record RegexShape(Kind kind, String text) {
    private static final String PLAIN_ESCAPES = ".\\[](){}*+?^$|-/_@: ";
    private static final String SIGNS = "[](){}*+?^$|.";

    /** What follows the plain text. */
    enum Kind {
        /** Nothing: the pattern is the text. */
        EXACT,
        /** Any characters, or none. */
        PREFIX,
        /** At least one character. */
        LONGER,
        /** The pattern is of no such form. */
        OTHER
    }

    static RegexShape of(String regex) {
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
}
