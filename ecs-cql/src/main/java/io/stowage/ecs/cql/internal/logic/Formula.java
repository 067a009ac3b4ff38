package io.stowage.ecs.cql.internal.logic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A query over variables, each of which has one of some numbered values. Constants are folded as formulas are made. */
sealed interface Formula {
    /** Holds always. */
    Formula TRUE = new Constant(true);

    /** Holds never. */
    Formula FALSE = new Constant(false);

    /** One of the two constants. */
    record Constant(boolean value) implements Formula {}

    /** Holds when the variable has one of the values. */
    record Atom(int variable, BitSet values) implements Formula {}

    /** Holds when all parts do, or when some part does. */
    record Joined(boolean every, List<Formula> parts) implements Formula {}

    static Formula constant(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Formula atom(int variable, BitSet values, int size) {
        return values.isEmpty() ? FALSE : values.cardinality() == size ? TRUE : new Atom(variable, values);
    }

    static Formula join(boolean every, List<Formula> parts) {
        List<Formula> open = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Constant constant) {
                if (constant.value != every) {
                    return part;
                }
            } else {
                open.add(part);
            }
        }
        return open.isEmpty() ? constant(every) : open.size() == 1 ? open.get(0) : new Joined(every, open);
    }
}
