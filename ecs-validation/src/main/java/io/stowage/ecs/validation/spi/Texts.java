package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.OpenEnum;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text in a configuration may be besides a value: nothing at all, or a place that somebody else will fill in. */
final class Texts {
    /** The forms that the reader of documents recognises where a number or a list belongs; in a string it keeps them as text. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{|\\$[A-Za-z_]|\\{\\{|#\\{|<[^<>]+>|%[A-Za-z_]+%|@[A-Z_]+@|"
                    + "\\(\\([^()]+\\)\\)|(?<!\\w)__[A-Za-z]\\w*__(?!\\w)|%[sd]");

    private static final int LONGEST = 120;

    private Texts() {}

    /** The text of a string or of an open enumeration; null for everything else. */
    static @Nullable String textOf(Object value) {
        return value instanceof String text ? text : value instanceof OpenEnum open ? open.value() : null;
    }

    static boolean isPlaceholder(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '$', '{', '<', '%', '@', '#' -> {
                    return PLACEHOLDER.matcher(text).find();
                }
                case '(', '_' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == text.charAt(i)) {
                        return PLACEHOLDER.matcher(text).find();
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** A value as messages show it: on one line, without control characters, and not endless. */
    static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        boolean tooLong = text.codePointCount(0, text.length()) > LONGEST;
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || isInvisible(c) ? '\uFFFD' : c));
        return tooLong ? shown.append('…').toString() : shown.toString();
    }

    /** Line separators and the marks that turn the direction of writing could make a message say something else. */
    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
