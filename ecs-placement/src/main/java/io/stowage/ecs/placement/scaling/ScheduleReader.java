package io.stowage.ecs.placement.scaling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the three forms of a schedule. */
final class ScheduleReader {
    private static final Pattern FORM = Pattern.compile("(at|rate|cron)\\((.*)\\)", Pattern.DOTALL);
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, Duration> UNITS =
            Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1), "day", Duration.ofDays(1));
    /** Beyond this a period is a mistake, and sums of periods could leave what an instant can be. */
    private static final long GREATEST_RATE = 1_000_000;

    private ScheduleReader() {}

    static Schedule read(String text, ZoneId zone) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new ScheduleException(
                    ScheduleError.UNKNOWN_SCHEDULE,
                    "\"" + text + "\" is no schedule; at(yyyy-mm-ddThh:mm:ss), rate(value unit) or cron(minutes hours"
                            + " day-of-month month day-of-week year) was expected");
        }
        String inside = matcher.group(2).trim();
        return switch (matcher.group(1)) {
            case "at" -> at(inside, zone);
            case "rate" -> rate(inside);
            default -> CronSchedule.parse(inside, zone);
        };
    }

    private static Schedule at(String inside, ZoneId zone) {
        try {
            LocalDateTime time = LocalDateTime.parse(inside, AT);
            return (after, anchor) -> instant(time, zone).filter(instant -> instant.isAfter(after));
        } catch (DateTimeParseException e) {
            throw new ScheduleException(
                    ScheduleError.AT_FORMAT,
                    "\"" + inside + "\" is no time; yyyy-mm-ddThh:mm:ss was expected, as in 2024-07-01T08:00:00");
        }
    }

    private static Schedule rate(String inside) {
        String[] parts = inside.split("\\s+", -1);
        long value = parts[0].matches("[0-9]{1,7}") ? Long.parseLong(parts[0]) : 0;
        if (value == 0 || value > GREATEST_RATE) {
            throw new ScheduleException(
                    ScheduleError.RATE_NOT_POSITIVE,
                    "\"" + parts[0] + "\" is no rate; a whole number from 1 to " + GREATEST_RATE + " was expected");
        }
        Duration period = unit(value, parts.length == 2 ? parts[1] : "").multipliedBy(value);
        return (after, anchor) -> {
            long over = Math.max(0, Duration.between(anchor, after).dividedBy(period));
            return Optional.of(anchor.plus(period.multipliedBy(over + 1)));
        };
    }

    private static Duration unit(long value, String unit) {
        for (Map.Entry<String, Duration> known : UNITS.entrySet()) {
            if (unit.equals(known.getKey() + (value == 1 ? "" : "s"))) {
                return known.getValue();
            }
        }
        throw new ScheduleException(
                ScheduleError.RATE_UNIT_MISMATCH,
                "\"" + unit + "\" is no unit for " + value + "; "
                        + (value == 1 ? "minute, hour or day" : "minutes, hours or days") + " was expected");
    }

    /** The instant of a local time; empty if daylight saving skips it; the first one if it comes twice. */
    static Optional<Instant> instant(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty() ? Optional.empty() : Optional.of(time.toInstant(offsets.get(0)));
    }
}
