package io.stowage.ecs.placement.repair;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.ast.AttributeSubject;
import io.stowage.ecs.cql.ast.Comparison;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Literal;
import io.stowage.ecs.cql.ast.Match;
import io.stowage.ecs.cql.ast.Membership;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.placement.snapshot.ClusterSnapshot;
import io.stowage.ecs.placement.snapshot.InstanceSnapshot;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The attributes that expressions ask about, and for each the values that are worth a try: those that are written, those that other
 * instances have, those just beside what is written, and none. Whether one does is for the engine to say.
 */
final class AttributeValues {
    private static final String OF_ECS = "ecs.";

    /** A value for {@code !~}. */
    private static final String OTHER = "0";

    private final Map<String, Set<String>> written = new TreeMap<>();
    private final Map<String, Set<String>> beside = new TreeMap<>();
    private final Map<String, Set<String>> seen = new TreeMap<>();

    private AttributeValues() {}

    static AttributeValues of(List<String> expressions, ClusterSnapshot cluster) {
        AttributeValues values = new AttributeValues();
        for (String expression : expressions) {
            ClusterQuery.tryParse(expression).query().ifPresent(query -> values.collect(query.expression()));
        }
        for (String name : values.written.keySet()) {
            Set<String> ofCluster = new TreeSet<>();
            for (InstanceSnapshot instance : cluster.instances()) {
                String value = instance.attributes().get(name);
                if (value != null) {
                    ofCluster.add(value);
                }
            }
            values.seen.put(name, ofCluster);
        }
        return values;
    }

    /** By name; without those that ECS sets. */
    Set<String> names() {
        return Collections.unmodifiableSet(written.keySet());
    }

    /** In the order in which they are to be tried. */
    Set<String> values(String name) {
        Set<String> values = new LinkedHashSet<>(written.getOrDefault(name, Set.of()));
        values.addAll(seen.getOrDefault(name, Set.of()));
        values.addAll(beside.getOrDefault(name, Set.of()));
        values.add("");
        return values;
    }

    private void collect(Expression expression) {
        if (!(expression instanceof Predicate predicate)) {
            expression.parts().forEach(this::collect);
            return;
        }
        if (!(predicate.subject() instanceof AttributeSubject attribute)
                || attribute.name().startsWith(OF_ECS)) {
            return;
        }
        Set<String> exact = written.computeIfAbsent(attribute.name(), name -> new LinkedHashSet<>());
        Set<String> near = beside.computeIfAbsent(attribute.name(), name -> new LinkedHashSet<>());
        if (predicate instanceof Comparison comparison) {
            exact.add(comparison.argument().text());
            addNeighbours(comparison.argument().text(), near);
        } else if (predicate instanceof Membership membership) {
            membership.elements().stream().map(Literal::text).forEach(text -> {
                exact.add(text);
                addNeighbours(text, near);
            });
        } else if (predicate instanceof Match match) {
            near.addAll(PatternExample.of(match.pattern().text()));
            near.add(OTHER);
        }
    }

    /** Greater and smaller, as numbers where it is one, and as text. */
    private static void addNeighbours(String text, Set<String> near) {
        if (text.matches("[0-9]{1,9}")) {
            near.add(String.valueOf(Long.parseLong(text) + 1));
            near.add(String.valueOf(Math.max(0, Long.parseLong(text) - 1)));
        }
        near.add(text + "0");
    }
}
