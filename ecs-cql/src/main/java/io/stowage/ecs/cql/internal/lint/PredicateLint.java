package io.stowage.ecs.cql.internal.lint;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Existence;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.ast.Membership;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.cql.internal.text.Digits;
import io.stowage.ecs.cql.lint.LintFinding;
import io.stowage.ecs.cql.lint.LintKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at each predicate of a query by itself. */
public final class PredicateLint {
    private final ClusterQuery query;
    private final int index;
    private final List<LintFinding> findings = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    /** Prepares to look at a query, which is one of several. */
    public PredicateLint(ClusterQuery query, int index) {
        this.query = query;
        this.index = index;
    }

    /** What is found. */
    public List<LintFinding> findings() {
        collectAsked(query.expression());
        check(query.expression());
        return findings;
    }

    /** Whoever asks whether the attribute is there has thought of its not being there. */
    private void collectAsked(Expression expression) {
        if (expression instanceof Existence existence) {
            asked.add(existence.subject().text());
        }
        expression.parts().forEach(this::collectAsked);
    }

    private void check(Expression expression) {
        if (expression instanceof Predicate predicate) {
            if (predicate.subject() instanceof AttributeSubject attribute) {
                new NameLint(this, predicate).check(attribute.name());
                missingAttribute(predicate);
                order(predicate);
            }
            values(predicate);
        }
        expression.parts().forEach(this::check);
    }

    private void missingAttribute(Predicate predicate) {
        boolean negative = predicate.operator() == Operator.NOT_EQUALS
                || predicate.operator() == Operator.NOT_IN
                || predicate.operator() == Operator.NOT_MATCHES;
        if (negative && !asked.contains(predicate.subject().text())) {
            String name = predicate.subject().text();
            String message = "An instance without `" + name + "` does not satisfy this either: a comparison with an"
                    + " attribute that is not there is false, also a negative one. To include such instances, say so.";
            String written = predicate.toQuery();
            add(
                    LintKind.MISSING_ATTRIBUTE,
                    predicate.range(),
                    message,
                    List.of(
                            "(" + written + " or " + name + " not_exists)",
                            new Not(positive(predicate), TextRange.NONE).toQuery()));
        }
    }

    private static Expression positive(Predicate predicate) {
        if (predicate instanceof Comparison comparison) {
            return new Comparison(comparison.subject(), Operator.EQUALS, comparison.argument(), TextRange.NONE);
        }
        if (predicate instanceof Membership membership) {
            return new Membership(membership.subject(), Operator.IN, membership.elements(), TextRange.NONE);
        }
        Match match = (Match) predicate;
        return new Match(match.subject(), Operator.MATCHES, match.pattern(), TextRange.NONE);
    }

    private void order(Predicate predicate) {
        if (!(predicate instanceof Comparison comparison)) {
            return;
        }
        switch (comparison.operator()) {
            case GREATER_THAN, GREATER_THAN_EQUAL, LESS_THAN, LESS_THAN_EQUAL -> {
                boolean number = Digits.isDecimal(comparison.argument().text());
                String rule = number
                        ? "Values that are numbers compare as numbers, so that 1.30 is less than 1.9; others as texts."
                        : "The value is no number, so all compare as texts, character by character.";
                String message = "ECS does not say how attributes are ordered. " + rule;
                add(LintKind.DOUBTFUL_ORDER, predicate.range(), message, List.of());
            }
            default -> {
                // Equality is plain.
            }
        }
    }

    private void values(Predicate predicate) {
        if (predicate instanceof Comparison comparison) {
            new ValueLint(this, predicate).check(comparison.argument());
            boolean exact = comparison.operator() == Operator.EQUALS || comparison.operator() == Operator.NOT_EQUALS;
            if (comparison.subject() == Field.REGISTERED_AT && exact) {
                String message =
                        "This means exactly that second; a date alone is midnight UTC. For a day, compare with two bounds.";
                add(LintKind.EXACT_TIME, predicate.range(), message, List.of());
            }
        } else if (predicate instanceof Membership membership) {
            Set<String> seen = new HashSet<>();
            for (Literal element : membership.elements()) {
                new ValueLint(this, predicate).check(element);
                if (!seen.add(element.text())) {
                    String message = "The list has `" + element.text() + "` already.";
                    add(LintKind.REPEATED_VALUE, element.range(), message, List.of());
                }
            }
        } else if (predicate instanceof Match match) {
            new PatternLint(this, match).check();
        }
    }

    void add(LintKind kind, TextRange range, String message, List<String> rewrites) {
        findings.add(new LintFinding(kind, index, range, message, rewrites));
    }
}
