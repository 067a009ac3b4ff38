package io.stowage.ecs.cql;

import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Or;
import java.util.List;
import java.util.Objects;

/**
 * How many instances of a cluster satisfy a query, and each part of it: the part that lets none through is the one to look at.
 * Immutable.
 *
 * @param part the part of the query
 * @param matching how many instances satisfy it, whatever the other parts say
 * @param instances how many instances there are
 * @param parts the counts of the parts one level down, from left to right; unmodifiable
 */
public record PartCount(Expression part, int matching, int instances, List<PartCount> parts) {
    /** Copies the parts. */
    public PartCount {
        Objects.requireNonNull(part, "part");
        parts = List.copyOf(parts);
    }

    /** Returns a line for every part, deeper ones further in: {@code 3 of 10  attribute:stack == prod}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out, 0);
        return out.toString();
    }

    private void write(StringBuilder out, int depth) {
        out.append(depth == 0 ? "" : "\n").append("  ".repeat(depth));
        out.append(matching).append(" of ").append(instances).append("  ");
        out.append(
                parts.isEmpty()
                        ? part.toQuery()
                        : part instanceof And ? "all of" : part instanceof Or ? "one of" : "not");
        parts.forEach(below -> below.write(out, depth + 1));
    }
}
