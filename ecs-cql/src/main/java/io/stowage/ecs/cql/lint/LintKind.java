package io.stowage.ecs.cql.lint;

import io.stowage.ecs.model.diagnostic.Severity;
import java.util.Locale;

/** What is suspicious. */
public enum LintKind {
    /** No instance can satisfy the query. */
    NEVER_TRUE(Severity.WARNING),
    /** Every instance satisfies the query. */
    ALWAYS_TRUE(Severity.WARNING),
    /** A part of the query can be left out: it follows from the others, or nothing follows from it. */
    NEEDLESS_PART(Severity.NOTE),
    /** A constraint can be left out: it follows from another one. */
    NEEDLESS_CONSTRAINT(Severity.NOTE),
    /** No instance can satisfy two constraints, and all of them must hold. */
    EXCLUDING_CONSTRAINTS(Severity.WARNING),
    /** A negative operator leaves out the instances that do not have the attribute at all. */
    MISSING_ATTRIBUTE(Severity.NOTE),
    /** An order of texts, or one whose rule ECS does not document. */
    DOUBTFUL_ORDER(Severity.NOTE),
    /** A name that looks like one of ECS's own and is none. */
    UNKNOWN_BUILT_IN(Severity.WARNING),
    /** A custom name that ECS has with {@code ecs.} before it. */
    MISSING_PREFIX(Severity.NOTE),
    /** A name or a value that ECS writes with other letters. */
    LETTER_CASE(Severity.WARNING),
    /** A value the attribute can never have. */
    IMPOSSIBLE_VALUE(Severity.WARNING),
    /** A placeholder of a template that was not filled in. */
    PLACEHOLDER(Severity.WARNING),
    /** A list names a value twice. */
    REPEATED_VALUE(Severity.NOTE),
    /** A dot of a pattern stands for any character, and looks as if it were meant as a dot. */
    UNESCAPED_DOT(Severity.NOTE),
    /** A pattern begins with {@code ^} or ends in {@code $}: it always matches the whole value. */
    NEEDLESS_ANCHOR(Severity.NOTE),
    /** A pattern repeats its last letter; {@code .*} was probably meant. */
    BARE_STAR(Severity.WARNING),
    /** A pattern that matches every value. */
    PATTERN_MATCHES_ALL(Severity.NOTE),
    /** A pattern that matches no value ECS allows. */
    PATTERN_MATCHES_NOTHING(Severity.WARNING),
    /** {@code and} and {@code or} side by side without parentheses: ECS does not document which binds closer. */
    MIXED_CONNECTIVES(Severity.NOTE),
    /** A point in time to the second that an instance will hardly hit. */
    EXACT_TIME(Severity.WARNING),
    /** Longer than the 2000 characters ECS takes. */
    TOO_LONG(Severity.WARNING);

    private final Severity severity;

    LintKind(Severity severity) {
        this.severity = severity;
    }

    /**
     * How much it weighs: a warning where the query will hardly do what was meant.
     *
     * @return {@link Severity#WARNING} or {@link Severity#NOTE}
     */
    public Severity severity() {
        return severity;
    }

    /**
     * The stable id of diagnostics of this kind.
     *
     * @return for example {@code cql.lint.never-true}
     */
    public String diagnosticId() {
        return "cql.lint." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
