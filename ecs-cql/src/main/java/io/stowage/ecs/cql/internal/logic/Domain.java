package io.stowage.ecs.cql.internal.logic;

import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Field;
import io.stowage.ecs.cql.ast.InstantLiteral;
import io.stowage.ecs.cql.ast.IntegerLiteral;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.internal.match.Matcher;
import io.stowage.ecs.cql.internal.match.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that a subject can be, told apart only as far as the predicates on it do: each element is the set of those predicates (by their
 * index) that are true of some values. There may be elements for which no value exists, never a value without its element: what holds
 * for all elements holds for all instances.
 */
final class Domain {
    private final Subject subject;
    private final List<Predicate> predicates;
    private final List<Matcher> matchers;
    private final Set<BitSet> elements = new LinkedHashSet<>();

    private Domain(Subject subject, List<Predicate> predicates) {
        this.subject = subject;
        this.predicates = predicates;
        this.matchers = predicates.stream().map(Planner::plan).toList();
    }

    /**
     * The elements of a subject that is one value or none.
     *
     * @return null when there are too many to tell apart
     */
    static @Nullable List<BitSet> of(Subject subject, List<Predicate> predicates) {
        Domain domain = new Domain(subject, predicates);
        return domain.fill() ? List.copyOf(domain.elements) : null;
    }

    private boolean fill() {
        if (!(subject instanceof Field field) || field == Field.EC2_INSTANCE_ID) {
            addValue(null);
            TextValues values = new TextValues(predicates);
            values.named().forEach(this::addValue);
            return values.others(matchers.size(), elements);
        }
        switch (field) {
            case AGENT_CONNECTED -> {
                addValue(true);
                addValue(false);
            }
            case RUNNING_TASKS_COUNT -> counts().forEach(this::addValue);
            case REGISTERED_AT -> {
                addValue(null);
                times().forEach(this::addValue);
            }
            case AGENT_VERSION -> {
                addValue(null);
                versions().forEach(this::addValue);
            }
            case EC2_INSTANCE_ID -> throw new IllegalStateException();
        }
        return true;
    }

    private void addValue(@Nullable Object value) {
        OneFact fact = new OneFact(subject, value);
        BitSet element = new BitSet();
        for (int i = 0; i < matchers.size(); i++) {
            element.set(i, matchers.get(i).matches(fact));
        }
        elements.add(element);
    }

    /** Every bound and its neighbours: there is a whole number in every gap they leave. */
    private Set<Integer> counts() {
        Set<Integer> counts = new TreeSet<>(Set.of(0));
        for (Comparison comparison : comparisons()) {
            int bound = ((IntegerLiteral) comparison.argument()).value();
            counts.addAll(List.of(Math.max(0, bound - 1), bound, bound + 1));
        }
        return counts;
    }

    private Set<Instant> times() {
        Set<Instant> times = new TreeSet<>();
        for (Comparison comparison : comparisons()) {
            Instant bound = ((InstantLiteral) comparison.argument()).value();
            times.addAll(List.of(bound.minusSeconds(1), bound, bound.plusSeconds(1)));
        }
        return times;
    }

    /** The least version, every bound, and behind each one that is nearer than any other of four numbers. */
    private Set<String> versions() {
        Set<String> versions = new LinkedHashSet<>(Set.of("0"));
        for (Comparison comparison : comparisons()) {
            String bound = comparison.argument().text();
            long parts = bound.chars().filter(c -> c == '.').count() + 1;
            versions.add(bound);
            versions.add(bound + ".0".repeat((int) (4 - parts)) + ".1");
        }
        return versions;
    }

    private List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        for (Predicate predicate : predicates) {
            comparisons.add((Comparison) predicate);
        }
        return comparisons;
    }
}
