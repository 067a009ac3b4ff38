package io.stowage.ecs.cql.ast;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The twelve operators of the language, each with a spelling in signs and one in words where ECS has both. */
public enum Operator {
    /** Equal: {@code ==} or {@code equals}. */
    EQUALS("eq", "==", "equals"),
    /** Present and different: {@code !=} or {@code not_equals}. */
    NOT_EQUALS("ne", "!=", "not_equals"),
    /** Greater: {@code >} or {@code greater_than}. */
    GREATER_THAN("gt", ">", "greater_than"),
    /** Greater or equal: {@code >=} or {@code greater_than_equal}. */
    GREATER_THAN_EQUAL("ge", ">=", "greater_than_equal"),
    /** Less: {@code <} or {@code less_than}. */
    LESS_THAN("lt", "<", "less_than"),
    /** Less or equal: {@code <=} or {@code less_than_equal}. */
    LESS_THAN_EQUAL("le", "<=", "less_than_equal"),
    /** The subject exists: {@code exists}. */
    EXISTS("exists", "exists"),
    /** The subject does not exist: {@code !exists} or {@code not_exists}. */
    NOT_EXISTS("not-exists", "!exists", "not_exists"),
    /** Equal to an element of a list: {@code in}. */
    IN("in", "in"),
    /** Present and equal to no element of a list: {@code !in} or {@code not_in}. */
    NOT_IN("not-in", "!in", "not_in"),
    /** The whole value matches a regular expression: {@code =~} or {@code matches}. */
    MATCHES("matches", "=~", "matches"),
    /** Present, and the whole value does not match: {@code !~} or {@code not_matches}. */
    NOT_MATCHES("not-matches", "!~", "not_matches");

    private static final Map<String, Operator> BY_SPELLING = Stream.of(values())
            .flatMap(operator -> operator.spellings.stream().map(spelling -> Map.entry(spelling, operator)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String normalisedName;
    private final List<String> spellings;

    Operator(String normalisedName, String... spellings) {
        this.normalisedName = normalisedName;
        this.spellings = List.of(spellings);
    }

    /**
     * Finds an operator by any of its spellings; case counts.
     *
     * @param spelling for example {@code ==} or {@code not_in}
     * @return the operator, or empty when nothing is spelled so
     */
    public static Optional<Operator> ofSpelling(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(Objects.requireNonNull(spelling, "spelling")));
    }

    /**
     * All spellings, the one the printer uses first.
     *
     * @return one or two spellings
     */
    public List<String> spellings() {
        return spellings;
    }

    /**
     * The spelling the printer uses.
     *
     * @return for example {@code ==} or {@code !in}
     */
    public String symbol() {
        return spellings.get(0);
    }

    /**
     * The name used in the normalised form.
     *
     * @return for example {@code eq} or {@code not-in}
     */
    public String normalisedName() {
        return normalisedName;
    }

    /**
     * What kind of argument stands behind the operator.
     *
     * @return the shape, never null
     */
    public Shape shape() {
        return switch (this) {
            case EQUALS, NOT_EQUALS, GREATER_THAN, GREATER_THAN_EQUAL, LESS_THAN, LESS_THAN_EQUAL -> Shape.COMPARISON;
            case EXISTS, NOT_EXISTS -> Shape.EXISTENCE;
            case IN, NOT_IN -> Shape.MEMBERSHIP;
            case MATCHES, NOT_MATCHES -> Shape.MATCH;
        };
    }

    /** What stands behind an operator, and with it the type of its node in the tree. */
    public enum Shape {
        /** One value; the node is a {@link io.stowage.ecs.cql.ast.Comparison}. */
        COMPARISON,
        /** Nothing; the node is an {@link io.stowage.ecs.cql.ast.Existence}. */
        EXISTENCE,
        /** A list of values; the node is a {@link io.stowage.ecs.cql.ast.Membership}. */
        MEMBERSHIP,
        /** A regular expression; the node is a {@link io.stowage.ecs.cql.ast.Match}. */
        MATCH
    }
}
