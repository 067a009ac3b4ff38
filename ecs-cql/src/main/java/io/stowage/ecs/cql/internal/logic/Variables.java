package io.stowage.ecs.cql.internal.logic;

import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Predicate;
import io.stowage.ecs.cql.ast.Subject;
import io.stowage.ecs.cql.ast.TaskGroupSubject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns expressions into formulas over shared variables: one for each subject, whose values are the elements of its {@link Domain}. A
 * set of groups is one variable for each kind of group, which is there or is not.
 */
final class Variables {
    private final Map<Predicate, Formula> formulas = new HashMap<>();
    private final List<Integer> sizes = new ArrayList<>();

    Variables(List<Expression> expressions) {
        Map<Subject, List<Predicate>> bySubject = new LinkedHashMap<>();
        expressions.forEach(expression -> collect(expression, bySubject));
        bySubject.forEach(this::define);
    }

    int size(int variable) {
        return sizes.get(variable);
    }

    Formula formula(Expression expression, boolean wanted) {
        if (expression instanceof Predicate predicate) {
            Formula formula = Objects.requireNonNull(formulas.get(predicate));
            return wanted ? formula : negated(formula);
        }
        if (expression instanceof Not not) {
            return formula(not.operand(), !wanted);
        }
        boolean every = expression instanceof And == wanted;
        return Formula.join(
                every,
                expression.parts().stream().map(part -> formula(part, wanted)).toList());
    }

    private Formula negated(Formula formula) {
        if (formula instanceof Formula.Atom atom) {
            BitSet values = (BitSet) atom.values().clone();
            values.flip(0, size(atom.variable()));
            return new Formula.Atom(atom.variable(), values);
        }
        if (formula instanceof Formula.Joined joined) {
            return Formula.join(
                    !joined.every(), joined.parts().stream().map(this::negated).toList());
        }
        return Formula.constant(formula == Formula.FALSE);
    }

    private static void collect(Expression expression, Map<Subject, List<Predicate>> bySubject) {
        if (expression instanceof Predicate predicate) {
            List<Predicate> known = bySubject.computeIfAbsent(predicate.subject(), subject -> new ArrayList<>());
            if (!known.contains(predicate)) {
                known.add(predicate);
            }
        } else {
            expression.parts().forEach(part -> collect(part, bySubject));
        }
    }

    private void define(Subject subject, List<Predicate> predicates) {
        List<BitSet> elements = Domain.of(subject, predicates);
        if (elements == null) {
            // Each predicate for itself: whatever the others say, this one may say either.
            predicates.forEach(predicate -> formulas.put(predicate, present(newVariable(2))));
        } else if (subject instanceof TaskGroupSubject) {
            defineGroups(predicates, elements);
        } else {
            int variable = newVariable(elements.size());
            for (int i = 0; i < predicates.size(); i++) {
                BitSet values = new BitSet();
                for (int e = 0; e < elements.size(); e++) {
                    values.set(e, elements.get(e).get(i));
                }
                formulas.put(predicates.get(i), Formula.atom(variable, values, elements.size()));
            }
        }
    }

    /** The first element is that of no group at all: what is true of it tells the negative predicates from the positive ones. */
    private void defineGroups(List<Predicate> predicates, List<BitSet> elements) {
        List<Integer> variables = new ArrayList<>();
        for (int e = 1; e < elements.size(); e++) {
            variables.add(newVariable(2));
        }
        for (int i = 0; i < predicates.size(); i++) {
            boolean positive = !elements.get(0).get(i);
            List<Formula> some = new ArrayList<>();
            for (int e = 1; e < elements.size(); e++) {
                if (elements.get(e).get(i) == positive) {
                    some.add(present(variables.get(e - 1)));
                }
            }
            Formula formula = Formula.join(false, some);
            formulas.put(predicates.get(i), positive ? formula : negated(formula));
        }
    }

    private int newVariable(int size) {
        sizes.add(size);
        return sizes.size() - 1;
    }

    private static Formula present(int variable) {
        BitSet values = new BitSet();
        values.set(1);
        return new Formula.Atom(variable, values);
    }
}
