package io.stowage.ecs.cql.ast;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what an expression asks about. */
final class Subjects {
    private final Set<Subject> found = new LinkedHashSet<>();

    private Subjects() {}

    static Set<Subject> of(Expression expression) {
        Subjects subjects = new Subjects();
        subjects.collect(expression);
        return Collections.unmodifiableSet(subjects.found);
    }

    private void collect(Expression expression) {
        if (expression instanceof Predicate predicate) {
            found.add(predicate.subject());
        } else {
            expression.parts().forEach(this::collect);
        }
    }
}
