package io.stowage.ecs.cql.internal.lint;

import io.stowage.ecs.cql.ClusterQuery;
import io.stowage.ecs.cql.QueryLimits;
import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Or;
import io.stowage.ecs.cql.ast.TextRange;
import io.stowage.ecs.cql.internal.logic.Reasoner;
import io.stowage.ecs.cql.internal.text.Words;
import io.stowage.ecs.cql.lint.LintFinding;
import io.stowage.ecs.cql.lint.LintKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at how the parts of a query go together. */
public final class ConnectiveLint {
    /** Comparing every part with all others is for what people write, not for what machines do. */
    private static final int MOST_PARTS = 40;

    private final ClusterQuery query;
    private final int index;
    private final List<LintFinding> findings = new ArrayList<>();

    /** Prepares to look at a query, which is one of several. */
    public ConnectiveLint(ClusterQuery query, int index) {
        this.query = query;
        this.index = index;
    }

    /** What is found. */
    public List<LintFinding> findings() {
        Expression whole = query.expression();
        int limit = QueryLimits.STANDARD.maxLength();
        if (query.text().length() > limit) {
            String message = "The expression has " + query.text().length() + " characters; ECS takes " + limit + ".";
            add(LintKind.TOO_LONG, new TextRange(limit, query.text().length()), message);
        }
        if (query.isNeverTrue()) {
            add(LintKind.NEVER_TRUE, whole.range(), "No instance can satisfy this.");
        } else if (query.isAlwaysTrue()) {
            add(
                    LintKind.ALWAYS_TRUE,
                    whole.range(),
                    "Every instance satisfies this; as a constraint it has no effect.");
        } else {
            needless(whole);
        }
        mixed(whole);
        return findings;
    }

    private void needless(Expression expression) {
        List<Expression> parts = expression.parts();
        List<Expression> kept = new ArrayList<>(parts);
        if (parts.size() > 1 && parts.size() <= MOST_PARTS) {
            for (int i = parts.size() - 1; i >= 0 && kept.size() > 1; i--) {
                Expression part = kept.remove(i);
                String reason = needless(part, kept, expression instanceof And);
                if (reason == null) {
                    kept.add(i, part);
                } else {
                    add(LintKind.NEEDLESS_PART, part.range(), reason);
                }
            }
        }
        kept.forEach(this::needless);
    }

    private static @Nullable String needless(Expression part, List<Expression> others, boolean every) {
        if (every) {
            return Reasoner.implies(others, part) ? "This part changes nothing: it follows from the others." : null;
        }
        if (Reasoner.isNever(part)) {
            return "This part changes nothing: no instance can satisfy it.";
        }
        Expression some = others.size() == 1 ? others.get(0) : new Or(others, TextRange.NONE);
        return Reasoner.implies(List.of(part), some)
                ? "This part changes nothing: whatever satisfies it satisfies another one."
                : null;
    }

    /** A conjunction inside a disjunction that no parenthesis sets apart. */
    private void mixed(Expression expression) {
        if (expression instanceof Or or) {
            for (Expression part : or.operands()) {
                if (part instanceof And && !isParenthesised(part)) {
                    String message =
                            "`and` binds closer than `or` here; ECS does not document that, so parentheses are safer.";
                    String text = query.text();
                    TextRange range = part.range();
                    String inner = text.substring(range.start(), range.end());
                    findings.add(new LintFinding(
                            LintKind.MIXED_CONNECTIVES, index, range, message, List.of("(" + inner + ")")));
                }
            }
        }
        expression.parts().forEach(this::mixed);
    }

    /** The range of a part leaves the parentheses around it out, and takes those inside it in. */
    private boolean isParenthesised(Expression part) {
        String text = query.text();
        int before = part.range().start() - 1;
        while (before >= 0 && Words.isWhitespace(text.charAt(before))) {
            before--;
        }
        int behind = part.range().end();
        while (behind < text.length() && Words.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        return before >= 0 && text.charAt(before) == '(' && behind < text.length() && text.charAt(behind) == ')';
    }

    private void add(LintKind kind, TextRange range, String message) {
        findings.add(new LintFinding(kind, index, range, message, List.of()));
    }
}
