package io.stowage.ecs.cql.ast;

import java.util.Set;

/** The groups of the tasks on the container instance, {@code task:group}: a set, possibly empty, never absent. */
public record TaskGroupSubject() implements Subject {
    /** How the subject is written. */
    public static final String TEXT = "task:group";

    @Override
    public String text() {
        return TEXT;
    }

    @Override
    public ValueType valueType() {
        return ValueType.TEXT;
    }

    @Override
    public Set<Operator> operators() {
        return OperatorSets.SET;
    }

    /** Returns {@link #text()}. */
    @Override
    public String toString() {
        return TEXT;
    }
}
