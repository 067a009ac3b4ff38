package io.stowage.ecs.benchmarks.expr;

import java.util.List;

/** A condition on an instance, in no language yet: written once, it means the same to all that are compared. */
sealed interface Condition {
    /** The attribute has the value. */
    record Equal(String attribute, String value) implements Condition {}

    /** The whole value of the attribute matches the pattern, which means the same in all dialects of regular expressions. */
    record Matches(String attribute, String pattern) implements Condition {}

    /** The value of the attribute is one of the list. */
    record OneOf(String attribute, List<String> values) implements Condition {}

    /** A task of the group runs on the instance. */
    record HasGroup(String group) implements Condition {}

    /** The part does not hold. */
    record Not(Condition part) implements Condition {}

    /** All parts hold. */
    record All(List<Condition> parts) implements Condition {}

    /** A part holds. */
    record Any(List<Condition> parts) implements Condition {}

    static Condition not(Condition part) {
        return new Not(part);
    }

    static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new Any(List.of(parts));
    }
}
