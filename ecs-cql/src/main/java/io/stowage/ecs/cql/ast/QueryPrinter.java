package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Values;
import io.stowage.ecs.cql.internal.text.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree as a query: see {@link Expression#toQuery()}. */
final class QueryPrinter implements ExpressionVisitor<String> {
    private static final QueryPrinter INSTANCE = new QueryPrinter();

    private QueryPrinter() {}

    static String print(Expression expression) {
        return expression.accept(INSTANCE);
    }

    @Override
    public String visitAnd(And and) {
        return join(and.operands(), " and ", false);
    }

    @Override
    public String visitOr(Or or) {
        return join(or.operands(), " or ", true);
    }

    @Override
    public String visitNot(Not not) {
        boolean connective = not.operand() instanceof And || not.operand() instanceof Or;
        return "not " + operand(not.operand(), connective);
    }

    @Override
    public String visitComparison(Comparison comparison) {
        return start(comparison.subject(), comparison.operator()) + " " + value(comparison.argument());
    }

    @Override
    public String visitMembership(Membership membership) {
        return membership.elements().stream()
                .map(QueryPrinter::value)
                .collect(Collectors.joining(", ", start(membership.subject(), membership.operator()) + " [", "]"));
    }

    @Override
    public String visitMatch(Match match) {
        return start(match.subject(), match.operator()) + " " + value(match.pattern());
    }

    @Override
    public String visitExistence(Existence existence) {
        return start(existence.subject(), existence.operator());
    }

    /** A conjunction inside a disjunction needs no parentheses; every other connective inside a connective does. */
    private String join(List<Expression> operands, String connective, boolean conjunctionsBindCloser) {
        return operands.stream()
                .map(part -> operand(part, part instanceof Or || (part instanceof And && !conjunctionsBindCloser)))
                .collect(Collectors.joining(connective));
    }

    private String operand(Expression part, boolean parenthesised) {
        String text = part.accept(this);
        return parenthesised ? "(" + text + ")" : text;
    }

    private static String start(Subject subject, Operator operator) {
        return subject.text() + " " + operator.symbol();
    }

    private static String value(Literal value) {
        return switch (value.type()) {
            case TEXT -> Words.quoteIfNeeded(value.text());
            case PATTERN -> Words.quotePatternIfNeeded(value.text());
            case INSTANT -> instant((InstantLiteral) value);
            case BOOLEAN, INTEGER, VERSION -> value.text();
        };
    }

    private static String instant(InstantLiteral instant) {
        // An offset can carry a date of the year 0000 or 9999 over the edge of what can be written in UTC.
        return Values.hasPlainUtcForm(instant.value()) ? Values.utc(instant.value()) : instant.text();
    }
}
