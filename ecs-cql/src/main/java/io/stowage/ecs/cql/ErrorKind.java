package io.stowage.ecs.cql;

import java.util.Locale;

/** What is wrong with a query that does not parse. What ECS itself answers is not documented; the kinds are this library's own. */
public enum ErrorKind {
    /** Nothing but whitespace. */
    EMPTY_EXPRESSION,
    /** More than 2000 characters. */
    EXPRESSION_TOO_LONG,
    /** More than 64 parentheses and negations inside each other. */
    NESTING_TOO_DEEP,
    /** The word is no subject. */
    UNKNOWN_SUBJECT,
    /** The name behind {@code attribute:} is missing, too long, or has a character ECS does not allow. */
    INVALID_ATTRIBUTE_NAME,
    /** A subject stands without an operator. */
    MISSING_OPERATOR,
    /** What stands where an operator should be is none. */
    UNKNOWN_OPERATOR,
    /** The subject does not take this operator. */
    OPERATOR_NOT_SUPPORTED,
    /** A value or a pattern is missing. */
    MISSING_VALUE,
    /** {@code in} and {@code not_in} take a list in square brackets. */
    EXPECTED_LIST,
    /** A list has at least one element. */
    EMPTY_LIST,
    /** A list is not closed. */
    UNTERMINATED_LIST,
    /** An element or a comma is missing in a list. */
    INVALID_LIST_ELEMENT,
    /** A quoted value is not closed. */
    UNTERMINATED_STRING,
    /** Neither {@code true} nor {@code false}. */
    INVALID_BOOLEAN,
    /** Not one to nine digits. */
    INVALID_NUMBER,
    /** Not one to four numbers separated by dots. */
    INVALID_VERSION,
    /** Not one of the documented date forms, or no such day. */
    INVALID_DATE,
    /** The regular expression is malformed, or beyond what runs in linear time. */
    INVALID_PATTERN,
    /** Something stands where {@code and}, {@code or} or the end should be. */
    UNEXPECTED_TOKEN,
    /** An expression is missing before or behind a connective. */
    MISSING_OPERAND,
    /** A parenthesis is not closed, or closes nothing. */
    UNBALANCED_PARENTHESIS;

    /**
     * The stable id of diagnostics of this kind.
     *
     * @return for example {@code cql.unknown-subject}
     */
    public String diagnosticId() {
        return "cql." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
