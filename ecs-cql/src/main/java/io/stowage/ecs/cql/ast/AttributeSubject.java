package io.stowage.ecs.cql.ast;

import io.stowage.ecs.cql.internal.text.Words;
import java.util.Set;

/**
 * An attribute of the container instance, {@code attribute:NAME}.
 *
 * @param name 1 to 128 characters from ASCII letters, digits and {@code - _ / \ .}; case counts
 */
public record AttributeSubject(String name) implements Subject {
    /** What stands before the name. */
    public static final String PREFIX = "attribute:";

    /** The longest name ECS allows. */
    public static final int MAX_NAME_LENGTH = 128;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is empty, too long or has a character ECS does not allow
     */
    public AttributeSubject {
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || Words.endOfName(name) < name.length()) {
            throw new IllegalArgumentException("not an attribute name: '" + name + "'");
        }
    }

    @Override
    public String text() {
        return PREFIX + name;
    }

    @Override
    public ValueType valueType() {
        return ValueType.TEXT;
    }

    @Override
    public Set<Operator> operators() {
        return OperatorSets.ALL;
    }

    /** Returns {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
