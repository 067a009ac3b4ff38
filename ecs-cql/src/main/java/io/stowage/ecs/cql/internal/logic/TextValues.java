package io.stowage.ecs.cql.internal.logic;

import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Existence;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.ast.Membership;
import io.stowage.ecs.cql.ast.Operator;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.internal.text.CodePoints;
import io.stowage.ecs.cql.internal.text.Digits;
import io.stowage.ecs.cql.internal.text.RegexShape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts some predicates tell apart: those they name, and kinds of others. A kind is a place in the order of the bounds, as a number
 * or as a text, together with the named beginnings it has and the patterns it matches.
 */
final class TextValues {
    private static final int MOST_KINDS = 512;
    private static final int MOST_COMBINATIONS = 1024;
    private static final int MOST_PATTERNS = 5;

    private final List<Predicate> predicates;
    private final Map<String, RegexShape> shapes = new HashMap<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final TreeSet<String> prefixes = new TreeSet<>();
    private final Map<String, Integer> patterns = new LinkedHashMap<>();
    private final TreeSet<String> bounds = new TreeSet<>(CodePoints::compare);
    private final TreeSet<String> numbers = new TreeSet<>(Digits::compareDecimal);

    TextValues(List<Predicate> predicates) {
        this.predicates = predicates;
        predicates.forEach(this::collect);
    }

    /** The texts that stand in the predicates. */
    Set<String> named() {
        return named;
    }

    /**
     * Adds what is true of each kind of other text that is there.
     *
     * @return false when there are too many kinds
     */
    boolean others(int count, Set<BitSet> elements) {
        if (patterns.size() > MOST_PATTERNS) {
            return false;
        }
        List<Place> places = places();
        List<@Nullable String> beginnings = new ArrayList<>(prefixes);
        if (!prefixes.contains("")) {
            beginnings.add(null);
        }
        if ((long) places.size() * beginnings.size() << patterns.size() > MOST_COMBINATIONS) {
            return false;
        }
        for (Place place : places) {
            for (@Nullable String beginning : beginnings) {
                for (int matched = 0; matched < 1 << patterns.size(); matched++) {
                    BitSet element = new BitSet(count);
                    for (int i = 0; i < count; i++) {
                        element.set(i, holds(predicates.get(i), place, beginning, matched));
                    }
                    elements.add(element);
                }
            }
        }
        return elements.size() <= MOST_KINDS;
    }

    private void collect(Predicate predicate) {
        if (predicate instanceof Comparison comparison) {
            String value = comparison.argument().text();
            named.add(value);
            boolean ordered = comparison.operator() != Operator.EQUALS && comparison.operator() != Operator.NOT_EQUALS;
            if (ordered) {
                bounds.add(value);
                if (Digits.isDecimal(value)) {
                    numbers.add(value);
                }
            }
        } else if (predicate instanceof Membership membership) {
            membership.elements().stream().map(Literal::text).forEach(named::add);
        } else if (predicate instanceof Match match) {
            RegexShape shape = RegexShape.of(match.pattern().value());
            switch (shape.kind()) {
                case EXACT -> named.add(shape.text());
                case PREFIX, LONGER -> {
                    named.add(shape.text());
                    prefixes.add(shape.text());
                }
                case OTHER -> patterns.putIfAbsent(match.pattern().value(), patterns.size());
            }
        }
    }

    /** Where a text stands: between bounds as a text, and if it is a number, in its place among the numbers. */
    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        // Nothing comes before the empty text, and it is named if it is a bound.
        int first = bounds.contains("") ? 1 : 0;
        for (int text = first; text <= bounds.size(); text++) {
            places.add(new Place(text, -1));
            for (int number = 0; !numbers.isEmpty() && number <= 2 * numbers.size(); number++) {
                places.add(new Place(text, number));
            }
        }
        return places;
    }

    private boolean holds(Predicate predicate, Place place, @Nullable String beginning, int matched) {
        if (predicate instanceof Existence existence) {
            return existence.operator() == Operator.EXISTS;
        }
        if (predicate instanceof Membership membership) {
            return membership.operator() == Operator.NOT_IN;
        }
        if (predicate instanceof Match match) {
            return matches(match.pattern().value(), beginning, matched) == (match.operator() == Operator.MATCHES);
        }
        Comparison comparison = (Comparison) predicate;
        return switch (comparison.operator()) {
            case EQUALS -> false;
            case NOT_EQUALS -> true;
            case GREATER_THAN -> order(place, comparison) > 0;
            case GREATER_THAN_EQUAL -> order(place, comparison) >= 0;
            case LESS_THAN -> order(place, comparison) < 0;
            default -> order(place, comparison) <= 0;
        };
    }

    private boolean matches(String regex, @Nullable String beginning, int matched) {
        RegexShape shape = shapes.computeIfAbsent(regex, RegexShape::of);
        return switch (shape.kind()) {
            case EXACT -> false;
            // What is not named itself goes on behind any beginning it has.
            case PREFIX, LONGER -> beginning != null && beginning.startsWith(shape.text());
            case OTHER -> (matched >> patterns.getOrDefault(regex, 0) & 1) != 0;
        };
    }

    private int order(Place place, Comparison comparison) {
        String bound = comparison.argument().text();
        if (place.number >= 0 && Digits.isDecimal(bound)) {
            // Numbers take the odd places, the gaps around them the even ones.
            return Integer.compare(place.number, 2 * numbers.headSet(bound).size() + 1);
        }
        return place.text > bounds.headSet(bound).size() ? 1 : -1;
    }

    private record Place(int text, int number) {}
}
