package io.stowage.ecs.cql.internal.lint;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.lint.LintFinding;
import io.stowage.ecs.cql.lint.LintKind;
import java.util.ArrayList;
import java.util.List;

/** Compares constraints that must all hold, two at a time. */
public final class ConstraintLint {
    private ConstraintLint() {}

    /** What each says about another one; the later of two is the one found fault with. */
    public static List<LintFinding> findings(List<ClusterQuery> queries) {
        List<LintFinding> findings = new ArrayList<>();
        for (int later = 1; later < queries.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                compare(queries, earlier, later, findings);
            }
        }
        return findings;
    }

    private static void compare(List<ClusterQuery> queries, int earlier, int later, List<LintFinding> findings) {
        ClusterQuery first = queries.get(earlier);
        ClusterQuery second = queries.get(later);
        if (first.isNeverTrue() || second.isNeverTrue() || first.isAlwaysTrue() || second.isAlwaysTrue()) {
            // Said of that query itself; the other has no part in it.
            return;
        }
        if (first.excludes(second)) {
            String message = "No instance can satisfy this constraint and `" + first.text() + "`, and all must hold.";
            findings.add(finding(LintKind.EXCLUDING_CONSTRAINTS, later, second, message));
        } else if (first.implies(second)) {
            String message = "This constraint changes nothing: it follows from `" + first.text() + "`.";
            findings.add(finding(LintKind.NEEDLESS_CONSTRAINT, later, second, message));
        } else if (second.implies(first)) {
            String message = "This constraint changes nothing: it follows from `" + second.text() + "`.";
            findings.add(finding(LintKind.NEEDLESS_CONSTRAINT, earlier, first, message));
        }
    }

    private static LintFinding finding(LintKind kind, int index, ClusterQuery query, String message) {
        return new LintFinding(kind, index, query.expression().range(), message, List.of());
    }
}
