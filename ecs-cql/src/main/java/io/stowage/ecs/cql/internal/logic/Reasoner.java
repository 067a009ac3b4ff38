package io.stowage.ecs.cql.internal.logic;

import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Proofs about expressions. Every yes is certain; a no may only mean that no proof was found: patterns other than a plain text or a
 * plain beginning are taken to match or not as they please, and the work is bounded. Values are taken to hold no line feed.
 */
public final class Reasoner {
    private Reasoner() {}

    /** Whether no instance satisfies the expression. */
    public static boolean isNever(Expression expression) {
        Variables variables = new Variables(List.of(expression));
        return Solver.isImpossible(variables.formula(expression, true), variables);
    }

    /** Whether every instance satisfies the expression. */
    public static boolean isAlways(Expression expression) {
        Variables variables = new Variables(List.of(expression));
        return Solver.isImpossible(variables.formula(expression, false), variables);
    }

    /** Whether every instance that satisfies all of the first satisfies the second. */
    public static boolean implies(List<Expression> first, Expression second) {
        return isNever(all(first, new Not(second, TextRange.NONE)));
    }

    /** Whether no instance satisfies both. */
    public static boolean excludes(Expression first, Expression second) {
        return isNever(all(List.of(first), second));
    }

    private static Expression all(List<Expression> first, Expression last) {
        List<Expression> parts = new ArrayList<>(first);
        parts.add(last);
        return parts.size() == 1 ? last : new And(parts, TextRange.NONE);
    }
}
