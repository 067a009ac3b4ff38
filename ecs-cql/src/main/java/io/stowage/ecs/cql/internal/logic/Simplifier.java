package io.stowage.ecs.cql.internal.logic;

import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Existence;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.ExpressionVisitor;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.ast.Membership;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Or;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TaskGroupSubject;
import io.stowage.ecs.cql.ast.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says the same in fewer words: chains of one connective become one, what another part already says is left out, comparisons of one
 * subject become a list, and a negation goes where an operator is its exact opposite. For an attribute, which may not be there,
 * {@code !=} is not the opposite of {@code ==}, and none of these is exchanged.
 */
public final class Simplifier implements ExpressionVisitor<Expression> {
    /** Comparing every part with all others is for what people write, not for what machines do. */
    private static final int MOST_PARTS = 40;

    private Simplifier() {}

    /** An expression that every instance answers alike. */
    public static Expression simplify(Expression expression) {
        return expression.accept(new Simplifier());
    }

    @Override
    public Expression visitAnd(And and) {
        return joined(and.operands(), true);
    }

    @Override
    public Expression visitOr(Or or) {
        return joined(or.operands(), false);
    }

    @Override
    public Expression visitNot(Not not) {
        Expression operand = not.operand().accept(this);
        if (operand instanceof Not inner) {
            return inner.operand();
        }
        return opposite(operand).orElseGet(() -> new Not(operand, TextRange.NONE));
    }

    @Override
    public Expression visitComparison(Comparison comparison) {
        return new Comparison(comparison.subject(), comparison.operator(), comparison.argument(), TextRange.NONE);
    }

    @Override
    public Expression visitMembership(Membership membership) {
        return listed(membership.subject(), membership.operator() == Operator.IN, membership.elements());
    }

    @Override
    public Expression visitMatch(Match match) {
        return new Match(match.subject(), match.operator(), match.pattern(), TextRange.NONE);
    }

    @Override
    public Expression visitExistence(Existence existence) {
        return new Existence(existence.subject(), existence.operator(), TextRange.NONE);
    }

    private Expression joined(List<Expression> operands, boolean every) {
        List<Expression> parts = new ArrayList<>();
        for (Expression operand : operands) {
            Expression part = operand.accept(this);
            if (every ? part instanceof And : part instanceof Or) {
                parts.addAll(part.parts());
            } else {
                parts.add(part);
            }
        }
        parts = withoutNeedless(merged(withoutNeedless(parts, every), every), every);
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return every ? new And(parts, TextRange.NONE) : new Or(parts, TextRange.NONE);
    }

    /** Leaves out what follows from the others, in a disjunction what the others follow from; from the right, so that the first of equals stays. */
    private static List<Expression> withoutNeedless(List<Expression> parts, boolean every) {
        List<Expression> kept = new ArrayList<>(parts);
        for (int i = parts.size() - 1; i >= 0 && parts.size() <= MOST_PARTS && kept.size() > 1; i--) {
            Expression part = kept.remove(i);
            boolean needless = every
                    ? Reasoner.implies(kept, part)
                    : Reasoner.implies(List.of(part), kept.size() == 1 ? kept.get(0) : new Or(kept, TextRange.NONE));
            if (!needless) {
                kept.add(i, part);
            }
        }
        return kept;
    }

    /** Equal to one or equal to another is being in a list; different from one and from another is being in none. */
    private static List<Expression> merged(List<Expression> parts, boolean every) {
        Map<Object, Expression> merged = new LinkedHashMap<>();
        for (Expression part : parts) {
            List<Literal> values = values(part, every);
            if (values.isEmpty()) {
                merged.put(new Object(), part);
            } else {
                Subject subject = ((Predicate) part).subject();
                merged.merge(subject, part, (known, more) -> {
                    List<Literal> all = new ArrayList<>(values(known, every));
                    all.addAll(values);
                    return listed(subject, !every, all);
                });
            }
        }
        return List.copyOf(merged.values());
    }

    private static List<Literal> values(Expression part, boolean negative) {
        if (part instanceof Comparison comparison
                && comparison.operator() == (negative ? Operator.NOT_EQUALS : Operator.EQUALS)
                && comparison.subject().operators().contains(Operator.IN)) {
            return List.of(comparison.argument());
        }
        return part instanceof Membership membership
                        && membership.operator() == (negative ? Operator.NOT_IN : Operator.IN)
                ? membership.elements()
                : List.of();
    }

    private static Expression listed(Subject subject, boolean in, List<Literal> elements) {
        Map<String, Literal> distinct = new LinkedHashMap<>();
        elements.forEach(element -> distinct.putIfAbsent(element.text(), element));
        List<Literal> values = List.copyOf(distinct.values());
        return values.size() == 1
                ? new Comparison(subject, in ? Operator.EQUALS : Operator.NOT_EQUALS, values.get(0), TextRange.NONE)
                : new Membership(subject, in ? Operator.IN : Operator.NOT_IN, values, TextRange.NONE);
    }

    /** The same predicate with the opposite operator, where that is its exact negation: nothing can be absent or unknown. */
    private static Optional<Expression> opposite(Expression part) {
        if (!(part instanceof Predicate predicate)) {
            return Optional.empty();
        }
        boolean exact = predicate.subject() instanceof TaskGroupSubject
                || predicate.subject() == Field.AGENT_CONNECTED
                || predicate.subject() == Field.RUNNING_TASKS_COUNT
                || (predicate.subject() instanceof AttributeSubject && predicate instanceof Existence);
        return exact ? Optional.of(with(predicate, negation(predicate.operator()))) : Optional.empty();
    }

    private static Expression with(Predicate predicate, Operator operator) {
        if (predicate instanceof Comparison comparison) {
            return new Comparison(comparison.subject(), operator, comparison.argument(), TextRange.NONE);
        }
        if (predicate instanceof Membership membership) {
            return new Membership(membership.subject(), operator, membership.elements(), TextRange.NONE);
        }
        return predicate instanceof Match match
                ? new Match(match.subject(), operator, match.pattern(), TextRange.NONE)
                : new Existence(predicate.subject(), operator, TextRange.NONE);
    }

    private static Operator negation(Operator operator) {
        return switch (operator) {
            case EQUALS -> Operator.NOT_EQUALS;
            case NOT_EQUALS -> Operator.EQUALS;
            case GREATER_THAN -> Operator.LESS_THAN_EQUAL;
            case GREATER_THAN_EQUAL -> Operator.LESS_THAN;
            case LESS_THAN -> Operator.GREATER_THAN_EQUAL;
            case LESS_THAN_EQUAL -> Operator.GREATER_THAN;
            case EXISTS -> Operator.NOT_EXISTS;
            case NOT_EXISTS -> Operator.EXISTS;
            case IN -> Operator.NOT_IN;
            case NOT_IN -> Operator.IN;
            case MATCHES -> Operator.NOT_MATCHES;
            case NOT_MATCHES -> Operator.MATCHES;
        };
    }
}
