package io.stowage.ecs.cql.ast;

import java.util.Set;

/** What a predicate asks about: a field of the container instance, one of its attributes, or the groups of its tasks. */
public sealed interface Subject permits Field, AttributeSubject, TaskGroupSubject {
    /**
     * The subject as it is written in a query.
     *
     * @return for example {@code runningTasksCount}, {@code attribute:stack} or {@code task:group}
     */
    String text();

    /**
     * What values the subject is compared with.
     *
     * @return the type, never {@link ValueType#PATTERN}
     */
    ValueType valueType();

    /**
     * The operators the subject accepts. ECS lists them for fields; for attributes (all twelve) and {@code task:group} (those
     * that make sense for a set) the list is a rule of this library.
     *
     * @return the operators in the order of their declaration, unmodifiable
     */
    Set<Operator> operators();
}
