package io.stowage.ecs.model.internal.json;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Templates of JSON often hold placeholders without quotes ({@code "containerPort": ${PORT}}). Here each becomes a string of the
 * same length, so that the rest can be read and every place stays where it is.
 */
final class BarePlaceholders {
    /** Longer texts are no templates that a person wrote. */
    static final int LONGEST = 1 << 20;

    private static final String PLACEHOLDER =
            "(?:\\$\\{[^}\"\\n]{0,200}\\}|\\{\\{[^\"\\n]{0,200}?\\}\\}|#\\{[^}\"\\n]{0,200}\\}|<[^<>\"\\n]{1,200}>"
                    + "|@\\w{1,200}@|%\\w{1,200}%|\\$\\w{1,200})";

    /** A placeholder, with what is written against it without a blank. Bounded, so that no text costs much. */
    private static final Pattern TOKEN =
            Pattern.compile("[\\w.:/-]{0,200}" + PLACEHOLDER + "(?:" + PLACEHOLDER + "|[\\w.:/-]){0,200}");

    private final String text;
    private final Map<Integer, String> written = new TreeMap<>();

    BarePlaceholders(String text) {
        StringBuilder masked = new StringBuilder(text);
        Matcher token = TOKEN.matcher(text);
        boolean inString = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (inString) {
                at += c == '\\' ? 1 : 0;
                inString = c != '"';
            } else if (c == '"') {
                inString = true;
            } else if (!Character.isWhitespace(c) && "}],:".indexOf(c) < 0) {
                if (token.region(at, text.length()).lookingAt()) {
                    written.put(at, token.group());
                    masked.setCharAt(at, '"');
                    for (int i = at + 1; i < token.end() - 1; i++) {
                        masked.setCharAt(i, '_');
                    }
                    masked.setCharAt(token.end() - 1, '"');
                    at = token.end() - 1;
                }
            }
        }
        this.text = masked.toString();
    }

    /** The text with strings in place of placeholders. */
    String text() {
        return text;
    }

    /** The placeholders by the offset at which they stand. */
    Map<Integer, String> written() {
        return written;
    }
}
