package io.stowage.ecs.cql.internal.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The typed values of the language, read from text; null where the text is none. Everything is ASCII and exact: no sign, no
 * suffix, no lower-case {@code t} or {@code z} in a date.
 */
public final class Values {
    private static final int MAX_INTEGER_DIGITS = 9;
    private static final int DATE_LENGTH = "2018-06-18".length();
    private static final int DATE_TIME_LENGTH = "2018-06-18T22:28:28".length();
    private static final int OFFSET_LENGTH = "+00:00".length();
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant BEHIND_LAST =
            LocalDate.of(10_000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Values() {}

    /** One to nine digits. */
    public static @Nullable Integer integer(String text) {
        boolean digits = !text.isEmpty() && text.length() <= MAX_INTEGER_DIGITS && isDigits(text, 0, text.length());
        return digits ? Integer.valueOf(text) : null;
    }

    /** Exactly {@code true} or {@code false}. */
    public static @Nullable Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** One of the four documented forms; without an offset the time is UTC, a date alone is its midnight. */
    public static @Nullable Instant instant(String text) {
        if (text.length() < DATE_LENGTH || !hasShape(text, "####-##-##", 0)) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            if (text.length() == DATE_LENGTH) {
                return date.atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            if (text.length() < DATE_TIME_LENGTH || !hasShape(text, "T##:##:##", DATE_LENGTH)) {
                return null;
            }
            LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
            ZoneOffset offset = offset(text.substring(DATE_TIME_LENGTH));
            return offset == null ? null : LocalDateTime.of(date, time).toInstant(offset);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The instant in UTC to the second, {@code yyyy-MM-ddTHH:mm:ssZ}. */
    public static String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** Whether {@link #utc} of the instant is itself one of the documented forms: its year has four digits. */
    public static boolean hasPlainUtcForm(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(BEHIND_LAST);
    }

    private static @Nullable ZoneOffset offset(String text) {
        if (text.isEmpty() || text.equals("Z")) {
            return ZoneOffset.UTC;
        }
        if (text.length() != OFFSET_LENGTH || !hasShape(text, "##:##", 1)) {
            return null;
        }
        int minutes = number(text, 4, 6);
        int seconds = (number(text, 1, 3) * 60 + minutes) * 60;
        if (minutes >= 60) {
            return null;
        }
        // Beyond 18 hours the JDK refuses, as the language does.
        return switch (text.charAt(0)) {
            case '+' -> ZoneOffset.ofTotalSeconds(seconds);
            case '-' -> ZoneOffset.ofTotalSeconds(-seconds);
            default -> null;
        };
    }

    private static boolean hasShape(String text, String shape, int from) {
        if (text.length() < from + shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char wanted = shape.charAt(i);
            char found = text.charAt(from + i);
            if (wanted == '#' ? !Words.isDigit(found) : wanted != found) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Words.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
