package io.stowage.ecs.cql.internal.syntax;

import com.google.re2j.Pattern;
import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Existence;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.ast.Membership;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Or;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.cql.internal.grammar.CqlParser;
import io.stowage.ecs.cql.internal.grammar.CqlParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Copies the tree of the grammar into ours, reading the words on the way. Throws a {@link QueryFault} at the first bad one. */
final class TreeCopier extends CqlParserBaseVisitor<Expression> {
    private final SubjectReader subjects;
    private final OperatorReader operators;
    private final ValueReader values;

    TreeCopier(Source source) {
        this.subjects = new SubjectReader(source);
        this.operators = new OperatorReader(source);
        this.values = new ValueReader(source);
    }

    /** The patterns of the tree, as far as they are compiled. */
    Map<String, Pattern> patterns() {
        return values.patterns();
    }

    @Override
    public Expression visitExpression(CqlParser.ExpressionContext context) {
        return visit(context.disjunction());
    }

    @Override
    public Expression visitDisjunction(CqlParser.DisjunctionContext context) {
        List<CqlParser.ConjunctionContext> parts = context.conjunction();
        return parts.size() == 1 ? visit(parts.get(0)) : new Or(copies(parts), range(context));
    }

    @Override
    public Expression visitConjunction(CqlParser.ConjunctionContext context) {
        List<CqlParser.NegationContext> parts = context.negation();
        return parts.size() == 1 ? visit(parts.get(0)) : new And(copies(parts), range(context));
    }

    @Override
    public Expression visitNegated(CqlParser.NegatedContext context) {
        return new Not(visit(context.negation()), range(context));
    }

    @Override
    public Expression visitPlain(CqlParser.PlainContext context) {
        return visit(context.primary());
    }

    @Override
    public Expression visitGroup(CqlParser.GroupContext context) {
        return visit(context.disjunction());
    }

    @Override
    public Expression visitSingle(CqlParser.SingleContext context) {
        return visit(context.predicate());
    }

    @Override
    public Expression visitExistence(CqlParser.ExistenceContext context) {
        Subject subject = subjects.read(context.subject().start);
        Operator operator = operators.read(subject, context.op);
        return new Existence(subject, operator, range(context));
    }

    @Override
    public Expression visitComparison(CqlParser.ComparisonContext context) {
        Subject subject = subjects.read(context.subject().start);
        Operator operator = operators.read(subject, context.op);
        Literal value = values.read(subject, context.literal().start);
        return new Comparison(subject, operator, value, range(context));
    }

    @Override
    public Expression visitMembership(CqlParser.MembershipContext context) {
        Subject subject = subjects.read(context.subject().start);
        Operator operator = operators.read(subject, context.op);
        List<Literal> elements = new ArrayList<>();
        for (CqlParser.LiteralContext element : context.list().literal()) {
            elements.add(values.read(subject, element.start));
        }
        return new Membership(subject, operator, elements, range(context));
    }

    @Override
    public Expression visitMatch(CqlParser.MatchContext context) {
        Subject subject = subjects.read(context.subject().start);
        Operator operator = operators.read(subject, context.op);
        return new Match(subject, operator, values.pattern(context.pattern().start), range(context));
    }

    private List<Expression> copies(List<? extends ParserRuleContext> parts) {
        List<Expression> copies = new ArrayList<>(parts.size());
        for (ParserRuleContext part : parts) {
            copies.add(visit(part));
        }
        return copies;
    }

    private static TextRange range(ParserRuleContext context) {
        Token start = context.start;
        Token stop = context.stop;
        return new TextRange(start.getStartIndex(), stop.getStopIndex() + 1);
    }
}
