package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Values;
import java.util.List;

/** Writes the normalised form: see {@link Expression#normalised()}. */
final class NormalForm implements ExpressionVisitor<StringBuilder> {
    private final StringBuilder out = new StringBuilder();

    private NormalForm() {}

    static String of(Expression expression) {
        return expression.accept(new NormalForm()).toString();
    }

    @Override
    public StringBuilder visitAnd(And and) {
        return connective("and", and.operands());
    }

    @Override
    public StringBuilder visitOr(Or or) {
        return connective("or", or.operands());
    }

    @Override
    public StringBuilder visitNot(Not not) {
        return connective("not", List.of(not.operand()));
    }

    @Override
    public StringBuilder visitComparison(Comparison comparison) {
        open(comparison.operator(), comparison.subject()).append(' ');
        return value(comparison.argument()).append(')');
    }

    @Override
    public StringBuilder visitMembership(Membership membership) {
        open(membership.operator(), membership.subject());
        String separator = " [";
        for (Literal element : membership.elements()) {
            out.append(separator);
            value(element);
            separator = " ";
        }
        return out.append("])");
    }

    @Override
    public StringBuilder visitMatch(Match match) {
        open(match.operator(), match.subject()).append(' ');
        return value(match.pattern()).append(')');
    }

    @Override
    public StringBuilder visitExistence(Existence existence) {
        return open(existence.operator(), existence.subject()).append(')');
    }

    private StringBuilder connective(String name, List<Expression> operands) {
        out.append('(').append(name);
        for (Expression operand : operands) {
            out.append(' ');
            operand.accept(this);
        }
        return out.append(')');
    }

    private StringBuilder open(Operator operator, Subject subject) {
        return out.append('(').append(operator.normalisedName()).append(' ').append(subject.text());
    }

    private StringBuilder value(Literal value) {
        return switch (value.type()) {
            case TEXT, PATTERN -> out.append('"').append(escape(value.text())).append('"');
            case INSTANT -> out.append(Values.utc(((InstantLiteral) value).value()));
            case BOOLEAN, INTEGER, VERSION -> out.append(value.text());
        };
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
