package io.stowage.ecs.benchmarks.expr;

import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions in a language. */
abstract class Writer {
    private final String and;
    private final String or;
    private final String not;

    Writer(String and, String or, String not) {
        this.and = and;
        this.or = or;
        this.not = not;
    }

    abstract String equal(String attribute, String value);

    abstract String matches(String attribute, String pattern);

    abstract String oneOf(String attribute, List<String> values);

    abstract String hasGroup(String group);

    final String write(Condition condition) {
        if (condition instanceof Condition.All all) {
            return join(all.parts(), and);
        } else if (condition instanceof Condition.Any any) {
            return join(any.parts(), or);
        }
        return writePart(condition);
    }

    private String join(List<Condition> parts, String word) {
        return parts.stream().map(this::writePart).collect(Collectors.joining(" " + word + " "));
    }

    private String writePart(Condition part) {
        if (part instanceof Condition.Equal equal) {
            return equal(equal.attribute(), equal.value());
        } else if (part instanceof Condition.Matches matches) {
            return matches(matches.attribute(), matches.pattern());
        } else if (part instanceof Condition.OneOf oneOf) {
            return oneOf(oneOf.attribute(), oneOf.values());
        } else if (part instanceof Condition.HasGroup hasGroup) {
            return hasGroup(hasGroup.group());
        } else if (part instanceof Condition.Not negated) {
            return not + "(" + write(negated.part()) + ")";
        }
        return "(" + write(part) + ")";
    }

    static String quoted(List<String> texts) {
        return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(", "));
    }
}
