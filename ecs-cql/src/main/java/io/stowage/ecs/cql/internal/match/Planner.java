package io.stowage.ecs.cql.internal.match;

import com.google.re2j.Pattern;
import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Existence;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.ExpressionVisitor;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.InstantLiteral;
import io.stowage.ecs.cql.ast.IntegerLiteral;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.ast.Membership;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Or;
import io.stowage.ecs.cql.ast.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a tree ready to be asked: numbers, sets and patterns are made here, once. */
public final class Planner implements ExpressionVisitor<Matcher> {
    private final Map<String, Pattern> compiled;

    private Planner(Map<String, Pattern> compiled) {
        this.compiled = compiled;
    }

    /**
     * Plans an expression.
     *
     * @throws IllegalArgumentException if a pattern of a tree made by hand does not compile
     */
    public static Matcher plan(Expression expression) {
        return plan(expression, Map.of());
    }

    /** Plans an expression of which some patterns, by their text, are compiled already. */
    public static Matcher plan(Expression expression, Map<String, Pattern> compiled) {
        return expression.accept(new Planner(compiled));
    }

    @Override
    public Matcher visitAnd(And and) {
        return new AllOf(plans(and.operands()));
    }

    @Override
    public Matcher visitOr(Or or) {
        return new AnyOf(plans(or.operands()));
    }

    @Override
    public Matcher visitNot(Not not) {
        return new NoneOf(not.operand().accept(this));
    }

    @Override
    public Matcher visitExistence(Existence existence) {
        boolean wanted = existence.operator() == Operator.EXISTS;
        return existence.subject() instanceof AttributeSubject attribute
                ? new AttributeExists(attribute.name(), wanted)
                : new SomeGroup(group -> true, wanted);
    }

    @Override
    public Matcher visitComparison(Comparison comparison) {
        Operator operator = comparison.operator();
        Literal argument = comparison.argument();
        if (comparison.subject() instanceof Field field) {
            switch (field) {
                case AGENT_VERSION -> {
                    return new AgentVersion(operator, argument.text());
                }
                case REGISTERED_AT -> {
                    return new RegisteredAt(
                            operator, ((InstantLiteral) argument).value().getEpochSecond());
                }
                case RUNNING_TASKS_COUNT -> {
                    return new RunningTasksCount(operator, ((IntegerLiteral) argument).value());
                }
                case AGENT_CONNECTED, EC2_INSTANCE_ID -> {
                    // Compared as texts, like attributes.
                }
            }
        }
        return switch (operator) {
            case EQUALS -> textual(comparison.subject(), argument.text()::equals, true);
            case NOT_EQUALS -> textual(comparison.subject(), argument.text()::equals, false);
            default -> textual(comparison.subject(), new TextOrder(operator, argument.text()), true);
        };
    }

    @Override
    public Matcher visitMembership(Membership membership) {
        Set<String> elements =
                membership.elements().stream().map(Literal::text).collect(Collectors.toUnmodifiableSet());
        return textual(membership.subject(), elements::contains, membership.operator() == Operator.IN);
    }

    @Override
    public Matcher visitMatch(Match match) {
        TextTest test = PatternTest.of(
                match.pattern().value(), compiled.get(match.pattern().value()));
        return textual(match.subject(), test, match.operator() == Operator.MATCHES);
    }

    /** The negative of a test still wants a value that is there; only for {@code task:group} it is the exact opposite. */
    private static Matcher textual(Subject subject, TextTest test, boolean positive) {
        TextTest wanted = positive ? test : test.negated();
        if (subject instanceof AttributeSubject attribute) {
            return new AttributeValue(attribute.name(), wanted);
        }
        if (subject == Field.AGENT_CONNECTED) {
            return new AgentConnected(wanted.test("true"), wanted.test("false"));
        }
        return subject == Field.EC2_INSTANCE_ID ? new Ec2InstanceId(wanted) : new SomeGroup(test, positive);
    }

    private List<Matcher> plans(List<Expression> operands) {
        List<Matcher> plans = new ArrayList<>(operands.size());
        for (Expression operand : operands) {
            plans.add(operand.accept(this));
        }
        return List.copyOf(plans);
    }
}
