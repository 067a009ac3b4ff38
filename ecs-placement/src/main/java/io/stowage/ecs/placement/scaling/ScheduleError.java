package io.stowage.ecs.placement.scaling;

/** What is wrong with a schedule. The names are ours. */
public enum ScheduleError {
    /** It is neither {@code at(…)} nor {@code rate(…)} nor {@code cron(…)}. */
    UNKNOWN_SCHEDULE,
    /** The time of {@code at} is not written {@code yyyy-mm-ddThh:mm:ss}. */
    AT_FORMAT,
    /** The number of {@code rate} is no whole number above 0. */
    RATE_NOT_POSITIVE,
    /** The unit of {@code rate} is unknown, or singular where the plural is meant or the reverse. */
    RATE_UNIT_MISMATCH,
    /** {@code cron} has not six fields, or seven with seconds. */
    CRON_FIELD_COUNT,
    /** A field of {@code cron} has a value that it cannot have. */
    CRON_FIELD_RANGE
}
