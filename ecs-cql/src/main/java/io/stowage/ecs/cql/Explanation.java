package io.stowage.ecs.cql;

import io.stowage.ecs.cql.ast.And;
import io.stowage.ecs.cql.ast.Expression;
import io.stowage.ecs.cql.ast.Not;
import io.stowage.ecs.cql.ast.Or;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Why an instance satisfies a query, or does not: a verdict for every part of it. Nothing is skipped, so that a part is judged even
 * where another part has already decided. Immutable.
 *
 * @param part the part of the query
 * @param matches whether the instance satisfies it
 * @param found for a predicate what was found, such as {@code `attribute:stack` is absent}; empty for the others
 * @param parts the verdicts of the parts one level down, from left to right; unmodifiable
 */
public record Explanation(Expression part, boolean matches, String found, List<Explanation> parts) {
    /** Copies the parts. */
    public Explanation {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(found, "found");
        parts = List.copyOf(parts);
    }

    /**
     * The predicates that decide. Were all of them to keep their verdict, nothing else could change that of the whole.
     *
     * @return verdicts of predicates, from left to right; unmodifiable
     */
    public List<Explanation> causes() {
        return decisive().toList();
    }

    private Stream<Explanation> decisive() {
        if (parts.isEmpty()) {
            return Stream.of(this);
        }
        boolean everyPartCounts =
                part instanceof Not || (part instanceof And ? matches : part instanceof Or && !matches);
        return parts.stream()
                .filter(below -> everyPartCounts || below.matches == matches)
                .flatMap(Explanation::decisive);
    }

    /** Returns a line for every part, deeper ones further in: {@code no   attribute:stack == prod (`attribute:stack` is absent)}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out, 0);
        return out.toString();
    }

    private void write(StringBuilder out, int depth) {
        out.append(depth == 0 ? "" : "\n").append("  ".repeat(depth)).append(matches ? "yes  " : "no   ");
        if (parts.isEmpty()) {
            out.append(part.toQuery()).append(" (").append(found).append(')');
        } else {
            out.append(part instanceof And ? "all of" : part instanceof Or ? "one of" : "not");
        }
        parts.forEach(below -> below.write(out, depth + 1));
    }
}
