package io.stowage.ecs.placement.scaling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Optional;

/** A cron expression: the sets of values of its fields, and the search for the next time that is in all of them. */
final class CronSchedule implements Schedule {
    private static final int LAST_DAY = 0;

    private final BitSet seconds;
    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final BitSet years;
    private final ZoneId zone;

    private CronSchedule(String[] fields, ZoneId zone) {
        int first = fields.length - 6;
        this.seconds = first == 1 ? CronField.SECOND.parse(fields[0]) : CronField.SECOND.parse("0");
        this.minutes = CronField.MINUTE.parse(fields[first]);
        this.hours = CronField.HOUR.parse(fields[first + 1]);
        this.days = CronField.DAY_OF_MONTH.parse(fields[first + 2]);
        this.months = CronField.MONTH.parse(fields[first + 3]);
        this.weekdays = CronField.DAY_OF_WEEK.parse(fields[first + 4]);
        this.years = CronField.YEAR.parse(fields[first + 5]);
        this.zone = zone;
    }

    static CronSchedule parse(String inside, ZoneId zone) {
        String[] fields = inside.split("\\s+", -1);
        if (fields.length < 6 || fields.length > 7) {
            throw new ScheduleException(
                    ScheduleError.CRON_FIELD_COUNT,
                    "cron has " + fields.length
                            + " fields; minutes, hours, day of month, month, day of week and year were"
                            + " expected, or seconds before them");
        }
        return new CronSchedule(fields, zone);
    }

    @Override
    public Optional<Instant> next(Instant after, Instant anchor) {
        LocalDate day = after.atZone(zone).toLocalDate();
        int lastYear = years.length() - 1;
        while (day.getYear() <= lastYear) {
            if (!years.get(Math.max(0, day.getYear()))) {
                day = LocalDate.of(day.getYear() + 1, 1, 1);
            } else if (!months.get(day.getMonthValue())) {
                day = day.withDayOfMonth(1).plusMonths(1);
            } else {
                Optional<Instant> found = matches(day) ? onDay(day, after) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
                day = day.plusDays(1);
            }
        }
        return Optional.empty();
    }

    private boolean matches(LocalDate day) {
        boolean ofMonth =
                days.get(day.getDayOfMonth()) || (days.get(LAST_DAY) && day.getDayOfMonth() == day.lengthOfMonth());
        // 1 is Sunday; java.time begins with Monday.
        return ofMonth && weekdays.get(day.getDayOfWeek().getValue() % 7 + 1);
    }

    private Optional<Instant> onDay(LocalDate day, Instant after) {
        for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                for (int second = seconds.nextSetBit(0); second >= 0; second = seconds.nextSetBit(second + 1)) {
                    Optional<Instant> instant = ScheduleReader.instant(
                                    day.atTime(LocalTime.of(hour, minute, second)), zone)
                            .filter(time -> time.isAfter(after));
                    if (instant.isPresent()) {
                        return instant;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
