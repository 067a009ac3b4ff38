package io.stowage.ecs.placement.scaling;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The fields of a cron expression: what values each may have, and how they are written. */
enum CronField {
    SECOND("seconds", 0, 59, List.of()),
    MINUTE("minutes", 0, 59, List.of()),
    HOUR("hours", 0, 23, List.of()),
    DAY_OF_MONTH("day of month", 1, 31, List.of()),
    MONTH("month", 1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    DAY_OF_WEEK("day of week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
    YEAR("year", 1970, 2199, List.of());

    private final String words;
    private final int least;
    private final int most;
    private final List<String> names;

    CronField(String words, int least, int most, List<String> names) {
        this.words = words;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** The values of a field as a set; the last day of a month is bit 0 of the days. */
    BitSet parse(String text) {
        BitSet values = new BitSet();
        if (text.equals("?") && (this == DAY_OF_MONTH || this == DAY_OF_WEEK)) {
            values.set(least, most + 1);
            return values;
        }
        for (String part : text.split(",", -1)) {
            if (part.equals("L") && this == DAY_OF_MONTH) {
                values.set(0);
            } else {
                add(part, values);
            }
        }
        return values;
    }

    private void add(String part, BitSet values) {
        int slash = part.indexOf('/');
        String range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : number(part.substring(slash + 1), part, 1, most);
        int dash = range.indexOf('-');
        int from = least;
        int to = most;
        if (dash >= 0) {
            from = value(range.substring(0, dash), part);
            to = value(range.substring(dash + 1), part);
        } else if (!range.equals("*")) {
            from = value(range, part);
            to = slash < 0 ? from : most;
        }
        if (from > to) {
            throw wrong(part, "a range goes up");
        }
        for (int i = from; i <= to; i += step) {
            values.set(i);
        }
    }

    private int value(String text, String part) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        return name >= 0 ? name + least : number(text, part, least, most);
    }

    private int number(String text, String part, int from, int to) {
        int value = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
        if (value < from || value > to) {
            throw wrong(part, text.matches(".*[LW#].*") ? "L, W and # are not supported here" : from + " to " + to);
        }
        return value;
    }

    private ScheduleException wrong(String part, String expected) {
        return new ScheduleException(
                ScheduleError.CRON_FIELD_RANGE,
                "\"" + part + "\" cannot be in the field " + words + "; " + least + " to " + most
                        + (names.isEmpty() ? "" : " or " + names.get(0) + " to " + names.get(names.size() - 1))
                        + " was expected (" + expected + ")");
    }
}
