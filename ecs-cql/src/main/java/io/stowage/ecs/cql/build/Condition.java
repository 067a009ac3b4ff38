package io.stowage.ecs.cql.build;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Or;
import io.stowage.ecs.cql.ast.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a query, or all of it. Immutable.
 *
 * @param expression the tree, without places
 */
public record Condition(Expression expression) {
    /**
     * Both: a chain of calls gives one conjunction of all.
     *
     * @param other the other condition
     * @return the conjunction
     */
    public Condition and(Condition other) {
        List<Expression> parts = expression instanceof And and ? new ArrayList<>(and.operands()) : start();
        parts.add(other.expression);
        return new Condition(new And(parts, TextRange.NONE));
    }

    /**
     * One or both: a chain of calls gives one disjunction of all.
     *
     * @param other the other condition
     * @return the disjunction
     */
    public Condition or(Condition other) {
        List<Expression> parts = expression instanceof Or or ? new ArrayList<>(or.operands()) : start();
        parts.add(other.expression);
        return new Condition(new Or(parts, TextRange.NONE));
    }

    /**
     * The exact opposite, also for attributes that are not there.
     *
     * @return the negation
     */
    public Condition negated() {
        return new Condition(new Not(expression, TextRange.NONE));
    }

    /**
     * The condition as a query.
     *
     * @return the query; its text is {@link Expression#toQuery()}
     * @throws io.stowage.ecs.cql.ClusterQueryException if it is longer or deeper than ECS accepts
     */
    public ClusterQuery toQuery() {
        return ClusterQuery.parse(expression.toQuery());
    }

    /** Returns the condition as it is written in a query. */
    @Override
    public String toString() {
        return expression.toQuery();
    }

    private List<Expression> start() {
        return new ArrayList<>(List.of(expression));
    }
}
