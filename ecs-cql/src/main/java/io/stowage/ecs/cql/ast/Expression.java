package io.stowage.ecs.cql.ast;

import java.util.List;
import java.util.Set;

/**
 * A query or a part of one, as a tree. Immutable and safe to share between threads.
 *
 * <p>Trees are records and compare with their places in the text; {@link #sameMeaning} compares without them.
 */
public sealed interface Expression permits And, Or, Not, Predicate {
    /**
     * Where the expression stands in the text of the query, parentheses around it not included.
     *
     * @return the range; {@link TextRange#NONE} for a tree made by hand
     */
    TextRange range();

    /**
     * Calls the method of the visitor that belongs to this kind of expression.
     *
     * @param <R> what the visitor answers
     * @param visitor the visitor
     * @return what the visitor returned
     */
    <R> R accept(ExpressionVisitor<R> visitor);

    /**
     * The tree as one line that depends neither on spacing nor on which of several spellings was used, for example
     * {@code (and (eq attribute:stack "prod") (lt runningTasksCount 3))}. Also what {@code toString} returns.
     *
     * @return operator first, then the subject as written, then the value: texts and patterns in double quotes with
     *     backslashes before {@code \} and {@code "}, points in time in UTC, other values bare
     */
    default String normalised() {
        return NormalForm.of(this);
    }

    /**
     * The tree as a query: one space between words, signs for operators, words for connectives, quotes and parentheses only
     * where they are needed. Reading it gives a tree of the same meaning.
     *
     * @return the text; it may be longer than what was read, and for a large tree longer than ECS accepts
     */
    default String toQuery() {
        return QueryPrinter.print(this);
    }

    /**
     * Whether two trees say the same: equal but for places in the text and spelling, that is, of equal
     * {@linkplain #normalised() normalised form}. Expressions that are only logically equivalent differ, and so do numbers
     * written with different zeros.
     *
     * @param other the other tree
     * @return true when the normalised forms are equal
     */
    default boolean sameMeaning(Expression other) {
        return normalised().equals(other.normalised());
    }

    /**
     * The parts this expression is made of: the operands of a connective from left to right, the operand of a negation.
     *
     * @return the parts one level down, unmodifiable; empty for a predicate
     */
    default List<Expression> parts() {
        return this instanceof And and
                ? and.operands()
                : this instanceof Or or ? or.operands() : this instanceof Not not ? List.of(not.operand()) : List.of();
    }

    /**
     * The subjects the expression asks about.
     *
     * @return each once, in the order of their first place; unmodifiable
     */
    default Set<Subject> subjects() {
        return Subjects.of(this);
    }
}
