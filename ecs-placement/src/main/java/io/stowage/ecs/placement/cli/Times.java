package io.stowage.ecs.placement.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them. */
final class Times {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})([smhd])");
    private static final Duration MOST = Duration.ofDays(36_500);

    private Times() {}

    /** Reads 90s, 30m, 2h, 1d or what ISO 8601 has. */
    static Duration duration(String parameter, String text) {
        Matcher matcher = SHORT.matcher(text);
        Duration duration;
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            duration = switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        } else {
            try {
                duration = Duration.parse(text.toUpperCase(Locale.ROOT));
            } catch (DateTimeParseException e) {
                throw unusable(parameter, text);
            }
        }
        if (duration.isNegative() || duration.compareTo(MOST) > 0) {
            throw unusable(parameter, text);
        }
        return duration;
    }

    private static UnusableInputException unusable(String parameter, String text) {
        return new UnusableInputException(parameter + ": `" + text
                + "` is no length of time; one like 90s, 30m, 2h, 1d or PT1H30M was expected, 36500 days at most");
    }
}
