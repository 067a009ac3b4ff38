package io.stowage.ecs.cql.ast;

/** What a value is read as. The subject decides: {@code 1} is an integer for {@code runningTasksCount}, text for an attribute. */
public enum ValueType {
    /** Any text. */
    TEXT,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** One to nine digits. */
    INTEGER,
    /** One to four numbers separated by dots. */
    VERSION,
    /** A date, or a date and time. */
    INSTANT,
    /** A regular expression; never the type of a subject. */
    PATTERN
}
