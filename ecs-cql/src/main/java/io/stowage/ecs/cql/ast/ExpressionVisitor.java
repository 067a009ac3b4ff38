package io.stowage.ecs.cql.ast;

/**
 * One method for each kind of expression, so that the compiler says when one is forgotten. A visitor decides itself whether
 * and in which order it goes into the parts.
 *
 * @param <R> what it answers
 */
public interface ExpressionVisitor<R> {
    /**
     * Visits a conjunction.
     *
     * @param and the node
     * @return the answer
     */
    R visitAnd(And and);

    /**
     * Visits a disjunction.
     *
     * @param or the node
     * @return the answer
     */
    R visitOr(Or or);

    /**
     * Visits a negation.
     *
     * @param not the node
     * @return the answer
     */
    R visitNot(Not not);

    /**
     * Visits a comparison with one value.
     *
     * @param comparison the node
     * @return the answer
     */
    R visitComparison(Comparison comparison);

    /**
     * Visits a comparison with a list.
     *
     * @param membership the node
     * @return the answer
     */
    R visitMembership(Membership membership);

    /**
     * Visits a match with a regular expression.
     *
     * @param match the node
     * @return the answer
     */
    R visitMatch(Match match);

    /**
     * Visits a question whether something exists.
     *
     * @param existence the node
     * @return the answer
     */
    R visitExistence(Existence existence);
}
