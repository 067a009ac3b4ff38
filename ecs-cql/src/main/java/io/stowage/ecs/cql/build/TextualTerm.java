package io.stowage.ecs.cql.build;

import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.ast.Membership;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.PatternLiteral;
import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.cql.internal.text.InvalidRegexException;
import io.stowage.ecs.cql.internal.text.RegexReader;
import java.util.List;

/**
 * A subject whose values are texts, for lists and regular expressions.
 *
 * @param <V> what its values are in Java
 */
public interface TextualTerm<V> extends Term<V> {
    /**
     * {@code in}.
     *
     * @param values the values, at least one
     * @return the condition
     * @throws IllegalArgumentException if there is no value
     */
    default Condition in(List<V> values) {
        return listed(Operator.IN, values);
    }

    /**
     * {@code !in}: false for an attribute that is not there.
     *
     * @param values the values, at least one
     * @return the condition
     * @throws IllegalArgumentException if there is no value
     */
    default Condition notIn(List<V> values) {
        return listed(Operator.NOT_IN, values);
    }

    /**
     * {@code =~}: the whole value matches.
     *
     * @param regex the regular expression
     * @return the condition
     * @throws IllegalArgumentException if the expression cannot be used
     */
    default Condition matches(String regex) {
        return matched(Operator.MATCHES, regex);
    }

    /**
     * {@code !~}: false for an attribute that is not there.
     *
     * @param regex the regular expression
     * @return the condition
     * @throws IllegalArgumentException if the expression cannot be used
     */
    default Condition notMatches(String regex) {
        return matched(Operator.NOT_MATCHES, regex);
    }

    private Condition listed(Operator operator, List<V> values) {
        return new Condition(new Membership(
                subject(), operator, values.stream().map(this::literal).toList(), TextRange.NONE));
    }

    private Condition matched(Operator operator, String regex) {
        try {
            RegexReader.check(regex);
        } catch (InvalidRegexException e) {
            throw new IllegalArgumentException(
                    "the pattern '" + regex + "' cannot be used: " + e.reason() + " (at index " + e.index() + ")", e);
        }
        return new Condition(new Match(subject(), operator, PatternLiteral.of(regex), TextRange.NONE));
    }
}
