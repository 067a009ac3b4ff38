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
        List<CqlParser.OperandContext> parts = context.operand();
        return parts.size() == 1 ? visit(parts.get(0)) : new And(copies(parts), range(context));
    }

    @Override
    public Expression visitNegated(CqlParser.NegatedContext context) {
        return new Not(visit(context.operand()), range(context));
    }

    @Override
    public Expression visitGroup(CqlParser.GroupContext context) {
        return visit(context.disjunction());
    }

    @Override
    public Expression visitPredicate(CqlParser.PredicateContext context) {
        return visit(context.test());
    }

    @Override
    public Expression visitExistence(CqlParser.ExistenceContext context) {
        Subject subject = subjects.read(subject(context));
        Operator operator = operators.read(subject, context.op);
        return new Existence(subject, operator, predicateRange(context));
    }

    @Override
    public Expression visitComparison(CqlParser.ComparisonContext context) {
        Subject subject = subjects.read(subject(context));
        Operator operator = operators.read(subject, context.op);
        Literal value = values.read(subject, context.value);
        return new Comparison(subject, operator, value, predicateRange(context));
    }

    @Override
    public Expression visitMembership(CqlParser.MembershipContext context) {
        Subject subject = subjects.read(subject(context));
        Operator operator = operators.read(subject, context.op);
        List<Literal> elements = new ArrayList<>(context.elements.size());
        for (CqlParser.LiteralContext element : context.elements) {
            elements.add(values.read(subject, element.start));
        }
        return new Membership(subject, operator, elements, predicateRange(context));
    }

    @Override
    public Expression visitMatch(CqlParser.MatchContext context) {
        Subject subject = subjects.read(subject(context));
        Operator operator = operators.read(subject, context.op);
        return new Match(subject, operator, values.pattern(context.regex), predicateRange(context));
    }

    private static Token subject(CqlParser.TestContext test) {
        return ((CqlParser.PredicateContext) test.getParent()).subject;
    }

    private static TextRange predicateRange(CqlParser.TestContext test) {
        return new TextRange(subject(test).getStartIndex(), test.stop.getStopIndex() + 1);
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
