package io.stowage.ecs.cql.internal.logic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for values that make a formula hold, one variable after the other. Values that no part of the formula tells apart are tried
 * together. The work is bounded; beyond the bound nothing is known.
 */
final class Solver {
    private static final int MOST_STEPS = 20_000;

    private final Variables variables;
    private int steps;

    private Solver(Variables variables) {
        this.variables = variables;
    }

    /** Whether it is certain that no values make the formula hold. */
    static boolean isImpossible(Formula formula, Variables variables) {
        Solver solver = new Solver(variables);
        return !solver.mayHold(formula) && solver.steps <= MOST_STEPS;
    }

    private boolean mayHold(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        int variable = firstVariable(formula);
        for (int value : representatives(formula, variable)) {
            steps += size(formula);
            if (steps > MOST_STEPS || mayHold(with(formula, variable, value))) {
                return true;
            }
        }
        return false;
    }

    /** One value of every kind the formula tells apart. */
    private List<Integer> representatives(Formula formula, int variable) {
        List<BitSet> kinds = new ArrayList<>();
        BitSet all = new BitSet();
        all.set(0, variables.size(variable));
        kinds.add(all);
        split(formula, variable, kinds);
        return kinds.stream().map(kind -> kind.nextSetBit(0)).toList();
    }

    private static void split(Formula formula, int variable, List<BitSet> kinds) {
        if (formula instanceof Formula.Joined joined) {
            joined.parts().forEach(part -> split(part, variable, kinds));
        } else if (formula instanceof Formula.Atom atom && atom.variable() == variable) {
            int count = kinds.size();
            for (int i = 0; i < count; i++) {
                BitSet outside = (BitSet) kinds.get(i).clone();
                outside.andNot(atom.values());
                if (!outside.isEmpty() && kinds.get(i).intersects(atom.values())) {
                    kinds.get(i).and(atom.values());
                    kinds.add(outside);
                }
            }
        }
    }

    private static Formula with(Formula formula, int variable, int value) {
        if (formula instanceof Formula.Atom atom) {
            return atom.variable() == variable ? Formula.constant(atom.values().get(value)) : formula;
        }
        if (formula instanceof Formula.Joined joined) {
            return Formula.join(
                    joined.every(),
                    joined.parts().stream()
                            .map(part -> with(part, variable, value))
                            .toList());
        }
        return formula;
    }

    private static int firstVariable(Formula formula) {
        return formula instanceof Formula.Joined joined
                ? firstVariable(joined.parts().get(0))
                : ((Formula.Atom) formula).variable();
    }

    private static int size(Formula formula) {
        return formula instanceof Formula.Joined joined
                ? 1 + joined.parts().stream().mapToInt(Solver::size).sum()
                : 1;
    }
}
