package io.stowage.ecs.cql.lint;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.internal.lint.ConnectiveLint;
import io.stowage.ecs.cql.internal.lint.ConstraintLint;
import io.stowage.ecs.cql.internal.lint.PredicateLint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for what is suspicious in valid queries: contradictions, parts without effect, the missing-attribute trap, misspelt names and
 * values, patterns that do not mean what they seem to. What is said to be so is proved; the rest is said to look so.
 */
public final class QueryLint {
    private static final Comparator<LintFinding> ORDER = Comparator.comparingInt(LintFinding::query)
            .thenComparing(finding -> finding.range().start())
            .thenComparing(LintFinding::kind);

    private QueryLint() {}

    /**
     * Checks one query.
     *
     * @param query the query
     * @return the findings from left to right, those at one place in the order of their kinds; unmodifiable
     */
    public static List<LintFinding> check(ClusterQuery query) {
        return check(List.of(query));
    }

    /**
     * Checks queries that must all hold, such as the {@code memberOf} constraints of a task and its service: each one, and each with
     * the others.
     *
     * @param queries the queries
     * @return the findings by query, and within it from left to right; unmodifiable
     */
    public static List<LintFinding> check(List<ClusterQuery> queries) {
        List<LintFinding> findings = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            findings.addAll(new PredicateLint(queries.get(i), i).findings());
            findings.addAll(new ConnectiveLint(queries.get(i), i).findings());
        }
        findings.addAll(ConstraintLint.findings(queries));
        return findings.stream().sorted(ORDER).toList();
    }
}
